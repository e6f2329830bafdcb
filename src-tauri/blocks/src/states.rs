//! The names of states, districts, territories and provinces as a heading prints them, in the letter's
//! language. Reading a state from what somebody typed is `recognize/words.rs`; this file only spells out its
//! postal code.

/// Postal code, English name, and the Spanish name where it is another one (those of Unicode CLDR).
const NAMES: &[(&str, &str, &str)] = &[
    ("AL", "Alabama", ""),
    ("AK", "Alaska", ""),
    ("AZ", "Arizona", ""),
    ("AR", "Arkansas", ""),
    ("CA", "California", ""),
    ("CO", "Colorado", ""),
    ("CT", "Connecticut", ""),
    ("DE", "Delaware", ""),
    ("DC", "District of Columbia", "Distrito de Columbia"),
    ("FL", "Florida", ""),
    ("GA", "Georgia", ""),
    ("HI", "Hawaii", "Hawái"),
    ("ID", "Idaho", ""),
    ("IL", "Illinois", ""),
    ("IN", "Indiana", ""),
    ("IA", "Iowa", ""),
    ("KS", "Kansas", ""),
    ("KY", "Kentucky", ""),
    ("LA", "Louisiana", "Luisiana"),
    ("ME", "Maine", ""),
    ("MD", "Maryland", ""),
    ("MA", "Massachusetts", ""),
    ("MI", "Michigan", "Míchigan"),
    ("MN", "Minnesota", ""),
    ("MS", "Mississippi", "Misisipi"),
    ("MO", "Missouri", "Misuri"),
    ("MT", "Montana", ""),
    ("NE", "Nebraska", ""),
    ("NV", "Nevada", ""),
    ("NH", "New Hampshire", "Nuevo Hampshire"),
    ("NJ", "New Jersey", "Nueva Jersey"),
    ("NM", "New Mexico", "Nuevo México"),
    ("NY", "New York", "Nueva York"),
    ("NC", "North Carolina", "Carolina del Norte"),
    ("ND", "North Dakota", "Dakota del Norte"),
    ("OH", "Ohio", ""),
    ("OK", "Oklahoma", ""),
    ("OR", "Oregon", "Oregón"),
    ("PA", "Pennsylvania", "Pensilvania"),
    ("RI", "Rhode Island", ""),
    ("SC", "South Carolina", "Carolina del Sur"),
    ("SD", "South Dakota", "Dakota del Sur"),
    ("TN", "Tennessee", ""),
    ("TX", "Texas", ""),
    ("UT", "Utah", ""),
    ("VT", "Vermont", ""),
    ("VA", "Virginia", ""),
    ("WA", "Washington", ""),
    ("WV", "West Virginia", "Virginia Occidental"),
    ("WI", "Wisconsin", ""),
    ("WY", "Wyoming", ""),
    ("AS", "American Samoa", "Samoa Americana"),
    ("GU", "Guam", ""),
    ("MP", "Northern Mariana Islands", "Islas Marianas del Norte"),
    ("PR", "Puerto Rico", ""),
    (
        "VI",
        "U.S. Virgin Islands",
        "Islas Vírgenes de los Estados Unidos",
    ),
    ("AB", "Alberta", ""),
    ("BC", "British Columbia", "Columbia Británica"),
    ("MB", "Manitoba", ""),
    ("NB", "New Brunswick", "Nuevo Brunswick"),
    ("NL", "Newfoundland and Labrador", "Terranova y Labrador"),
    ("NS", "Nova Scotia", "Nueva Escocia"),
    ("NT", "Northwest Territories", "Territorios del Noroeste"),
    ("NU", "Nunavut", ""),
    ("ON", "Ontario", ""),
    ("PE", "Prince Edward Island", "Isla del Príncipe Eduardo"),
    ("QC", "Quebec", ""),
    ("SK", "Saskatchewan", ""),
    ("YT", "Yukon", "Yukón"),
];

/// The name of the state with this postal code (upper case), in Spanish for a Spanish tag and in English
/// otherwise.
pub(super) fn spelled_out(code: &str, language: &str) -> Option<&'static str> {
    let (_, english, spanish) = NAMES.iter().find(|(known, _, _)| *known == code)?;
    let is_spanish = language
        .split(['-', '_'])
        .next()
        .is_some_and(|tag| tag.eq_ignore_ascii_case("es"));
    Some(if is_spanish && !spanish.is_empty() {
        spanish
    } else {
        english
    })
}
