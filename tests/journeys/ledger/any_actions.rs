//! Any two hundred actions on a ledger: what is in the block has its ground, and undo and redo lead back and forth.

use std::collections::BTreeMap;

use proptest::prelude::*;
use undersigned_core::history::Event;
use vocabulary::ids::EditionId;

use super::*;
use crate::day;

/// Something done to a ledger, with numbers that choose among what is there.
#[derive(Debug, Clone)]
enum Deed {
    Ask(u8),
    Individual(u8),
    Status(u8, u8, u8),
    Evidence(u8, u8),
    File(u8, u8),
    NoEvidence(u8),
    Outreach(u8, u8),
    Later(u8),
    Name(u8, u8),
    TakeOff(u8),
    Version(u8),
    Deadline(u8),
    Stage(u8),
    Freeze,
    Merge(u8, u8),
    RemovePerson,
    Undo,
    Redo,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        2 => any::<u8>().prop_map(Deed::Ask),
        1 => any::<u8>().prop_map(Deed::Individual),
        6 => any::<(u8, u8, u8)>().prop_map(|(a, b, c)| Deed::Status(a, b, c)),
        1 => any::<(u8, u8)>().prop_map(|(a, b)| Deed::Evidence(a, b)),
        1 => any::<(u8, u8)>().prop_map(|(a, b)| Deed::File(a, b)),
        1 => any::<u8>().prop_map(Deed::NoEvidence),
        1 => any::<(u8, u8)>().prop_map(|(a, b)| Deed::Outreach(a, b)),
        1 => any::<u8>().prop_map(Deed::Later),
        1 => any::<(u8, u8)>().prop_map(|(a, b)| Deed::Name(a, b)),
        1 => any::<u8>().prop_map(Deed::TakeOff),
        1 => any::<u8>().prop_map(Deed::Version),
        1 => any::<u8>().prop_map(Deed::Deadline),
        1 => any::<u8>().prop_map(Deed::Stage),
        1 => Just(Deed::Freeze),
        1 => any::<(u8, u8)>().prop_map(|(a, b)| Deed::Merge(a, b)),
        1 => Just(Deed::RemovePerson),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
    ]
}

fn tables<T>(change: Result<Change<T>, Error>) -> bool {
    change.is_ok_and(|change| !change.tables.is_empty())
}

