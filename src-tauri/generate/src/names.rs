//! Names of organizations in the shapes that real lists have: places, causes and forms; chapters and locals; churches,
//! unions, companies, offices; Spanish, French and German ones; articles, ampersands, digits and legal forms.

mod spelling;

use super::random::Random;
use super::words::{
    ACADEMIC, BRANDS, CAUSES, CAUSES_ES, CAUSES_FR, CONGREGATIONS, DEEDS, DENOMINATIONS, FORMS, FORMS_ES,
    FORMS_FR, GROUNDS, LEGAL, NAMES_DE, OFFICES, PEOPLES, PLACE_ENDS, PLACE_STARTS, PLACES_ES, REGIONS,
    SAINTS, STATES, TRADES, TRADES_OF_BUSINESS, halves,
};
use vocabulary::{OrganizationKind, Scope};

pub(super) use spelling::{acronym, misspell, slug};

/// The state in which most of a synthetic coalition is, as it is in a real one.
const HOME: (&str, &str) = ("Wisconsin", "WI");

/// Where an organization is.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) city: String,
    /// Its state as names write it.
    pub(super) state_name: &'static str,
    /// Its state as it is kept: the postal code.
    pub(super) state: &'static str,
    pub(super) country: &'static str,
}

/// A name with what it gives away.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) kind: OrganizationKind,
    pub(super) scope: Scope,
    pub(super) place: Place,
    /// The same name in English, when it is in another language.
    pub(super) translation: Option<String>,
}

/// The shapes of names, and how many of a thousand have each.
#[derive(Debug, Clone, Copy)]
enum Shape {
    PlaceCauseForm,
    FormForCause,
    TheForm,
    BrandOfState,
    PeopleDeed,
    TwoCauses,
    Church,
    Saint,
    Congregation,
    Local,
    Academic,
    Business,
    Office,
    Friends,
    Digits,
    Spanish,
    French,
    German,
    Joined,
    Intertribal,
}

const SHAPES: &[(usize, Shape)] = &[
    (210, Shape::PlaceCauseForm),
    (90, Shape::FormForCause),
    (50, Shape::TheForm),
    (60, Shape::BrandOfState),
    (110, Shape::PeopleDeed),
    (50, Shape::TwoCauses),
    (55, Shape::Church),
    (25, Shape::Saint),
    (55, Shape::Congregation),
    (50, Shape::Local),
    (35, Shape::Academic),
    (45, Shape::Business),
    (35, Shape::Office),
    (25, Shape::Friends),
    (25, Shape::Digits),
    (50, Shape::Spanish),
    (10, Shape::French),
    (5, Shape::German),
    (10, Shape::Joined),
    (5, Shape::Intertribal),
];

