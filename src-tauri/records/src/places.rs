//! Where somebody is: town, state and country, apart or in one cell.

use crate::words::scope_of;
use crate::{Reader, Record};
use base::text::one_line;
use names::recognize::words::{fold, is_country, state_code};
use reading::columns::{Field, says_nothing};
use reading::table::Row;
use vocabulary::Scope;

impl Reader {
    /// Where somebody is, by the columns for it.
    pub(super) fn read_place(&self, row: Row<'_>, record: &mut Record) {
        let state = self.text(row, Field::State);
        if !record.set_state(&state) {
            record.lose("import-loss-states", &state, &self.heading_of(Field::State));
        }
        if record.city.is_empty() && record.state.is_empty() {
            // Of several the first.
            let place = (self.cell(row, Field::Place).split(['|', ';', '\n']))
                .next()
                .unwrap_or("");
            if !says_nothing(place) && !place.trim().is_empty() {
                // A whole address: what it says beyond town and state is kept.
                if record.set_address(place) {
                    record.add_note(&one_line(place));
                } else {
                    record.set_place(place);
                }
            }
        }
        record.settle_place(self.cell(row, Field::PostalCode));
    }
}

impl Record {
    /// The state that a cell names, with the town before it or the country behind it. Whether it names one: "AZ, CA" does not.
    fn set_state(&mut self, text: &str) -> bool {
        let code = |part: &str| state_code(&fold(part));
        let parts: Vec<&str> = parts_of(text, &[",", ";", "|", "\n"]);
        match parts.as_slice() {
            [town, last]
                if code(last).is_some_and(|state| {
                    let same = code(town).is_none_or(|of| of == state || (of, state) == ("WA", "DC"));
                    same && town.chars().count() > 2
                }) =>
            {
                self.state = state_of(last);
                if self.city.is_empty() {
                    (*town).clone_into(&mut self.city);
                }
                true
            }
            [state, last] if is_country(&fold(last)) && code(last).is_none() => {
                self.state = state_of(state);
                if self.country.is_empty() {
                    (*last).clone_into(&mut self.country);
                }
                true
            }
            [_, _, ..] => false,
            _ => {
                let several = parts_of(text, &["/", "&", "+", " and ", " y "]);
                if several.len() > 1 && several.iter().all(|part| code(part).is_some()) {
                    return false;
                }
                // "Österreich" below "Land" among states of Germany; but what is a state as well stays one.
                let folded = fold(text);
                if self.country.is_empty()
                    && is_country(&folded)
                    && code(text).is_none()
                    && !["mexico", "guatemala", "panama", "georgia", "luxembourg"].contains(&folded.as_str())
                {
                    text.trim().clone_into(&mut self.country);
                    return true;
                }
                // "National" among states says how far the work of those reaches who are in none.
                match scope_of(text).filter(|_| code(text).is_none()) {
                    Some(reach @ (Scope::National | Scope::International)) => {
                        self.scope = self.scope.or(Some(reach));
                    }
                    _ => self.state = state_of(text),
                }
                true
            }
        }
    }

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

    /// Town and state of a whole address: "12 Elm Row, Suite 4, Viroqua, WI 54665", "Elm Row 12, 54665 Viroqua". Whether it is one.
    fn set_address(&mut self, text: &str) -> bool {
        let has_digit = |part: &str| part.bytes().any(|byte| byte.is_ascii_digit());
        let mut parts: Vec<&str> = text
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty() && !says_nothing(part))
            .collect();
        // What has no number in it is a town with its state or country.
        let lacks = parts.len() < text.split(',').count();
        if !text.contains(',') || !has_digit(text) && !lacks {
            return false;
        }
        if let Some(last) = parts.last()
            && parts.len() > 1
            && is_country(&fold(last))
            && state_code(&fold(last)).is_none()
        {
            if self.country.is_empty() {
                (*last).clone_into(&mut self.country);
            }
            parts.pop();
        }
        // A postal code alone, or behind the state: "California, 92101", "WI 54665".
        let is_code =
            |part: &str| part.len() > 3 && part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if parts.last().is_some_and(|last| is_code(last)) {
            parts.pop();
        }
        let Some(last) = parts.last().copied() else {
            return true;
        };
        let bare = last
            .trim_end_matches(|c: char| c.is_ascii_digit() || c == '-')
            .trim_end();
        if state_code(&fold(bare)).is_some() {
            self.state = state_of(bare);
            let town = parts.len().checked_sub(2).and_then(|at| parts.get(at));
            if let Some(town) = town.filter(|town| !has_digit(town)) {
                (*town).clone_into(&mut self.city);
            }
            return true;
        }
        // "28001 Madrid"
        let town = last
            .trim_start_matches(|c: char| c.is_ascii_digit() || c == '-')
            .trim_start();
        let code = last.len() - town.len();
        if code > 3 && !town.is_empty() && !has_digit(town) {
            town.clone_into(&mut self.city);
            return true;
        }
        // Whatever it is, it is longer than the name of a town.
        parts.len() > 1 && parts.iter().any(|part| has_digit(part))
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
                self.set_place(words.trim_end_matches(','));
                // "Christchurch, Canterbury 8024"
                if let Some((town, region)) = self.city.clone().split_once(',') {
                    town.trim().clone_into(&mut self.city);
                    region.trim().clone_into(&mut self.state);
                }
            }
        }
    }
}

/// A state as its postal code where it has one, else as given.
pub(super) fn state_of(text: &str) -> String {
    let text = text.trim();
    state_code(&fold(text)).map_or_else(|| text.to_owned(), str::to_owned)
}

/// What stands between separators, where something does.
fn parts_of<'t>(text: &'t str, separators: &[&str]) -> Vec<&'t str> {
    let mut parts = vec![text];
    for separator in separators {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    parts.retain(|part| !part.trim().is_empty());
    parts.into_iter().map(str::trim).collect()
}
