//! Which program or form wrote the headings of a table.

use super::{Origin, plain};

/// Which program wrote these headings.
pub(super) fn origin(headings: &[&str]) -> Origin {
    let plain: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
    let has = |heading: &str| plain.iter().any(|of| of == heading);
    let begins = |start: &str| plain.iter().any(|of| of.starts_with(start));
    let first = plain.first().map_or("", String::as_str);
    if matches!(
        first,
        "timestamp"
            | "marca temporal"
            | "marca de tiempo"
            | "zeitstempel"
            | "horodateur"
            | "carimbo de data hora"
            | "informazioni cronologiche"
            | "sygnatura czasowa"
            | "casova znacka"
            | "casova peciatka"
            | "idobelyeg"
            | "marcaj de timp"
            | "tijdstempel"
            | "tidsstempel"
            | "tidstampel"
            | "aikaleima"
            | "zaman damgasi"
            | "vremenska oznaka"
            | "marca de temps"
    ) {
        Origin::GoogleForm
    } else if has("start time") && has("completion time")
        || has("hora de inicio") && has("hora de finalizacion")
        || has("startzeit") && has("fertigstellungszeit")
        || has("heure de debut") && has("heure de fin")
        || has("hora de inicio") && has("hora de conclusao")
    {
        Origin::MicrosoftForm
    } else if has("respondent id") && has("collector id") {
        Origin::SurveyMonkey
    } else if has("network id") && (begins("submit date") || begins("start date")) {
        Origin::Typeform
    } else if has("submission date") && (has("submission id") || has("submission ip"))
        || has("submission id") && has("name")
    {
        Origin::JotForm
    } else if has("e mail value") || has("group membership") || has("organization yomi name") {
        Origin::GoogleContacts
    } else if has("optin time") || has("leid") && has("euid") || has("member rating") {
        Origin::Mailchimp
    } else if has("nationbuilder id") {
        Origin::NationBuilder
    } else if has("vanid") || has("van id") {
        Origin::EveryAction
    } else if begins("can user tags") || begins("can") && has("uuid") || has("can state abbreviated") {
        Origin::ActionNetwork
    } else if has("contact id")
        || has("internal contact id")
        || has("contact type") && has("organization name")
        || has("current employer")
    {
        Origin::CiviCrm
    } else if has("screen name") && has("primary email") {
        Origin::Thunderbird
    } else if has("formatted name") {
        Origin::Cards
    } else if has("company") && (has("business street") || has("business phone") || has("e mail address"))
        || has("e mail display name")
        || has("e mail angezeigter name")
        || has("telefon geschaftlich")
        || has("telefono del trabajo") && has("calle del trabajo")
        || has("telephone bureau") && has("societe")
        || has("telefone comercial") && has("rua do endereco comercial")
    {
        Origin::Outlook
    } else {
        Origin::Other
    }
}
