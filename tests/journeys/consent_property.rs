//! Whatever is done in whatever order, every entry of a block rests on something in writing, or a named reason, that is newer
//! than the last no and was given for a text that it may stand under.
//!
//! The histories are drawn from a seed, which is printed. `CONSENT_HISTORIES` sets how many; a long run takes 10,000.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use blocks::BlockOptions;
use chrono::{DateTime, Duration, TimeZone, Utc};
use reading::source::{Opened, ReadOptions, Source};
use undersigned_core::import::{Choices, ConsentPolicy, ImportTarget, Likely, OpenSource};
use undersigned_core::letter::LetterFields;
use undersigned_core::merge::MergeChoices;
use undersigned_core::organization::OrganizationFields;
use undersigned_core::progress::no_progress;
use undersigned_core::signon::{Status, StatusChange, Via};
use undersigned_core::version::{Reconfirm, VersionFields};
use undersigned_core::{Coalition, Language};
use vocabulary::ids::{LetterId, OrganizationId};

const NAMES: [&str; 4] = ["Amber Trust", "Elm Network", "Fern Circle", "Grove Union"];

/// SplitMix64: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most as u64).unwrap_or(0)
    }
}

/// What an action said of some organizations, for the oracle: who said no, that a text asked for a new yes, who became whom.
#[derive(Clone, Debug, Default)]
struct Said {
    no: BTreeSet<usize>,
    asks_again: bool,
    merged: Option<(usize, usize)>,
}

struct History {
    coalition: Coalition,
    letter: LetterId,
    organizations: Vec<Option<OrganizationId>>,
    now: DateTime<Utc>,
    /// What stands, by the number of the action; what was undone waits in `undone`.
    done: Vec<(usize, Said, Vec<Option<OrganizationId>>)>,
    undone: Vec<(usize, Said, Vec<Option<OrganizationId>>)>,
    number: usize,
    told: Vec<String>,
}

impl History {
    fn new() -> Self {
        let mut coalition = Coalition::in_memory().unwrap();
        let now = Utc.timestamp_opt(1_790_000_000, 0).unwrap();
        let letter = LetterFields {
            title: "Letter".to_owned(),
            zone: Some("America/Chicago".to_owned()),
            ..LetterFields::default()
        };
        let letter = coalition.add_letter(&letter, now).unwrap().output;
        let mut organizations = Vec::new();
        for name in NAMES {
            let fields = OrganizationFields {
                name: name.to_owned(),
                ..OrganizationFields::default()
            };
            organizations.push(Some(coalition.add_organization(&fields, now).unwrap().output));
        }
        let ids: Vec<OrganizationId> = organizations.iter().copied().flatten().collect();
        coalition.add_sign_ons(letter, &ids, now).unwrap();
        Self {
            coalition,
            letter,
            organizations,
            now,
            done: Vec::new(),
            undone: Vec::new(),
            number: 0,
            told: Vec::new(),
        }
    }

    fn step(&mut self, random: &mut Random) {
        self.number += 1;
        // Clocks are set back now and then; that decides nothing.
        let back = random.below(6) == 0;
        self.now += if back {
            Duration::hours(-1)
        } else {
            Duration::minutes(20)
        };
        match random.below(12) {
            0..=4 => self.set(random),
            5 => self.remove_evidence(random),
            6 | 7 => self.import(random),
            8 => self.undo(),
            9 => self.redo(),
            10 => self.version(random),
            _ => self.merge(random),
        }
    }

    fn record(&mut self, said: Said, what: String) {
        self.told.push(format!("{}: {what}", self.number));
        self.done.push((self.number, said, self.organizations.clone()));
        self.undone.clear();
    }

    fn pick(&self, random: &mut Random) -> Option<(usize, OrganizationId)> {
        let at = random.below(NAMES.len());
        self.organizations[at].map(|id| (at, id))
    }

    fn set(&mut self, random: &mut Random) {
        let Some((at, organization)) = self.pick(random) else {
            return;
        };
        let Some(sign_on) = self.coalition.find_sign_on(self.letter, organization).unwrap() else {
            return;
        };
        let status = Status::ALL[random.below(Status::ALL.len())];
        let mut change = StatusChange::to(status);
        match random.below(4) {
            0 => change.via = Some(Via::Phone),
            1 => change.reason = Some(format!("reason n{}.", self.number)),
            2 => change.evidence = Some(format!("words n{}.", self.number)),
            _ => {
                change.via = Some(Via::Email);
                change.evidence = Some(format!("mail n{}.", self.number));
            }
        }
        if status != Status::Confirmed {
            change.evidence = None;
            change.reason = None;
        }
        if self
            .coalition
            .set_sign_on_status(&[sign_on], &change, self.now)
            .is_ok()
        {
            let mut said = Said::default();
            if matches!(status, Status::Declined | Status::Withdrawn) {
                said.no.insert(at);
            }
            self.record(said, format!("{} {status} {change:?}", NAMES[at]));
        }
    }

