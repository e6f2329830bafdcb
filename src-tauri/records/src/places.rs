//! Where somebody is: town, state and country, apart or in one cell.

use crate::Record;
use base::text::one_line;
use names::recognize::words::{fold, is_country, state_code};

impl Record {
    /// Town and state where they stand together: "Viroqua, WI".
    pub(super) fn set_place(&mut self, place: &str) {
        let place = one_line(place);
        // "Viroqua, Wisconsin, USA"; but Atlanta is in no country of the name.
        let place = match place.rsplit_once(',') {
            Some((rest, last))
                if is_country(&fold(last.trim())) && state_code(&fold(last.trim())).is_none() =>
            {
                if self.country.is_empty() {
                    self.country = last.trim().to_owned();
                }
                rest.trim().to_owned()
            }
            _ => place,
        };
        match place.rsplit_once(',') {
            Some((city, state)) if state_code(&fold(state)).is_some() => {
                self.city = city.trim().to_owned();
                self.state = state_of(state);
            }
            _ if state_code(&fold(&place)).is_some() => self.state = state_of(&place),
            _ => self.city = place,
        }
    }

    /// Takes apart a town that has its state beside it, and a postal code that has both: "Camden, NJ", "Homer, Alaska 99603".
    pub(super) fn settle_place(&mut self, postal: &str) {
        if let Some((town, state)) = self.city.rsplit_once(',')
            && let Some(code) = state_code(&fold(state.trim()))
            && (self.state.is_empty() || self.state == code)
        {
            self.state = code.to_owned();
            self.city = town.trim().to_owned();
        }
        if self.city.is_empty() && self.state.is_empty() {
            let words = postal
                .trim_end_matches(|c: char| c.is_ascii_digit() || c == '-')
                .trim();
            if words.contains(',') && words.len() < postal.len() {
                self.set_place(words);
            }
        }
    }
}

/// A state as its postal code where it has one, else as given.
pub(super) fn state_of(text: &str) -> String {
    let text = text.trim();
    state_code(&fold(text)).map_or_else(|| text.to_owned(), str::to_owned)
}
