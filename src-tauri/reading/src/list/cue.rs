//! The words that say "here stand those who sign": they decide where in a whole document the list begins.

use names::recognize::words::fold;

/// How plainly what stands before a list says that it is one of signatories.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Cue {
    /// Nothing stands before it.
    #[default]
    None,
    /// It is introduced, as any enumeration may be: "groups including".
    Introduced,
    /// It is said that they sign: "Signatories of the letter included:", "Sincerely,", "Firman:".
    Signing,
}

/// Beginnings of words for signing, supporting and those who do, folded; in the languages of the reader and a few more.
const STEMS: &str = concat!(
    "signator|signed|signer|signees|signant|signatur|signing|co-sign|cosign|undersign|endors|supporters|supported|",
    "participating|participants|sign-on|firma|rubrica|abajofirm|suscri|adhier|adhiri|adherid|adhesion|adherent|signatair|signent|",
    "soussign|cosignat|soutien|appuy|assina|subscre|subscrit|signatari|apoiador|unterzeich|unterschr|mitzeich|",
    "mitunterz|erstunterz|unterstutz|firmatar|aderent|aderisc|aderit|adesion|sottoscri|ondertek|podpis|подпис|",
    "υπογραφ|συνυπογραφ|連署|联署|署名|签署|簽署|賛同|연명|서명|참여"
);

/// The same in scripts that put no spaces between words.
const WITHOUT_SPACES: &str = "υπογραφ|連署|联署|署名|签署|簽署|賛同|연명|서명";

/// Whole words that do the same by themselves.
const WORDS: &str = "sign|signs|signe|signee|signes|signees|coalition|plaintiffs|petitioners|amici";

/// How plainly a text before a list says that it is one of signatories.
pub(super) fn cue(text: &str) -> Cue {
    if signs(text) {
        Cue::Signing
    } else {
        Cue::Introduced
    }
}

/// Whether a text speaks of signing.
pub(super) fn signs(text: &str) -> bool {
    let folded = fold(text);
    folded
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .any(|word| {
            WORDS.split('|').any(|one| one == word) || STEMS.split('|').any(|stem| word.starts_with(stem))
        })
        || WITHOUT_SPACES.split('|').any(|stem| folded.contains(stem))
        || [
            "organizations include",
            "organisations include",
            "groups include",
            "members include",
            "joined by",
            "rejoint le manifeste",
            "rejoint l'appel",
            "rejoint cet appel",
            "rejoint la tribune",
            "rejoint la petition",
        ]
        .iter()
        .any(|phrase| folded.contains(phrase))
}

/// Whether a folded word stands for signatures, so that whose they are follows: "las firmas de", "le adesioni di".
pub(super) fn names_signatures(word: &str) -> bool {
    [
        "firmas",
        "appel",
        "llamado",
        "llamamiento",
        "rubricas",
        "adhesiones",
        "adesioni",
        "adesoes",
        "assinaturas",
        "signatures",
        "unterschriften",
        "apoyos",
        "soutiens",
        "firme",
        "apoios",
        "participacion",
        "participacao",
        "partecipazione",
        "participation",
    ]
    .contains(&word)
}
