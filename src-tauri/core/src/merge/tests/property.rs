//! Any coalition, any two of its organizations: a merge loses nothing that something referred to, an undo restores every
//! row, and a redo does the same again.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// Where numbers choose among a handful of organizations, people and letters.
#[derive(Debug, Clone)]
enum Deed {
    Under(u8, u8),
    Alias(u8, u8),
    Tag(u8, u8),
    Person(u8, u8, u8, u8),
    Sign(u8, u8, u8),
    Lead(u8, u8, u8),
    Apart(u8, u8),
    Filter(u8),
    Note(u8, u8),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        any::<(u8, u8)>().prop_map(|(a, b)| Deed::Under(a, b)),
        any::<(u8, u8)>().prop_map(|(a, b)| Deed::Alias(a, b)),
        any::<(u8, u8)>().prop_map(|(a, b)| Deed::Tag(a, b)),
        any::<(u8, u8, u8, u8)>().prop_map(|(a, b, c, d)| Deed::Person(a, b, c, d)),
        any::<(u8, u8, u8)>().prop_map(|(a, b, c)| Deed::Sign(a, b, c)),
        any::<(u8, u8, u8)>().prop_map(|(a, b, c)| Deed::Sign(a, b, c)),
        any::<(u8, u8, u8)>().prop_map(|(a, b, c)| Deed::Lead(a, b, c)),
        any::<(u8, u8)>().prop_map(|(a, b)| Deed::Apart(a, b)),
        any::<u8>().prop_map(Deed::Filter),
        any::<(u8, u8)>().prop_map(|(a, b)| Deed::Note(a, b)),
    ]
}

/// Does what can be done of these deeds in a coalition of five organizations and three letters.
fn perform(deeds: &[Deed]) -> (Coalition, Vec<OrganizationId>) {
    let mut coalition = Coalition::in_memory().unwrap();
    let organizations: Vec<OrganizationId> = (0..5)
        .map(|n| {
            let fields = organization(&format!("Grove {n} Neighbors"));
            coalition.add_organization(&fields, now()).unwrap().output
        })
        .collect();
    let letters: Vec<LetterId> = (0..3)
        .map(|n| {
            let fields = LetterFields {
                title: format!("Letter {n}"),
                ..Default::default()
            };
            coalition.add_letter(&fields, now()).unwrap().output
        })
        .collect();
    let one = |n: &u8| organizations[usize::from(*n) % organizations.len()];
    let letter = |n: &u8| letters[usize::from(*n) % letters.len()];
    for deed in deeds {
        // What breaks a rule is not done.
        match deed {
            Deed::Under(a, b) => change(&mut coalition, one(a), |fields| fields.parent_id = Some(one(b))),
            Deed::Alias(a, b) => change(&mut coalition, one(a), |fields| {
                let kind = AliasKind::ALL[usize::from(*b) % AliasKind::ALL.len()];
                fields.aliases.push(alias(&format!("Grove {}", b % 6), kind));
            }),
            Deed::Tag(a, b) => change(&mut coalition, one(a), |fields| {
                fields.tags.push(format!("t{}", b % 5))
            }),
            Deed::Note(a, b) => change(&mut coalition, one(a), |fields| {
                fields.note = format!("Note {b}");
                fields.city = format!("City {}", b % 3);
                fields.signing.ask_first = b % 2 == 0;
            }),
            Deed::Person(a, b, c, d) => {
                let affiliation = |organization: OrganizationId, n: u8| AffiliationFields {
                    since: n.is_multiple_of(2).then(|| format!("20{:02}", n % 30)),
                    may_sign: n.is_multiple_of(3),
                    primary: n.is_multiple_of(2),
                    ..at(organization, ["Chair", "chair", "Organizer"][usize::from(n) % 3])
                };
                let fields = PersonFields {
                    name: format!("Person {c}"),
                    affiliations: vec![
                        affiliation(one(a), *c),
                        affiliation(one(b), *d),
                        affiliation(one(b), c.wrapping_add(1)),
                    ],
                    ..Default::default()
                };
                let _ = coalition.add_person(&fields, now());
            }
            Deed::Sign(a, b, c) => {
                let change = StatusChange {
                    via: Some(Via::Email),
                    evidence: (c % 3 != 0).then(|| format!("Text {c}")),
                    ..StatusChange::to(Status::ALL[usize::from(*b) % Status::ALL.len()])
                };
                let fields = SignOnFields {
                    note: Some(format!("Note {c}")),
                    ..Default::default()
                };
                let done = coalition.set_sign_on(letter(b), one(a), &change, &fields, now());
                if let Ok(done) = done.as_ref()
                    && c % 2 == 0
                {
                    let kind = OutreachKind::ALL[usize::from(*c) % OutreachKind::ALL.len()];
                    let _ = coalition.log_outreach(&[done.output], kind, None, "Hello?", None, now());
                }
            }
            Deed::Lead(a, b, c) => {
                let fields = LetterFields {
                    title: format!("Letter {}", a % 3),
                    leads: vec![one(b), one(c)],
                    ..Default::default()
                };
                let _ = coalition.set_letter(letter(a), &fields, now());
            }
            Deed::Apart(a, b) if one(a) != one(b) => {
                let _ = coalition.keep_apart(one(a), one(b), now());
            }
            Deed::Apart(..) => {}
            Deed::Filter(a) => {
                let filter = Filter::Organizations(OrganizationFilter {
                    parent_id: Some(one(a)),
                    ..Default::default()
                });
                let _ = coalition.save_filter(&format!("Filter {a}"), &filter, now());
            }
        }
    }
    (coalition, organizations)
}

