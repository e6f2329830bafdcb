//! The days of a letter as a calendar: its deadlines, and until when who is considering.

use chrono::{DateTime, Utc};

use crate::coalition::Coalition;
use base::error::Result;
use base::messages::{Language, Message};
use base::time;
use drafts::calendar::{Entry, When, calendar};
use vocabulary::ids::{LetterId, SignOnId};

impl Coalition {
    /// The deadlines of a letter and the answers that are expected until a day, as an iCalendar file. The entries keep their ids
    /// from file to file.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn make_calendar(&self, letter: LetterId, language: Language, now: DateTime<Utc>) -> Result<String> {
        let letter = self.get_letter(letter)?;
        let mut entries = Vec::new();
        let deadlines = [
            ("soft", "calendar-soft", &letter.soft_deadline),
            ("hard", "calendar-hard", &letter.hard_deadline),
        ];
        for (which, id, deadline) in deadlines {
            let Some(deadline) = deadline else { continue };
            entries.push(Entry {
                uid: format!("letter-{}-{which}@undersigned", letter.id),
                when: When::At(time::read(&deadline.instant)?),
                summary: Message::new(id).text("title", &letter.title).to_string(language),
                description: format!("{} {}", deadline.local.replace('T', " "), deadline.zone),
            });
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT id, prints_as, expected_by FROM sign_on
             WHERE letter_id = ?1 AND status = 'considering' AND expected_by IS NOT NULL ORDER BY expected_by, position, id",
        )?;
        let mut rows = statement.query([letter.id])?;
        while let Some(row) = rows.next()? {
            let (id, name, day): (SignOnId, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let Ok(day) = day.parse() else { continue };
            entries.push(Entry {
                uid: format!("sign-on-{id}@undersigned"),
                when: When::On(day),
                summary: Message::new("calendar-expected")
                    .text("name", name)
                    .to_string(language),
                description: letter.title.clone(),
            });
        }
        Ok(calendar(&letter.title, &entries, now))
    }
}
