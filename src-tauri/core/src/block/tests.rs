#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::labels::english;
use super::*;

const WISCONSIN: &str = "ACLU of Wisconsin
Black Leaders Organizing for Communities (BLOC)
Brown Berets
DSA
First Unitarian Society - Madison - Justice Ministry
Hanan Refugees Relief Group
Hmong American Women’s Association, Inc.
Kids Forward
League of United Latin American Citizens - WI
League of Women Voters of Wisconsin
Lutheran Office for Public Policy in Wisconsin
Milwaukee Action Intersection
Milwaukee County Human Rights Commission
Milwaukee Turners
Mothers for Justice United
National Association of Social Workers, Wisconsin Chapter
National Association for the Advancement of Colored People (NAACP) - Milwaukee Branch
National Lawyers’ Guild Madison Chapter
National Lawyers’ Guild Milwaukee Chapter
RidRacism Milwaukee
Task Force on Criminal Justice Reform
Voces de la Frontera
Wisconsin Faith Voices for Justice
Wisconsin Justice Initiative
Wisconsin Network for Peace and Justice
WISDOM";

pub(super) fn named(names: &[&str]) -> Vec<Signatory> {
    names
        .iter()
        .zip(0..)
        .map(|(name, position)| Signatory {
            name: (*name).to_owned(),
            position,
            ..Signatory::default()
        })
        .collect()
}

pub(super) fn arranged(signatories: &[Signatory], options: &BlockOptions) -> SignatoryBlock {
    arrange(signatories, options, &english)
}

fn wisconsin() -> Vec<Signatory> {
    named(&WISCONSIN.lines().collect::<Vec<_>>())
}

fn prose() -> BlockOptions {
    BlockOptions {
        layout: Layout::Prose,
        order: Order::Entered,
        ..BlockOptions::default()
    }
}

#[test]
fn the_wisconsin_names_give_the_published_sentence() {
    let options = BlockOptions {
        separator: Separator::Comma,
        intro: "Signatories of the letter included: ".into(),
        ..prose()
    };
    let block = arranged(&wisconsin(), &options);
    let expected = format!(
        "Signatories of the letter included: {}, and WISDOM.",
        WISCONSIN.lines().take(25).collect::<Vec<_>>().join(", ")
    );
    assert_eq!(text::render(&block), expected);
    assert_eq!(
        render(&block, Format::Text).unwrap(),
        format!("{expected}\n").into_bytes()
    );
}