/// A name of an organization that stands by itself, at a place.
pub(super) fn invent(random: &mut Random) -> Named {
    let shape = random.weighted(SHAPES).unwrap_or(Shape::PlaceCauseForm);
    let place = place(random, shape);
    let town = place.city.clone();
    let mut translation = None;
    let (cause, form) = (random.pick(&CAUSES), random.pick(&FORMS));
    let (name, kind, scope) = match shape {
        Shape::PlaceCauseForm => {
            let legal = if random.percent(18) {
                legal(random)
            } else {
                String::new()
            };
            (
                format!("{town} {cause} {form}{legal}"),
                OrganizationKind::Nonprofit,
                Scope::Local,
            )
        }
        Shape::FormForCause => (
            format!("{form} for {cause} in {town}"),
            OrganizationKind::Nonprofit,
            Scope::Local,
        ),
        Shape::TheForm => (
            format!("The {town} {} {form}", random.pick(&PEOPLES)),
            OrganizationKind::Nonprofit,
            Scope::Local,
        ),
        Shape::BrandOfState => {
            let brand = random.pick(&BRANDS);
            let state = place.state_name;
            let name = match random.below(4) {
                0 => format!("{brand} {cause} {form} of {state}"),
                1 => format!("{state} {brand} {cause} {form}"),
                2 => format!("{brand} {form} of {state}, Inc."),
                _ => format!("{brand} {state}: {cause}"),
            };
            (name, OrganizationKind::Nonprofit, Scope::State)
        }
        Shape::PeopleDeed => {
            let (people, deed) = (random.pick(&PEOPLES), random.pick(&DEEDS));
            let name = match random.below(4) {
                0 => format!("{people} {deed} - {town}"),
                1 => format!("{people} of {town} {deed}"),
                _ => format!("{town} {people} {deed}"),
            };
            (name, OrganizationKind::Informal, Scope::Local)
        }
        Shape::TwoCauses => {
            let and = if random.percent(60) { "&" } else { "and" };
            let legal = if random.percent(30) {
                legal(random)
            } else {
                String::new()
            };
            (
                format!("{town} {cause} {and} {} {form}{legal}", random.pick(&CAUSES)),
                OrganizationKind::Nonprofit,
                Scope::Local,
            )
        }
        Shape::Church => {
            let first = random.pick(&[
                "First",
                "Second",
                "Grace",
                "Trinity",
                "Zion",
                "Hope",
                "Faith",
                "Our Savior’s",
                "Peace",
            ]);
            let name = format!("{first} {} Church of {town}", random.pick(&DENOMINATIONS));
            (name, OrganizationKind::Faith, Scope::Local)
        }
        Shape::Saint => {
            let saint = random.pick(&SAINTS);
            let what = random.pick(&[
                "Parish",
                "Church",
                "Community",
                "Social Justice Committee",
                "Congregation",
            ]);
            let name = match random.below(3) {
                0 => format!("St. {saint} {what}, {town}"),
                1 => format!("Saint {saint} {what} ({town})"),
                _ => format!("Sisters of St. {saint} of {town}"),
            };
            (name, OrganizationKind::Faith, Scope::Local)
        }
        Shape::Congregation => (
            format!("{town} {}", random.pick(&CONGREGATIONS)),
            OrganizationKind::Faith,
            Scope::Local,
        ),
        Shape::Local => {
            let (trade, number) = (random.pick(&TRADES), random.between(1, 2_400));
            let name = match random.below(4) {
                0 => format!("{town} {trade}, Local {number}"),
                1 => format!("{trade} Local {number}"),
                2 => format!("{} {trade} Union Local {number}", place.state_name),
                _ => format!("United {trade} of {town}, Local {number}"),
            };
            (name, OrganizationKind::Labor, Scope::Local)
        }
        Shape::Academic => {
            let school = match random.below(3) {
                0 => format!("{town} College"),
                1 => format!("University of {town}"),
                _ => format!("{town} State University"),
            };
            let part = random.pick(&ACADEMIC);
            let name = if random.percent(50) {
                format!("{school}, {part}")
            } else {
                format!("{school} {part}")
            };
            (name, OrganizationKind::Academic, Scope::Local)
        }
        Shape::Business => {
            let trade = random.pick(&TRADES_OF_BUSINESS);
            let legal = legal(random);
            let name = match random.below(3) {
                0 => format!(
                    "{} & {} {trade}{legal}",
                    random.pick(&PLACE_STARTS),
                    random.pick(&PLACE_STARTS)
                ),
                1 => format!("{town} {trade}{legal}"),
                _ => format!("{} {trade} of {town}{legal}", random.pick(&BRANDS)),
            };
            (name, OrganizationKind::Business, Scope::Local)
        }
        Shape::Office => {
            let office = random.pick(&OFFICES);
            let name = match random.below(3) {
                0 => format!("City of {town} {office}"),
                1 => format!("{town} County {office}"),
                _ => format!("{town} {office}"),
            };
            (name, OrganizationKind::Government, Scope::Local)
        }
        Shape::Friends => (
            format!(
                "Friends of {} {}",
                town,
                random.pick(&["Library", "Park", "Museum", "River", "Trails", "Schools", "Woods"])
            ),
            OrganizationKind::Nonprofit,
            Scope::Local,
        ),
        Shape::Digits => {
            let name = match random.below(4) {
                0 => format!(
                    "{} Street {} {form}",
                    ordinal(random.between(3, 99)),
                    random.pick(&PEOPLES)
                ),
                1 => format!(
                    "Ward {} {} of {town}",
                    random.between(1, 40),
                    random.pick(&PEOPLES)
                ),
                2 => format!(
                    "{town} {} {}",
                    random.pick(&["2030", "2040", "24/7", "411", "100%", "50+"]),
                    random.pick(&DEEDS)
                ),
                _ => format!("District {} {cause} {form} ({town})", random.between(1, 99)),
            };
            (name, OrganizationKind::Informal, Scope::Local)
        }
        Shape::Spanish => {
            let ((form, form_en), (cause, cause_en)) =
                (halves(random.pick(&FORMS_ES)), halves(random.pick(&CAUSES_ES)));
            let legal = if random.percent(12) { ", A.C." } else { "" };
            translation = Some(format!("{town} {cause_en} {form_en}"));
            (
                format!("{form} por {cause} de {town}{legal}"),
                OrganizationKind::Nonprofit,
                Scope::Local,
            )
        }
        Shape::French => (
            format!("{} {} de {town}", random.pick(&FORMS_FR), random.pick(&CAUSES_FR)),
            OrganizationKind::Nonprofit,
            Scope::Local,
        ),
        Shape::German => (
            format!("{} {town} e.V.", random.pick(&NAMES_DE)),
            OrganizationKind::Nonprofit,
            Scope::Local,
        ),
        Shape::Joined => {
            // Brands that are written in one word, and one that begins small.
            let people = random.pick(&PEOPLES).replace(' ', "");
            let name = if random.percent(50) {
                format!("{people}ACT {town}")
            } else {
                format!("we{people} of {town}")
            };
            (name, OrganizationKind::Informal, Scope::Local)
        }
        Shape::Intertribal => (
            format!("{town} Intertribal {cause} {form}"),
            OrganizationKind::Nonprofit,
            Scope::Tribal,
        ),
    };
    Named {
        name,
        kind,
        scope,
        place,
        translation,
    }
}

