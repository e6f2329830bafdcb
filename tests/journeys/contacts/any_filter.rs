//! Pages of every order and filter, for any filter.

use super::*;

/// What is listed, told without the indexes: every row that the filter lets through.
fn expected(rows: &[OrganizationRow], filter: &OrganizationFilter) -> BTreeSet<OrganizationId> {
    let parents: BTreeSet<_> = rows.iter().filter_map(|row| row.parent_id).collect();
    rows.iter()
        .filter(|row| {
            filter.scopes.is_empty() || row.scope.is_some_and(|scope| filter.scopes.contains(&scope))
        })
        .filter(|row| filter.states.is_empty() || filter.states.contains(&row.state))
        .filter(|row| filter.tags.iter().all(|tag| row.tags.contains(tag)))
        .filter(|row| filter.ask_first.is_none_or(|wanted| row.ask_first == wanted))
        .filter(|row| {
            filter
                .lead_days_most
                .is_none_or(|most| row.lead_days.is_some_and(|days| days <= most))
        })
        .filter(|row| {
            let (parent, chapter) = (parents.contains(&row.id), row.parent_id.is_some());
            match filter.standing {
                None => true,
                Some(Standing::Parent) => parent,
                Some(Standing::Chapter) => chapter,
                Some(Standing::Alone) => !parent && !chapter,
            }
        })
        .filter(|row| {
            filter.containing.iter().all(|looked| match looked.field {
                TextField::City => row.city.to_lowercase().contains(&looked.text.to_lowercase()),
                _ => row.website.to_lowercase().contains(&looked.text.to_lowercase()),
            })
        })
        .map(|row| row.id)
        .collect()
}

fn some_filter() -> impl Strategy<Value = OrganizationFilter> {
    let any_of = |words: &'static [&'static str]| prop::sample::subsequence(words, 0..=2);
    (
        prop::sample::subsequence(Scope::ALL, 0..=2),
        any_of(&["WI", "MN", ""]),
        any_of(&["faith", "labor"]),
        prop::option::of(any::<bool>()),
        prop::option::of(0..20u32),
        prop::option::of(prop::sample::select(Standing::ALL)),
        any_of(&["a%", "_", "e", "\\"]),
    )
        .prop_map(
            |(scopes, states, tags, ask_first, lead_days_most, standing, texts)| OrganizationFilter {
                scopes,
                states: states.into_iter().map(str::to_owned).collect(),
                tags: tags.into_iter().map(str::to_owned).collect(),
                ask_first,
                lead_days_most,
                standing,
                containing: texts
                    .into_iter()
                    .map(|text| Containing {
                        field: TextField::City,
                        text: text.into(),
                    })
                    .collect(),
                ..Default::default()
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// In every order and by every filter, the pages are the whole list cut in pieces: nothing twice, nothing missing.
    #[test]
    fn pages_of_every_order_and_filter_are_the_list_cut_in_pieces(filter in some_filter(), seed in any::<u64>()) {
        let mut desk = Desk::new();
        let mut ids: Vec<OrganizationId> = Vec::new();
        let mut number = seed;
        let mut next = |among: u64| {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (number >> 33) % among
        };
        for at in 0..40 {
            let fields = OrganizationFields {
                name: format!("{} Choir {at}", ["Cedar", "The Elm", "árbol", "Zelkova"][next(4) as usize]),
                scope: Scope::ALL.get(next(7) as usize).copied(),
                city: ["", "Ash_town", "Elm 100%", "Café"][next(4) as usize].into(),
                state: ["WI", "MN", ""][next(3) as usize].into(),
                parent_id: ids.get(next(12) as usize).copied().filter(|_| at % 3 == 0),
                tags: ["faith", "labor"].iter().filter(|_| next(2) == 0).map(|tag| (*tag).to_owned()).collect(),
                signing: SigningHabits {
                    lead_days: Some(next(30) as u32).filter(|_| at % 2 == 0),
                    ask_first: next(2) == 0,
                    ..Default::default()
                },
                ..Default::default()
            };
            ids.push(desk.coalition.add_organization(&fields, day(1)).unwrap().output);
        }
        let rows = desk.coalition.list_organization_rows(&ids).unwrap();
        let expected = expected(&rows, &filter);
        for column in OrganizationColumn::ALL {
            for reversed in [false, true] {
                let sort = OrganizationSort { column: *column, reversed };
                let whole = desk.coalition.list_organization_ids(&filter, sort).unwrap();
                prop_assert_eq!(&whole.iter().copied().collect::<BTreeSet<_>>(), &expected);
                prop_assert_eq!(whole.len(), expected.len());
                let mut pieces = Vec::new();
                for offset in (0..whole.len()).step_by(7) {
                    let page = desk.coalition.list_organizations(&filter, sort, offset, 7).unwrap();
                    prop_assert_eq!(page.total as usize, whole.len());
                    pieces.extend(page.rows.into_iter().map(|row| row.id));
                }
                prop_assert_eq!(&pieces, &whole, "{:?}", sort);
            }
        }
    }
}