fn change(coalition: &mut Coalition, id: OrganizationId, with: impl FnOnce(&mut OrganizationFields)) {
    let mut fields = OrganizationFields::from(coalition.get_organization(id).unwrap());
    with(&mut fields);
    let _ = coalition.set_organization(id, &fields, now());
}

/// The values of a query about the two, each once, as text.
fn set(coalition: &Coalition, sql: &str, ids: &[OrganizationId]) -> BTreeSet<String> {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let mut statement = coalition
        .conn
        .prepare(&sql.replace("IDS", &ids.join(", ")))
        .unwrap();
    let rows = statement.query_map([], |row| row.get::<_, Value>(0)).unwrap();
    rows.map(|row| format!("{:?}", row.unwrap())).collect()
}

/// What must be the same of both before and of the kept one after: each query gives what hangs on these organizations.
const KEPT: &[(&str, &str)] = &[
    (
        "names",
        "SELECT name FROM organization WHERE id IN (IDS) UNION SELECT name FROM organization_alias
         WHERE organization_id IN (IDS)",
    ),
    (
        "tags",
        "SELECT lower(tag) FROM organization_tag WHERE organization_id IN (IDS)",
    ),
    (
        "people with their roles",
        "SELECT person_id || lower(role) FROM affiliation WHERE organization_id IN (IDS)",
    ),
    (
        "letters",
        "SELECT letter_id FROM sign_on WHERE organization_id IN (IDS)",
    ),
    (
        "evidence",
        "SELECT letter_id || ':' || evidence_id FROM sign_on_evidence JOIN sign_on ON id = sign_on_id
         WHERE organization_id IN (IDS)",
    ),
    (
        "outreach",
        "SELECT letter_id || ':' || r.id FROM outreach r JOIN sign_on ON sign_on.id = sign_on_id
         WHERE organization_id IN (IDS)",
    ),
    (
        "leads",
        "SELECT letter_id FROM letter_lead WHERE organization_id IN (IDS)",
    ),
    (
        "chapters",
        "SELECT id FROM organization WHERE parent_id IN (IDS) AND id NOT IN (IDS)",
    ),
    (
        "those kept apart",
        "SELECT CASE WHEN a_id IN (IDS) THEN b_id ELSE a_id END FROM not_same
         WHERE (a_id IN (IDS)) <> (b_id IN (IDS))",
    ),
    (
        "filters",
        "SELECT id FROM saved_filter WHERE filter ->> 'parentId' IN (IDS)",
    ),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_merge_loses_nothing_and_an_undo_restores_every_row(
        deeds in prop::collection::vec(deed(), 0..40),
        pair in (0..5usize, 1..5usize),
        choices in any::<(bool, bool, bool)>(),
    ) {
        let (mut coalition, organizations) = perform(&deeds);
        let (keep, drop) = (organizations[pair.0], organizations[(pair.0 + pair.1) % 5]);
        let side = |drop: bool| if drop { Side::Drop } else { Side::Keep };
        let mut chosen = MergeChoices::default();
        if choices.0 {
            for field in [OrganizationField::Name, OrganizationField::Parent] {
                chosen.fields.push(FieldChoice { field, take: side(choices.1) });
            }
        }
        for letter in coalition.list_letters().unwrap().iter().filter(|_| choices.2) {
            chosen.sign_ons.push(SignOnChoice { letter_id: letter.id, take: side(choices.1) });
        }
        let before = dump(&coalition);
        let hung: Vec<_> = KEPT.iter().map(|(_, sql)| set(&coalition, sql, &[keep, drop])).collect();
        let texts = number(&coalition, "SELECT count(*) FROM evidence");
        let plan = coalition.plan_merge(keep, drop, &chosen).unwrap();
        if let Err(error) = coalition.merge_organizations(keep, drop, &chosen, now()) {
            // Only a person can choose a yes that the no of the other took back, and that is refused whole.
            prop_assert!(choices.2, "{error:?}");
            prop_assert!(matches!(error, Error::Rule { .. }), "{error:?}");
            prop_assert_eq!(dump(&coalition), before);
            return Ok(());
        }
        let after = dump(&coalition);
        prop_assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
        for ((what, sql), hung) in KEPT.iter().zip(&hung) {
            prop_assert_eq!(&set(&coalition, sql, &[keep]), hung, "{}", what);
        }
        prop_assert_eq!(number(&coalition, "SELECT count(*) FROM evidence"), texts);
        let primaries = format!("SELECT count(*) FROM affiliation WHERE is_primary AND organization_id = {keep}");
        prop_assert!(number(&coalition, &primaries) <= 1);
        for collision in &plan.collisions {
            let id = coalition.find_sign_on(collision.letter_id, keep).unwrap();
            let stays = if collision.taken == Side::Keep { &collision.keep } else { &collision.drop };
            prop_assert_eq!(id, Some(stays.id));
        }
        let circle = "WITH RECURSIVE above (start, id) AS (SELECT id, parent_id FROM organization WHERE parent_id IS NOT NULL
              UNION SELECT start, parent_id FROM organization JOIN above USING (id) WHERE parent_id IS NOT NULL)
            SELECT count(*) FROM above WHERE start = id";
        prop_assert_eq!(number(&coalition, circle), 0);
        coalition.undo(now()).unwrap();
        prop_assert_eq!(dump(&coalition), before);
        prop_assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
        coalition.redo(now()).unwrap();
        prop_assert_eq!(dump(&coalition), after);
        prop_assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    }
}