    fn remove_evidence(&mut self, random: &mut Random) {
        let Some((at, organization)) = self.pick(random) else {
            return;
        };
        let Some(sign_on) = self.coalition.find_sign_on(self.letter, organization).unwrap() else {
            return;
        };
        let items = self.coalition.list_evidence(sign_on).unwrap();
        if items.is_empty() {
            return;
        }
        let item = &items[random.below(items.len())];
        if self.coalition.remove_evidence(sign_on, item.id, self.now).is_ok() {
            self.record(Said::default(), format!("{} loses {}", NAMES[at], item.text));
        }
    }

    fn import(&mut self, random: &mut Random) {
        let mut table = String::from("Organization,Will you sign on?,Remark\n");
        let mut said = Said::default();
        for (at, name) in NAMES.iter().enumerate() {
            match random.below(4) {
                0 => table.push_str(&format!("{name},Yes,n{}.\n", self.number)),
                1 => {
                    table.push_str(&format!("{name},No,n{}.\n", self.number));
                    said.no.insert(at);
                }
                _ => {}
            }
        }
        let opened = Source::open(
            "form.csv",
            table.clone().into_bytes(),
            None,
            ReadOptions::default(),
        );
        let Ok(Opened::Table(source)) = opened else { return };
        let source = Arc::new(OpenSource::from(*source));
        let target = ImportTarget::SignOns {
            letter_id: self.letter,
            status: Status::Confirmed,
        };
        let mut choices = Choices::new(target, Likely::Ask);
        let take = random.below(3) == 0;
        if take {
            choices.consent = ConsentPolicy::Take;
        }
        let before = self.statuses();
        let plan = self
            .coalition
            .plan_import(&source, choices, &mut no_progress)
            .unwrap();
        if plan.written() == 0 {
            return;
        }
        self.coalition
            .import(&source, &plan, &mut no_progress, self.now)
            .unwrap();
        // What was not written said nothing: a no that was asked, and one that was there.
        let after = self.statuses();
        said.no.retain(|at| {
            let no = |status: Option<&Status>| matches!(status, Some(Status::Declined | Status::Withdrawn));
            no(after.get(at)) && !no(before.get(at))
        });
        if !take {
            for (at, status) in &before {
                let now = after.get(at).copied().unwrap_or(*status);
                let kept = !matches!(status, Status::Declined | Status::Withdrawn) || now == *status;
                assert!(
                    kept,
                    "an import changed a no unasked: {table}\n{}",
                    self.told.join("\n")
                );
                assert!(
                    !status.is_yes() || now.is_yes(),
                    "an import took a yes unasked: {table}\n{}",
                    self.told.join("\n")
                );
            }
        }
        self.record(said, format!("import take={take} {}", table.replace('\n', " | ")));
    }

    fn statuses(&self) -> BTreeMap<usize, Status> {
        let ledger = self.coalition.list_sign_ons(self.letter, self.now).unwrap();
        let at = |organization| {
            self.organizations
                .iter()
                .position(|known| *known == Some(organization))
        };
        ledger
            .iter()
            .filter_map(|row| Some((at(row.organization_id?)?, row.status)))
            .collect()
    }

    fn undo(&mut self) {
        let Some((number, said, organizations)) = self.done.pop() else {
            return;
        };
        self.coalition.undo(self.now).unwrap();
        self.told.push(format!("{}: undo {number}", self.number));
        self.undone.push((number, said, organizations));
        self.organizations = match self.done.last() {
            Some((_, _, organizations)) => organizations.clone(),
            None => {
                let first = self.coalition.list_sign_ons(self.letter, self.now).unwrap();
                first.iter().map(|row| row.organization_id).collect()
            }
        };
    }

    fn redo(&mut self) {
        let Some(entry) = self.undone.pop() else { return };
        self.coalition.redo(self.now).unwrap();
        self.told.push(format!("{}: redo {}", self.number, entry.0));
        self.organizations = entry.2.clone();
        self.done.push(entry);
    }

