//! Legal forms of organizations around the world, and which spellings of them are one and the same.
//!
//! Owns the list only; that a form at the end of a name is set aside is for `normalize.rs`.

use std::collections::HashMap;
use std::sync::LazyLock;

use rapidfuzz::distance::osa;

use super::vocabulary::concept;

/// The kind of legal form that a folded word or phrase names; forms that are one and the same thing give the same kind,
/// so that `GmbH` and `AG` can be told apart while `Inc.` and `Incorporated` cannot.
pub(super) fn legal_form(folded: &str) -> Option<&'static str> {
    let mut key = String::with_capacity(folded.len());
    key.extend(
        folded
            .chars()
            .filter(|c| !matches!(c, '.' | ' ' | ',' | '/' | '-')),
    );
    let inside = folded.trim_end_matches('.');
    let company = key == "co" && folded.ends_with('.');
    if DOTTED_ONLY.contains(&key.as_str()) && !company && !inside.contains(['.', '/']) {
        return None;
    }
    LEGAL.get(key.as_str()).copied()
}

/// The kind of legal form that words at the end of a folded name say in part: each a form by itself, with or without its dots, or one of
/// many letters with a slip.
pub(super) fn nearly_legal_form(folded: &str) -> Option<&'static str> {
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    (0..words.len()).find_map(|at| {
        let (forms, last) = words.split_at(at);
        let last = last.concat();
        let known = |word: &&str| LEGAL.contains_key(*word);
        forms.iter().all(known).then(|| misspelled(&last)).flatten()
    })
}

fn misspelled(form: &str) -> Option<&'static str> {
    if let Some(kind) = LEGAL.get(form) {
        return Some(kind);
    }
    let allowed = form.chars().count() / LETTERS_PER_SLIP;
    // "Cooperation" is no corporation.
    if allowed == 0 || concept(form).is_some() {
        return None;
    }
    // Of several the closest, and of these the first in the list, however the map is ordered.
    LEGAL_FORMS
        .iter()
        .flat_map(|(kind, spellings)| spellings.split(' ').map(move |spelling| (*kind, spelling)))
        .filter_map(|(kind, spelling)| {
            let args = osa::Args::default().score_cutoff(allowed);
            let slips = osa::distance_with_args(form.chars(), spelling.chars(), &args)?;
            Some((slips, kind))
        })
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, kind)| kind)
}

/// A slip in so many letters leaves a legal form that can be known.
const LETTERS_PER_SLIP: usize = 8;

/// Legal forms whose letters are also a postal code of a state, a province, or a common word.
const DOTTED_ONLY: &[&str] = &[
    "as", "co", "nv", "pa", "pc", "sc", "ca", "ac", "al", "ks", "na", "pt", "spa",
];

/// Kind of legal form and the spellings of it, dots and spaces left out.
const LEGAL_FORMS: &[(&str, &str)] = &[
    ("corporation", "inc incorporated incorporation corp corporation"),
    ("company", "co company cia compania cie compagnie companhia"),
    (
        "company limited",
        "coltd companylimited coinc coincorporated companyinc coltda",
    ),
    (
        "llc",
        "llc lc pllc limitedliabilitycompany limitedliabilityco ooo obshchestvosogranichennoyotvetstvennostyu",
    ),
    (
        "limited",
        "ltd limited ltda limitada ltee limitee pvtltd privatelimited pteltd ptyltd ptylimited sdnbhd bhd pteltda ptelimited",
    ),
    ("plc", "plc publiclimitedcompany"),
    (
        "partnership",
        "lp llp lllp limitedpartnership limitedliabilitypartnership",
    ),
    (
        "gmbh",
        "gmbh mbh gesellschaftmitbeschrankterhaftung ges.m.b.h gesmbh",
    ),
    ("ggmbh", "ggmbh gug"),
    ("ug", "ug ughaftungsbeschrankt"),
    ("ag", "ag aktiengesellschaft"),
    ("kg", "kg gmbhcokg gmbh&cokg kommanditgesellschaft"),
    ("ohg", "ohg gbr"),
    ("eg", "eg eingetragenegenossenschaft"),
    ("ev", "ev eingetragenerverein"),
    ("sa", "sa sociedadanonima sociedadeanonima societeanonyme sae saa"),
    (
        "sadecv",
        "sadecv sabdecv sapidecv sociedadanonimadecapitalvariable",
    ),
    (
        "srl",
        "srl sderl srldecv sderldecv sarl societaaresponsabilitalimitata societateacuraspunderelimitata sociedadderesponsabilidadlimitada societearesponsabilitelimitee",
    ),
    ("sl", "sl sociedadlimitada slu"),
    ("sas", "sas sasu societeparactionssimplifiee"),
    ("spa", "spa societaperazioni"),
    ("ac", "ac asociacioncivil"),
    ("iap", "iap"),
    ("sc", "sc sociedadcivil"),
    ("esal", "esal"),
    ("asbl", "asbl vzw aisbl ivzw"),
    ("onlus", "onlus aps"),
    ("bv", "bv beslotenvennootschap bvba sprl"),
    ("nv", "nv naamlozevennootschap"),
    ("as", "as aktieselskab aksjeselskap"),
    ("aps", "anpartsselskab"),
    ("ab", "ab aktiebolag"),
    ("oy", "oy oyj osakeyhtio"),
    ("ry", "ry rf"),
    ("zoo", "spzoo spolkazograniczonaodpowiedzialnoscia spzo"),
    ("sro", "sro"),
    ("kft", "kft zrt nyrt"),
    (
        "jsc",
        "jsc ojsc pjsc cjsc oao zao pao ao openjointstockcompany jointstockcompany publicjointstockcompany closedjointstockcompany",
    ),
    ("kk", "kk kabushikikaisha"),
    ("pt", "pt"),
    ("se", "se societaseuropaea"),
    ("pc", "pc professionalcorporation pa"),
    ("na", "na"),
    ("cic", "cic communityinterestcompany"),
    (
        "nonprofit",
        "npo npc nonprofitcorporation nonprofitorganization notforprofitcorporation notforprofit 501c3 501(c)(3) 501c4 501(c)(4)",
    ),
];

static LEGAL: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut forms = HashMap::new();
    for (kind, spellings) in LEGAL_FORMS {
        for spelling in spellings.split(' ') {
            forms.insert(spelling, *kind);
        }
    }
    forms
});
