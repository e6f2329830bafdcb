//! Letters with titles as long as they come.

use std::path::Path;

use base::time::Deadline;
use chrono::Utc;
use undersigned_core::coalition::Coalition;
use undersigned_core::letter::LetterFields;

use crate::desktop::Desktop;
use crate::screens::Holding;
use crate::window::{Start, Window};

impl Holding {
    /// The same, with titles of letters as long as they come: one of words, and one with next to no room to break it.
    pub fn open_with_long_titles<'desktop>(
        self,
        desktop: &'desktop Desktop,
        start: &Start,
    ) -> Window<'desktop> {
        let file = self.file(desktop);
        let arguments = file.iter().map(|file| file.display().to_string()).collect();
        if let Some(file) = &file {
            lengthen_titles(file);
        }
        Window::open(
            desktop,
            &Start {
                arguments,
                ..start.clone()
            },
        )
    }
}

/// Makes every title of the letters in a file 200 characters long; each still begins as it did.
fn lengthen_titles(file: &Path) {
    const WORDS: &str = " in Wisconsin’s counties, cities, villages and towns, and in every agreement that sheriffs have signed or may sign";
    let mut coalition = Coalition::open(file).expect("the file can be opened");
    for summary in coalition.list_letters().expect("it has letters") {
        let letter = coalition.get_letter(summary.id).expect("it is there");
        let more = match letter.title.starts_with("Extend rent") {
            true => "_relief_for_every_tenant".repeat(10),
            false => WORDS.repeat(2),
        };
        let local = |deadline: Option<Deadline>| deadline.map(|deadline| deadline.local);
        let fields = LetterFields {
            title: letter.title.chars().chain(more.chars()).take(200).collect(),
            addressee: letter.addressee,
            stage: letter.stage,
            soft_deadline: local(letter.soft_deadline),
            hard_deadline: local(letter.hard_deadline),
            zone: letter.zone,
            topic: letter.topic,
            individuals: letter.individuals,
            chase_days: letter.chase_days,
            gap_days: letter.gap_days,
            note: letter.note,
            goal: letter.goal,
            form: letter.form,
            leads: letter.leads.iter().map(|lead| lead.id).collect(),
        };
        let set = coalition.set_letter(letter.id, &fields, Utc::now());
        set.expect("a title may be that long");
    }
}