    fn version(&mut self, random: &mut Random) {
        let asks_again = random.below(2) == 0;
        let fields = VersionFields {
            text: format!("The text n{}.", self.number),
            reconfirm: if asks_again {
                Reconfirm::OptIn
            } else {
                Reconfirm::None
            },
            summary: String::new(),
            reconfirm_by: None,
        };
        let first = self.coalition.list_versions(self.letter).unwrap().is_empty();
        self.coalition
            .add_version(self.letter, &fields, self.now)
            .unwrap();
        let said = Said {
            asks_again: asks_again && !first,
            ..Said::default()
        };
        self.record(said, format!("version asks={asks_again}"));
    }

    fn merge(&mut self, random: &mut Random) {
        if random.below(3) > 0 {
            return;
        }
        let (Some((keep_at, keep)), Some((drop_at, drop))) = (self.pick(random), self.pick(random)) else {
            return;
        };
        if keep == drop {
            return;
        }
        if self
            .coalition
            .merge_organizations(keep, drop, &MergeChoices::default(), self.now)
            .is_ok()
        {
            self.organizations[drop_at] = None;
            let said = Said {
                merged: Some((keep_at, drop_at)),
                ..Said::default()
            };
            self.record(said, format!("{} takes in {}", NAMES[keep_at], NAMES[drop_at]));
        }
    }

    /// The number of the last action that said no for an organization, with those that were merged into it; and of the last text
    /// that asked for a new yes.
    fn last_words(&self, at: usize) -> (usize, usize) {
        let mut members = BTreeSet::from([at]);
        for (_, said, _) in self.done.iter().rev() {
            if let Some((keep, drop)) = said.merged
                && members.contains(&keep)
            {
                members.insert(drop);
            }
        }
        let mut no = self
            .done
            .iter()
            .filter(|(_, said, _)| said.no.iter().any(|who| members.contains(who)));
        let mut text = self.done.iter().filter(|(_, said, _)| said.asks_again);
        let last = |number: Option<&(usize, Said, Vec<Option<OrganizationId>>)>| {
            number.map_or(0, |(number, ..)| *number)
        };
        (last(no.next_back()), last(text.next_back()))
    }

    fn check(&self) {
        let options = BlockOptions {
            include_said_yes: false,
            ..BlockOptions::default()
        };
        let block = self
            .coalition
            .get_block(self.letter, &options, &Language::English)
            .unwrap();
        let grounds = self.coalition.list_grounds(self.letter, self.now).unwrap();
        for entry in block.groups.iter().flat_map(|group| &group.entries) {
            let sign_on = entry.sign_on.unwrap();
            let (row, ground) = grounds
                .iter()
                .find(|(row, _)| row.id == sign_on)
                .expect("it is confirmed");
            let ground = ground.as_ref().expect("what prints has a ground");
            let at = self
                .organizations
                .iter()
                .position(|known| *known == row.organization_id)
                .unwrap();
            let (no, text) = self.last_words(at);
            let words = match ground.evidence {
                Some(id) => {
                    let items = self.coalition.list_evidence(sign_on).unwrap();
                    let item = items
                        .into_iter()
                        .find(|item| item.id == id)
                        .expect("the evidence is its own");
                    assert!(item.via.is_none_or(Via::is_written), "it is in writing");
                    item.text
                }
                None => {
                    assert!(!ground.reason.is_empty(), "without evidence there is a reason");
                    ground.reason.clone()
                }
            };
            // An email that nobody filed has no words; it is checked by the rule of the ledger alone.
            let Some((_, number)) = words.rsplit_once('n') else {
                continue;
            };
            let number: usize = number.trim_end_matches('.').parse().unwrap();
            assert!(
                number > no && number >= text,
                "{} rests on {words:?} (action {number}), its last no is action {no}, the last new text {text}:\n{}",
                row.prints_as,
                self.told.join("\n")
            );
        }
    }
}

#[test]
fn every_entry_of_every_block_has_its_ground() {
    let histories: u64 = std::env::var("CONSENT_HISTORIES")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(60);
    let seed: u64 = std::env::var("CONSENT_SEED")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(20_261_129);
    println!("{histories} histories from seed {seed}");
    for number in 0..histories {
        let mut random = Random(seed.wrapping_add(number));
        let mut history = History::new();
        for _ in 0..14 {
            history.step(&mut random);
            history.check();
        }
    }
}