/// Does a deed where it can be done, and says whether it changed anything.
fn perform(desk: &mut Desk, deed: &Deed, now: DateTime<Utc>) -> bool {
    let pick = |number: u8, length: usize| usize::from(number) % length.max(1);
    let letter = desk.letter;
    let ledger = desk.coalition.list_sign_ons(letter, now).unwrap();
    let one = |number: u8| ledger.get(pick(number, ledger.len())).map(|row| row.id);
    let organizations: Vec<OrganizationId> = desk
        .coalition
        .list_organization_ids(&OrganizationFilter::default(), OrganizationSort::default())
        .unwrap();
    let organization = |number: u8| organizations[pick(number, organizations.len())];
    let coalition = &mut desk.coalition;
    match deed {
        Deed::Ask(a) => tables(coalition.add_sign_ons(letter, &[organization(*a)], now)),
        Deed::Individual(a) => tables(coalition.add_individual(
            letter,
            &format!("Robin Sample {}", a % 3),
            "Poet",
            "Grove College",
            now,
        )),
        Deed::Status(a, b, c) => one(*a).is_some_and(|id| {
            let change = StatusChange {
                via: (c % 3 > 0).then(|| Via::ALL[pick(*c, Via::ALL.len())]),
                evidence: (c % 5 < 2).then(|| format!("Text {c}")),
                reason: (c % 11 == 0).then(|| "A standing decision".to_owned()),
                ..StatusChange::to(Status::ALL[pick(*b, Status::ALL.len())])
            };
            tables(coalition.set_sign_on_status(&[id], &change, now))
        }),
        Deed::Evidence(a, b) => one(*a).is_some_and(|id| {
            let via = Via::ALL[pick(*b, Via::ALL.len())];
            tables(coalition.add_evidence(&[id], Some(via), "Something came", None, now))
        }),
        Deed::File(a, b) => one(*a).zip(one(*b)).is_some_and(|(one, other)| {
            let content = format!("file {}", b % 4);
            tables(coalition.add_evidence_file(&[one, other], None, "a.bin", content.as_bytes(), now))
        }),
        Deed::NoEvidence(a) => one(*a).is_some_and(|id| {
            let evidence = coalition.list_evidence(id).unwrap();
            evidence
                .first()
                .is_some_and(|item| tables(coalition.remove_evidence(id, item.id, now)))
        }),
        Deed::Outreach(a, b) => one(*a).is_some_and(|id| {
            let kind = OutreachKind::ALL[pick(*b, OutreachKind::ALL.len())];
            tables(coalition.log_outreach(&[id], kind, None, "Hello?", None, now))
        }),
        Deed::Later(a) => {
            one(*a).is_some_and(|id| tables(coalition.set_chase_after(&[id], Some("2020-12-20"), now)))
        }
        Deed::Name(a, b) => {
            one(*a).is_some_and(|id| tables(coalition.set_sign_on_name(id, &format!("Prints {b}"), now)))
        }
        Deed::TakeOff(a) => one(*a)
            .filter(|_| a % 3 == 0)
            .is_some_and(|id| tables(coalition.remove_sign_ons(&[id], now))),
        Deed::Version(a) => {
            let fields = VersionFields {
                text: format!("Text {a}"),
                summary: String::new(),
                reconfirm: Reconfirm::ALL[pick(*a, Reconfirm::ALL.len())],
                reconfirm_by: (a % 2 == 0).then(|| "2020-12-24".to_owned()),
            };
            tables(coalition.add_version(letter, &fields, now))
        }
        Deed::Deadline(a) => {
            let local = (a % 4 > 0).then(|| format!("2020-12-{:02}T17:00", a % 28 + 1));
            let zone = ["America/Chicago", "Europe/Madrid", ""][pick(*a, 3)];
            let which = DeadlineKind::ALL[pick(*a, 2)];
            tables(coalition.move_deadline(letter, which, local.as_deref(), zone, "", now))
        }
        Deed::Stage(a) => {
            let fields = LetterFields {
                stage: Stage::ALL[pick(*a, Stage::ALL.len())],
                ..LetterFields::from(coalition.get_letter(letter).unwrap())
            };
            tables(coalition.set_letter(letter, &fields, now))
        }
        Deed::Freeze => {
            let options = BlockOptions::default();
            tables(coalition.freeze_edition(letter, &options, &Language::English, "", now))
        }
        Deed::Merge(a, b) => {
            let (keep, drop) = (organization(*a), organization(*b));
            a % 4 == 0 && tables(coalition.merge_organizations(keep, drop, &MergeChoices::default(), now))
        }
        Deed::RemovePerson => {
            let found = coalition.resolve_person("Robin Sample");
            found.is_ok_and(|id| tables(coalition.remove_people(&[id], now)))
        }
        Deed::Undo => tables(coalition.undo(now)),
        Deed::Redo => tables(coalition.redo(now)),
    }
}