/// The name of an organization with chapters: a union, a national body or a state one.
pub(super) fn invent_parent(random: &mut Random) -> Named {
    let place = place(random, Shape::BrandOfState);
    let (brand, cause, form) = (random.pick(&BRANDS), random.pick(&CAUSES), random.pick(&FORMS));
    let (name, kind, scope) = match random.below(8) {
        0 => (
            format!("National {brand} {cause} {form}"),
            OrganizationKind::Nonprofit,
            Scope::National,
        ),
        1 => (
            format!("United {} International Union", random.pick(&TRADES)),
            OrganizationKind::Labor,
            Scope::International,
        ),
        2 => (
            format!("{} {}", random.pick(&PEOPLES), random.pick(&DEEDS)),
            OrganizationKind::Nonprofit,
            Scope::National,
        ),
        3 => (
            format!("{brand} {} Synod", random.pick(&DENOMINATIONS)),
            OrganizationKind::Faith,
            Scope::State,
        ),
        4 => (
            format!("The {brand} Society"),
            OrganizationKind::Nonprofit,
            Scope::National,
        ),
        5 => (
            format!("{} {} Federation", place.state_name, random.pick(&TRADES)),
            OrganizationKind::Labor,
            Scope::State,
        ),
        6 => (
            format!("{brand} {form} for {cause}, Inc."),
            OrganizationKind::Nonprofit,
            Scope::National,
        ),
        _ => (
            format!("{} {brand} {form}", place.state_name),
            OrganizationKind::Nonprofit,
            Scope::State,
        ),
    };
    Named {
        name,
        kind,
        scope,
        place,
        translation: None,
    }
}

/// The name of a chapter, by its parent's.
pub(super) fn invent_chapter(random: &mut Random, parent: &str, kind: OrganizationKind) -> Named {
    let place = place(random, Shape::PlaceCauseForm);
    let town = &place.city;
    let stem = parent
        .trim_end_matches(", Inc.")
        .trim_start_matches("The ")
        .to_owned();
    let mut scope = Scope::Local;
    let name = if kind == OrganizationKind::Labor {
        let number = random.between(1, 2_400);
        match random.below(3) {
            0 => format!("{stem} Local {number}"),
            1 => format!("{stem}, Local {number}"),
            _ => format!("{stem} - Local {number} ({town})"),
        }
    } else {
        match random.below(7) {
            0 | 1 => format!("{stem} - {town} County Chapter"),
            2 => format!("{stem}, {town} Chapter"),
            3 => format!("{stem} of {town}"),
            4 => {
                scope = Scope::State;
                format!("{stem} - {}", place.state_name)
            }
            5 => format!("{town} Chapter of {stem}"),
            _ => format!("{stem}–{town} Branch"),
        }
    };
    Named {
        name,
        kind,
        scope,
        place,
        translation: None,
    }
}

fn legal(random: &mut Random) -> String {
    let form = if random.percent(60) {
        "Inc."
    } else {
        random.pick(&LEGAL)
    };
    let comma = if random.percent(80) { "," } else { "" };
    format!("{comma} {form}")
}

fn ordinal(number: usize) -> String {
    let end = match (number % 10, number % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{number}{end}")
}

/// The name of a town.
fn town(random: &mut Random) -> String {
    let start = random.pick(&PLACE_STARTS);
    if random.percent(62) {
        format!("{start} {}", random.pick(&GROUNDS))
    } else {
        let end = random.pick(&PLACE_ENDS);
        // "Stillland" is no name: one l less.
        let start = match (start.chars().last(), end.chars().next()) {
            (Some(last), Some(first)) if last == first => {
                start.get(..start.len() - last.len_utf8()).unwrap_or(start)
            }
            _ => start,
        };
        format!("{start}{end}")
    }
}

fn place(random: &mut Random, shape: Shape) -> Place {
    let abroad = matches!(shape, Shape::French | Shape::German) || random.percent(3);
    let city = match shape {
        Shape::Spanish if random.percent(55) => random.pick(&PLACES_ES).to_owned(),
        _ => town(random),
    };
    if abroad {
        let wanted = match shape {
            Shape::French => "QC/Canada",
            Shape::German => "Bayern/Germany",
            _ => random.pick(&REGIONS),
        };
        let (state, country) = halves(wanted);
        return Place {
            city,
            state_name: state,
            state,
            country,
        };
    }
    let (state_name, state) = if random.percent(35) {
        HOME
    } else {
        halves(random.pick(&STATES))
    };
    Place {
        city,
        state_name,
        state,
        country: "United States",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn initials_leave_small_words_and_legal_forms_out() {
        assert_eq!(acronym("Alianza por la Paz de Río Claro, A.C.").unwrap(), "APRC");
        assert_eq!(
            acronym("The Alder Creek Women’s League, Inc."),
            Some("ACWL".to_owned())
        );
        assert_eq!(acronym("Lantern"), None);
    }

    #[test]
    fn an_address_is_plain_letters_and_digits() {
        assert_eq!(slug("Unión & Nguyễn’s Çafé 24", 40), "unionnguyenscafe24");
        assert_eq!(slug("Alder Creek", 5), "alder");
    }
}
