//! Imports of a history: a form, a mailbox, a pasted list.

use std::sync::Arc;

use base::progress::no_progress;
use chrono_tz::America::Chicago;
use reading::source::{Opened, ReadOptions, Source};
use undersigned_core::import::{Choices, ConsentPolicy, ImportTarget, Likely, MailPolicy, OpenSource};
use undersigned_core::signon::Status;

use super::when::{Own, Random, When};
use super::{History, NAMES, Said, is_no};

/// A row of what is imported: of whom, the date that it carries, and whether it says no.
#[derive(Clone, Copy)]
struct Row {
    at: usize,
    own: Option<Own>,
    says_no: bool,
}

impl History {
    pub(super) fn import_form(&mut self, random: &mut Random) {
        let mut table = String::from("Timestamp,Organization,Will you sign on?,Remark\n");
        let mut own = Vec::new();
        for (at, name) in NAMES.iter().enumerate() {
            let answer = ["Yes", "No", "\"Yes, but only if it is shorter\"", "FALSE"];
            let Some(answer) = answer.get(random.below(7)) else {
                continue;
            };
            let date = self.date(random);
            // As forms write it, in the zone of the letter.
            let stamp = match date {
                Some(Own::Time(at)) => at.with_timezone(&Chicago).format("%Y-%m-%d %H:%M:%S").to_string(),
                Some(Own::Day(day)) => day.to_string(),
                None => String::new(),
            };
            table.push_str(&format!("{stamp},{name},{answer},n{}.\n", self.number));
            own.push(Row {
                at,
                own: date,
                says_no: *answer == "No",
            });
        }
        self.import("form.csv", &table, &own, random);
    }

    pub(super) fn import_mail(&mut self, random: &mut Random) {
        let mut mbox = String::new();
        let mut own = Vec::new();
        for (at, name) in NAMES.iter().enumerate() {
            let (headers, words) = [
                ("", "Yes, please add us."),
                ("", "Yes, please add us."),
                ("", "We cannot sign this one."),
                ("Auto-Submitted: auto-replied\n", "Yes, please add us."),
                ("", "Yes, but only if the title is changed."),
            ][random.below(5)];
            if random.below(2) == 0 {
                continue;
            }
            let sent = match self.date(random) {
                Some(Own::Time(at)) => at,
                Some(Own::Day(day)) => day.and_hms_opt(18, 0, 0).unwrap().and_utc(),
                None => self.now,
            };
            mbox.push_str(&format!(
                "From a@b.example Mon May  4 10:00:00 2026\nFrom: {name} <office@b.example>\nDate: {}\nSubject: Re: Letter\n\
                 Message-ID: <{}-{at}@b.example>\n{headers}\n{words} n{}.\n\n",
                sent.to_rfc2822(),
                self.number,
                self.number
            ));
            own.push(Row {
                at,
                own: Some(Own::Time(sent)),
                says_no: words.starts_with("We cannot"),
            });
        }
        self.import("replies.mbox", &mbox, &own, random);
    }

    /// A pasted list: one text that all in it rest on.
    pub(super) fn import_list(&mut self, random: &mut Random) {
        let named: Vec<usize> = (0..NAMES.len()).filter(|_| random.below(2) == 0).collect();
        let text: String = named.iter().map(|at| format!("{}\n", NAMES[*at])).collect();
        let Ok(list) = self.coalition.open_list("", &text) else {
            return;
        };
        let row = |at| Row {
            at,
            own: None,
            says_no: false,
        };
        let rows: Vec<Row> = named.into_iter().map(row).collect();
        self.write(&Arc::new(list.into()), &text, &rows, random);
    }

    /// Takes one import back whatever was done since; refused where something was built on it.
    pub(super) fn undo_import(&mut self, random: &mut Random) {
        if self.imports.is_empty() {
            return;
        }
        let (import, number) = self.imports[random.below(self.imports.len())];
        if self.coalition.undo_import(import, self.now).is_ok() {
            let said = Said {
                takes_back: Some(number),
                ..Said::default()
            };
            self.record(said, format!("import {number} taken back"));
        }
    }

    fn import(&mut self, name: &str, content: &str, own: &[Row], random: &mut Random) {
        if own.is_empty() {
            return;
        }
        let opened = Source::open(name, content.as_bytes().to_vec(), None, ReadOptions::default());
        let Ok(Opened::Table(source)) = opened else {
            panic!("it is a table: {content}");
        };
        self.write(&Arc::new(OpenSource::from(*source)), content, own, random);
    }

    /// Imports what has these rows, in their order.
    fn write(&mut self, source: &Arc<OpenSource>, content: &str, rows: &[Row], random: &mut Random) {
        let target = ImportTarget::SignOns {
            letter_id: self.letter,
            status: Status::Confirmed,
        };
        let mut choices = Choices::new(target, Likely::Ask);
        choices.mail = MailPolicy::TakeYes;
        let plan_of = |history: &Self, choices: &Choices| {
            history
                .coalition
                .plan_import(source, choices.clone(), &mut no_progress, history.now)
                .unwrap()
        };
        let asked = plan_of(self, &choices);
        let take = random.below(3) == 0;
        if take {
            choices.consent = ConsentPolicy::Take;
        }
        let plan = plan_of(self, &choices);
        if plan.written() == 0 {
            return;
        }
        let before = self.statuses();
        let imports = self.coalition.list_imports().unwrap();
        self.coalition
            .import(source, &plan, &mut no_progress, self.now)
            .unwrap_or_else(|error| panic!("{error:?}: {content}\n{}", self.log.join("\n")));
        for new in self.coalition.list_imports().unwrap() {
            if imports.iter().all(|known| known.id != new.id) {
                self.imports.push((new.id, self.number));
            }
        }
        let after = self.statuses();
        let what = format!("import take={take} {}", content.replace('\n', " | "));
        let mut said = Said::default();
        for (nth, row) in rows.iter().enumerate() {
            // What a person decided is their word of now.
            let decided = take && asked.rows[nth].consent.is_some();
            let when = When {
                row: nth,
                ..self.when(row.own.filter(|_| !decided))
            };
            let at = self.home_of(row.at);
            said.written.push((at, when));
            let (was, is) = (before.get(&at).copied(), after.get(&at).copied());
            if row.says_no && is.is_some_and(is_no) && was != is {
                said.no.entry(at).or_insert((when, was.is_some_and(is_no)));
            }
        }
        if !take {
            for (at, status) in &before {
                let now = after.get(at).copied().unwrap_or(*status);
                let context = || format!("{what}\n{}", self.log.join("\n"));
                assert!(
                    !is_no(*status) || now == *status,
                    "it changed a no unasked: {}",
                    context()
                );
                assert!(
                    !status.is_yes() || now.is_yes(),
                    "it took a yes unasked: {}",
                    context()
                );
            }
        }
        self.record(said, what);
    }
}
