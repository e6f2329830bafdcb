//! What the block promises, told as the letters people really send. The organizations of the Wisconsin letter
//! are real and did sign; everybody else is invented.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod arranging;
mod choices;
mod formats;
mod grouping;
mod letters;
mod logos;
mod new_documents;
mod pdf;
mod sentences;
mod survival;
mod templates;
mod workbooks;

use super::labels::english;
use super::*;

/// The 26 names of a published letter, in its order, as they print.
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

fn wisconsin() -> Vec<Signatory> {
    named(&WISCONSIN.lines().collect::<Vec<_>>())
}

/// Organizations of these names, entered in this order.
fn named(names: &[&str]) -> Vec<Signatory> {
    names
        .iter()
        .zip(0..)
        .map(|(name, position)| Signatory {
            position,
            ..organization(name)
        })
        .collect()
}

fn organization(name: &str) -> Signatory {
    Signatory {
        name: name.to_owned(),
        ..Signatory::default()
    }
}

fn person(name: &str, title: &str, affiliation: &str) -> Signatory {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Signatory {
        individual: true,
        title: filled(title),
        affiliation: filled(affiliation),
        ..organization(name)
    }
}

fn in_state(name: &str, state: &str) -> Signatory {
    Signatory {
        state: Some(state.to_owned()),
        ..organization(name)
    }
}

fn arranged(signatories: &[Signatory], options: &BlockOptions) -> SignatoryBlock {
    arrange(signatories, options, &english)
}

fn text_of(signatories: &[Signatory], options: &BlockOptions) -> String {
    text::render(&arranged(signatories, options))
}

/// The entries as printed, one a line, a heading marked by a number sign.
fn outline(signatories: &[Signatory], options: &BlockOptions) -> Vec<String> {
    let block = arranged(signatories, options);
    let mut outline = Vec::new();
    for group in &block.groups {
        outline.extend(block.heading(group).map(|heading| format!("# {heading}")));
        outline.extend(group.entries.iter().map(BlockEntry::text));
    }
    outline
}