/// Those in the block who may not be: nobody stands there without a yes that counts for the latest text.
fn unconsented(desk: &Desk) -> Vec<String> {
    let block = desk
        .coalition
        .get_block(desk.letter, &BlockOptions::default(), &Language::English)
        .unwrap();
    let shown: BTreeSet<SignOnId> = block
        .groups
        .iter()
        .flat_map(|group| &group.entries)
        .filter_map(|entry| entry.sign_on)
        .collect();
    let versions = desk.coalition.list_versions(desk.letter).unwrap();
    let asks_again = |signed: u32| {
        versions
            .iter()
            .any(|version| version.number > signed && version.reconfirm == Reconfirm::OptIn)
    };
    let ledger = desk.coalition.list_sign_ons(desk.letter, day(20)).unwrap();
    ledger
        .iter()
        .filter(|row| shown.contains(&row.id))
        .filter(|row| {
            let evidence = desk.coalition.list_evidence(row.id).unwrap();
            let written = row.via.is_some_and(Via::is_written)
                || evidence.iter().any(|item| item.via.is_none_or(Via::is_written));
            let rests = written || !row.reason.is_empty();
            let stands = !asks_again(row.version.unwrap_or(0));
            !(row.status == Status::Confirmed && rests && stands)
        })
        .map(|row| row.prints_as.clone())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, failure_persistence: None, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn any_two_hundred_actions_keep_the_rules_of_the_ledger(deeds in prop::collection::vec(deed(), 200)) {
        let mut desk = Desk::new();
        for number in 0..6 {
            desk.organization(&grove(number));
        }
        let person = PersonFields { name: "Robin Sample".into(), ..PersonFields::default() };
        let person = desk.coalition.add_person(&person, day(1)).unwrap().output;
        let alder = desk.coalition.resolve_organization(&grove(0)).unwrap();
        let item = AskItem { organization_id: alder, person_id: Some(person) };
        desk.coalition.ask(desk.letter, &Asking::from(vec![item]), day(1)).unwrap();
        let whole = |desk: &Desk| desk.coalition.list_history(None, usize::MAX >> 1).unwrap();
        let mut history: Vec<Event> = whole(&desk);
        // What stands, and after it what was undone: the last place is where we are.
        let (mut dumps, mut place) = (vec![desk.dump()], 0);
        let mut sent: BTreeMap<EditionId, Vec<u8>> = BTreeMap::new();
        for (number, deed) in deeds.iter().enumerate() {
            // The clock goes on, a little with each deed.
            let now = day(2) + chrono::Duration::minutes(90 * number as i64);
            // What was there before the first deed is not taken back.
            if matches!(deed, Deed::Undo) && place == 0 {
                continue;
            }
            let changed = perform(&mut desk, deed, now);
            let dump = desk.dump();
            match (deed, changed) {
                (Deed::Undo, true) => place -= 1,
                (Deed::Redo, true) => place += 1,
                (_, true) => {
                    dumps.truncate(place + 1);
                    dumps.push(dump.clone());
                    place += 1;
                }
                (_, false) => {}
            }
            prop_assert_eq!(&dump, &dumps[place], "after {:?}", deed);
            prop_assert_eq!(unconsented(&desk), Vec::<String>::new(), "after {:?}", deed);
            let told = whole(&desk);
            prop_assert_eq!(told.len(), history.len() + usize::from(changed), "one entry an action");
            for (earlier, now) in history.iter().rev().zip(told.iter().rev()) {
                // What it is about may be gone since; what was told stays as it was told.
                prop_assert_eq!(
                    (earlier.seq, earlier.at, earlier.action, &earlier.op, &earlier.detail, &earlier.authorized_by),
                    (now.seq, now.at, now.action, &now.op, &now.detail, &now.authorized_by)
                );
            }
            history = told;
            for edition in desk.coalition.list_editions(desk.letter).unwrap() {
                let form = desk.coalition.get_edition_form(edition.id, Format::Html).unwrap();
                let before = sent.entry(edition.id).or_insert_with(|| form.clone());
                prop_assert_eq!(&form, before, "an edition is as it was sent");
            }
        }
        prop_assert_eq!(desk.coalition.verify().unwrap(), Vec::<String>::new());
        while place > 0 {
            desk.coalition.undo(day(28)).unwrap();
            place -= 1;
            prop_assert_eq!(&desk.dump(), &dumps[place]);
        }
        prop_assert_eq!(desk.coalition.verify().unwrap(), Vec::<String>::new());
    }
}
