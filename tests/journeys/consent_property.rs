//! Whatever is done in whatever order, every entry of a block and of a frozen edition rests on something in writing, or a named
//! reason, that is newer than the last no and was given for a text that it may stand under; and nobody is named who is not to be.
//!
//! The histories are drawn from a seed, which is printed. `CONSENT_HISTORIES` sets how many; a long run takes 10,000. What was
//! said when is kept beside the coalition, and what is newer is worked out here anew: by the own date of what was said where it
//! has one that is not in the future, else by the order of the actions.

mod imports;
mod when;

use std::collections::{BTreeMap, BTreeSet};

use blocks::{BlockOptions, Format};
use chrono::{DateTime, Duration, TimeZone, Utc};
use chrono_tz::America::Chicago;
use undersigned_core::history::HistoryQuery;
use undersigned_core::letter::LetterFields;
use undersigned_core::merge::{MergeChoices, Side, SignOnChoice};
use undersigned_core::organization::OrganizationFields;
use undersigned_core::signon::{SignOn, Status, StatusChange, Via};
use undersigned_core::version::{Reconfirm, VersionFields};
use undersigned_core::{Coalition, Language};
use vocabulary::ids::{EditionId, ImportId, LetterId, OrganizationId, SignOnId};

use when::{Own, Random, When};

const NAMES: [&str; 4] = ["Amber Trust", "Elm Network", "Fern Circle", "Grove Union"];

/// How many actions a history has.
const STEPS: usize = 16;

/// What an action said of some organizations, by their places.
#[derive(Clone, Debug, Default)]
struct Said {
    /// A no; whether it sets an earlier one right.
    no: BTreeMap<usize, (When, bool)>,
    /// What may be a ground: texts that carry the number of the action.
    written: Vec<(usize, When)>,
    /// A new text asks for a new yes.
    asks_again: bool,
    merged: Option<(usize, usize)>,
    /// The action that this one takes back, an import from before.
    takes_back: Option<usize>,
}

#[derive(Clone)]
struct Action {
    number: usize,
    clock: DateTime<Utc>,
    said: Said,
    organizations: Vec<Option<OrganizationId>>,
}

/// An edition as it was when it was frozen.
struct Frozen {
    id: EditionId,
    number: usize,
    text: Vec<u8>,
}

struct History {
    coalition: Coalition,
    letter: LetterId,
    organizations: Vec<Option<OrganizationId>>,
    first: Vec<Option<OrganizationId>>,
    now: DateTime<Utc>,
    /// What stands; what was undone waits in `undone`.
    done: Vec<Action>,
    undone: Vec<Action>,
    frozen: Vec<Frozen>,
    /// The imports, each with the number of its action.
    imports: Vec<(ImportId, usize)>,
    number: usize,
    /// The last line of the history after the last action.
    last: i64,
    /// Every action in words, for a failure.
    log: Vec<String>,
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
        let mut history = Self {
            coalition,
            letter,
            first: organizations.clone(),
            organizations,
            now,
            done: Vec::new(),
            undone: Vec::new(),
            frozen: Vec::new(),
            imports: Vec::new(),
            number: 0,
            last: 0,
            log: Vec::new(),
        };
        history.last = history.last_event();
        history
    }

    fn step(&mut self, random: &mut Random) {
        self.number += 1;
        // Clocks are set back now and then; that decides nothing.
        self.now += match random.below(8) {
            0 => Duration::hours(-1),
            1 => Duration::days(1),
            _ => Duration::minutes(20),
        };
        match random.below(22) {
            0..=5 => self.set(random),
            6 | 7 => self.remove_evidence(random),
            8 | 9 => self.import_form(random),
            10 => self.import_mail(random),
            11 => self.import_list(random),
            12 | 13 => self.undo(),
            14 => self.redo(),
            15 => self.version(random),
            16 => self.merge(random),
            17 => self.freeze(),
            18 => self.unname(random),
            19 | 20 => self.undo_import(random),
            _ => self.add_evidence(random),
        }
    }

    /// A date of its own for what is said now: none, before, now, or in the future.
    fn date(&self, random: &mut Random) -> Option<Own> {
        let day = |offset| {
            (self.now + Duration::days(offset))
                .with_timezone(&Chicago)
                .date_naive()
        };
        match random.below(8) {
            0 => Some(Own::Time(self.now - Duration::hours(30))),
            1 => Some(Own::Time(self.now - Duration::minutes(30))),
            2 => Some(Own::Time(self.now + Duration::days(2))),
            3 => Some(Own::Day(day(-1))),
            4 => Some(Own::Day(day(0))),
            5 => Some(Own::Day(day(3))),
            _ => None,
        }
    }

    /// When something of this date was said, entered now. A date in the future is none.
    fn when(&self, own: Option<Own>) -> When {
        let today = self.now.with_timezone(&Chicago).date_naive();
        When {
            number: self.number,
            row: 0,
            clock: self.now,
            own: own.filter(|own| match own {
                Own::Time(at) => *at <= self.now,
                Own::Day(day) => *day <= today,
            }),
        }
    }

    fn record(&mut self, said: Said, what: String) {
        // What changed nothing is no action, and there is nothing to undo.
        let last = self.last_event();
        if last == self.last {
            return;
        }
        self.last = last;
        self.log.push(format!("{}: {what}", self.number));
        self.done.push(Action {
            number: self.number,
            clock: self.now,
            said,
            organizations: self.organizations.clone(),
        });
        self.undone.clear();
    }

    /// The last line of the history.
    fn last_event(&self) -> i64 {
        let query = HistoryQuery {
            limit: 1,
            ..HistoryQuery::default()
        };
        let found = self.coalition.find_history(&query, Language::English).unwrap();
        found.events[0].seq
    }

    fn pick(&self, random: &mut Random) -> Option<(usize, SignOnId)> {
        let at = random.below(NAMES.len());
        let organization = self.organizations[at]?;
        let sign_on = self.coalition.find_sign_on(self.letter, organization).unwrap()?;
        Some((at, sign_on))
    }

    fn set(&mut self, random: &mut Random) {
        let mut chosen: BTreeMap<usize, SignOnId> = BTreeMap::new();
        // Now and then several at once, as in the ledger.
        for _ in 0..1 + random.below(2) {
            chosen.extend(self.pick(random));
        }
        let status = Status::ALL[random.below(Status::ALL.len())];
        let own = self.date(random);
        let mut change = StatusChange::to(status);
        change.at = own.map(Own::word);
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
        let ids: Vec<SignOnId> = chosen.values().copied().collect();
        let before = self.statuses();
        if ids.is_empty()
            || self
                .coalition
                .set_sign_on_status(&ids, &change, self.now)
                .is_err()
        {
            return;
        }
        let mut said = Said::default();
        for at in chosen.keys().copied() {
            if is_no(status) {
                let corrects = before.get(&at).copied().is_some_and(is_no);
                said.no.insert(at, (self.when(own), corrects));
            }
            // A reason is the person's word of now.
            let own = if change.reason.is_some() { None } else { own };
            said.written.push((at, self.when(own)));
        }
        let who: Vec<_> = chosen.keys().map(|at| NAMES[*at]).collect();
        self.record(said, format!("{who:?} {status} {change:?}"));
    }

    fn add_evidence(&mut self, random: &mut Random) {
        let Some((at, sign_on)) = self.pick(random) else {
            return;
        };
        let own = self.date(random);
        let text = format!("note n{}.", self.number);
        let via = [None, Some(Via::Phone), Some(Via::Email)][random.below(3)];
        let dated = own.map(Own::word);
        self.coalition
            .add_evidence(&[sign_on], via, &text, dated.as_deref(), self.now)
            .unwrap();
        let written = vec![(at, self.when(own))];
        let said = Said {
            written,
            ..Said::default()
        };
        self.record(said, format!("{} gets {via:?} {own:?}", NAMES[at]));
    }

    fn remove_evidence(&mut self, random: &mut Random) {
        let Some((at, sign_on)) = self.pick(random) else {
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

    /// Into whom an organization was merged.
    fn home_of(&self, mut at: usize) -> usize {
        for action in self.standing() {
            if let Some((keep, gone)) = action.said.merged
                && gone == at
            {
                at = keep;
            }
        }
        at
    }

    fn statuses(&self) -> BTreeMap<usize, Status> {
        self.rows()
            .iter()
            .filter_map(|row| Some((self.place_of(row)?, row.status)))
            .collect()
    }

    fn rows(&self) -> Vec<SignOn> {
        self.coalition.list_sign_ons(self.letter, self.now).unwrap()
    }

    fn place_of(&self, row: &SignOn) -> Option<usize> {
        let organization = row.organization_id?;
        self.organizations
            .iter()
            .position(|known| *known == Some(organization))
    }

    fn undo(&mut self) {
        let Some(action) = self.done.pop() else { return };
        self.coalition.undo(self.now).unwrap();
        self.last = self.last_event();
        self.log.push(format!("{}: undo {}", self.number, action.number));
        self.undone.push(action);
        self.organizations = match self.done.last() {
            Some(last) => last.organizations.clone(),
            None => self.first.clone(),
        };
    }

    fn redo(&mut self) {
        let Some(action) = self.undone.pop() else { return };
        self.coalition.redo(self.now).unwrap();
        self.last = self.last_event();
        self.log.push(format!("{}: redo {}", self.number, action.number));
        self.organizations.clone_from(&action.organizations);
        self.done.push(action);
    }

    /// What was done and is neither undone nor taken back.
    fn standing(&self) -> impl Iterator<Item = &Action> {
        let back: BTreeSet<usize> = self
            .done
            .iter()
            .filter_map(|action| action.said.takes_back)
            .collect();
        self.done
            .iter()
            .filter(move |action| !back.contains(&action.number))
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
        let (keep_at, drop_at) = (random.below(NAMES.len()), random.below(NAMES.len()));
        let (Some(keep), Some(drop)) = (self.organizations[keep_at], self.organizations[drop_at]) else {
            return;
        };
        if keep == drop {
            return;
        }
        let mut choices = MergeChoices::default();
        if random.below(2) == 0 {
            choices.sign_ons.push(SignOnChoice {
                letter_id: self.letter,
                take: [Side::Keep, Side::Drop][random.below(2)],
            });
        }
        if self
            .coalition
            .merge_organizations(keep, drop, &choices, self.now)
            .is_ok()
        {
            self.organizations[drop_at] = None;
            let said = Said {
                merged: Some((keep_at, drop_at)),
                ..Said::default()
            };
            self.record(
                said,
                format!("{} takes in {} {choices:?}", NAMES[keep_at], NAMES[drop_at]),
            );
        }
    }

    fn freeze(&mut self) {
        let options = BlockOptions::default();
        let frozen = self
            .coalition
            .freeze_edition(self.letter, &options, &Language::English, "", self.now);
        let Ok(frozen) = frozen else { return };
        let id = frozen.output;
        let text = self.coalition.get_edition_form(id, Format::Text).unwrap();
        // What is frozen is the block, every entry of which was checked after the action before.
        assert_eq!(text, blocks::render(&self.block(), Format::Text).unwrap());
        let number = self.number;
        self.frozen.push(Frozen { id, number, text });
        self.record(Said::default(), "freeze".to_owned());
    }

    fn unname(&mut self, random: &mut Random) {
        let Some((at, sign_on)) = self.pick(random) else {
            return;
        };
        let unnamed = random.below(3) > 0;
        self.coalition
            .set_sign_on_unnamed(&[sign_on], unnamed, self.now)
            .unwrap();
        self.record(Said::default(), format!("{} unnamed={unnamed}", NAMES[at]));
    }

    fn block(&self) -> blocks::SignatoryBlock {
        self.coalition
            .get_block(self.letter, &BlockOptions::default(), &Language::English)
            .unwrap()
    }

    /// Every no that holds for an organization with those that were merged into it, what may be a ground of it, by the number of
    /// the action, and the texts that asked for a new yes.
    fn told_of(&self, at: usize) -> (Vec<When>, BTreeMap<usize, Vec<When>>, Vec<When>) {
        let mut nos: BTreeMap<usize, Vec<When>> = BTreeMap::new();
        let mut written: BTreeMap<usize, BTreeMap<usize, Vec<When>>> = BTreeMap::new();
        let mut texts = Vec::new();
        for action in self.standing() {
            for (who, (when, corrects)) in &action.said.no {
                let of = nos.entry(*who).or_default();
                if *corrects {
                    of.clear();
                }
                of.push(*when);
            }
            for (who, when) in &action.said.written {
                let of = written.entry(*who).or_default();
                of.entry(action.number).or_default().push(*when);
            }
            if action.said.asks_again {
                texts.push(When {
                    number: action.number,
                    row: 0,
                    clock: action.clock,
                    own: None,
                });
            }
            if let Some((keep, gone)) = action.said.merged {
                let of = nos.remove(&gone).unwrap_or_default();
                nos.entry(keep).or_default().extend(of);
                for (number, of) in written.remove(&gone).unwrap_or_default() {
                    let all = written.entry(keep).or_default();
                    all.entry(number).or_default().extend(of);
                }
            }
        }
        (
            nos.remove(&at).unwrap_or_default(),
            written.remove(&at).unwrap_or_default(),
            texts,
        )
    }

    fn check(&self) {
        let block = self.block();
        let grounds = self.coalition.list_grounds(self.letter, self.now).unwrap();
        let rows = self.rows();
        for entry in block.groups.iter().flat_map(|group| &group.entries) {
            let sign_on = entry.sign_on.unwrap();
            let (row, ground) = grounds
                .iter()
                .find(|(row, _)| row.id == sign_on)
                .expect("it is confirmed");
            assert!(!row.unnamed, "{} is not to be named", row.prints_as);
            let ground = ground.as_ref().expect("what prints has a ground");
            let (nos, written, texts) = self.told_of(self.place_of(row).unwrap());
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
            // An email that nobody filed and a list have no number; they are checked by the rule of the ledger alone.
            let number = words
                .rsplit_once('n')
                .and_then(|(_, number)| number.trim().trim_end_matches('.').parse::<usize>().ok());
            let Some(number) = number else { continue };
            let context = || {
                format!(
                    "{} rests on {words:?}, its nos are {nos:?}, the texts {texts:?}, what was written {written:?}:\n{}",
                    row.prints_as,
                    self.log.join("\n")
                )
            };
            let of = written.get(&number).unwrap_or_else(|| panic!("{}", context()));
            let newer = of.iter().any(|when| {
                nos.iter().all(|no| when.is_after(no))
                    && texts
                        .iter()
                        .all(|text| when.number == text.number || when.is_after(text))
            });
            assert!(newer, "{}", context());
        }
        self.check_editions(&rows);
    }

    /// Editions stay as they were frozen, and no later one and no difference names who is not to be named.
    fn check_editions(&self, rows: &[SignOn]) {
        let editions = self.coalition.list_editions(self.letter).unwrap();
        let unnamed: BTreeSet<&str> = rows
            .iter()
            .filter(|row| row.unnamed)
            .map(|row| row.prints_as.as_str())
            .collect();
        for edition in &editions {
            let frozen = self.frozen.iter().find(|frozen| frozen.id == edition.id).unwrap();
            let text = self.coalition.get_edition_form(edition.id, Format::Text).unwrap();
            assert_eq!(
                text, frozen.text,
                "the edition of action {} changed",
                frozen.number
            );
        }
        for (earlier, later) in editions.iter().zip(editions.iter().skip(1)) {
            let diff = self
                .coalition
                .diff_editions(self.letter, earlier.number, later.number)
                .unwrap();
            let sentence = diff.sentence(Language::English);
            for name in &unnamed {
                assert!(!sentence.contains(name), "{sentence}\n{}", self.log.join("\n"));
            }
        }
    }
}

fn is_no(status: Status) -> bool {
    matches!(status, Status::Declined | Status::Withdrawn)
}

#[test]
fn every_entry_of_every_block_has_its_ground() {
    let histories: u64 = std::env::var("CONSENT_HISTORIES")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(20);
    let seed: u64 = std::env::var("CONSENT_SEED")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(20_261_129);
    println!("{histories} histories of {STEPS} actions from seed {seed}");
    for number in 0..histories {
        let mut random = Random(seed.wrapping_add(number));
        let mut history = History::new();
        for _ in 0..STEPS {
            history.step(&mut random);
            history.check();
        }
    }
}
