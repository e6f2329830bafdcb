//! Statements that a form puts beside a box: "I confirm that my organization signs the letter". A sheet shows the words of
//! the box in the rows where it was ticked, and nothing in the others.

use super::{Answer, Text, answer};

/// The longest statement, in words.
const MOST_WORDS: usize = 80;

/// Words of whoever makes the statement.
const SPEAKER: &[&str] = &[
    "i",
    "we",
    "my",
    "our",
    "us",
    "me",
    "yes",
    "please",
    "yo",
    "mi",
    "nosotr*",
    "nuestr*",
    "confirmo",
    "confirmamos",
    "autorizo",
    "autorizamos",
    "acepto",
    "aceptamos",
    "deseo",
    "deseamos",
    "quiero",
    "queremos",
    "firmo",
    "firmamos",
    "adhiero",
    "adherimos",
    "suscribo",
    "suscribimos",
    "apoyo",
    "apoyamos",
    "je",
    "nous",
    "notre",
    "mon",
    "ich",
    "wir",
    "unser*",
    "mein*",
    "eu",
    "nossa",
    "nosso",
    "minha",
    "assino",
    "assinamos",
    "subscrevo",
    "subscrevemos",
];

/// Words of signing a letter, or of being named below it.
const SIGNING: &[&str] = &[
    "sign",
    "signs",
    "signing",
    "signatory",
    "signatories",
    "signature",
    "signer",
    "cosign*",
    "endors*",
    "add our name",
    "add my name",
    "add our organization*",
    "add my organization*",
    "add the name of",
    "add us",
    "include us",
    "include our",
    "list us",
    "list our",
    "be listed",
    "be added",
    "be included",
    "join the letter",
    "join this letter",
    "firm*",
    "suscrib*",
    "adher*",
    "adhier*",
    "sumamos",
    "sumarnos",
    "signe",
    "signons",
    "signataire*",
    "unterzeichn*",
    "mitzeichn*",
    "assin*",
    "subscrev*",
];

/// What else a box is ticked for.
const ELSEWHERE: &[&str] = &[
    "sign up",
    "sign me up",
    "signing up",
    "sign in",
    "newsletter*",
    "updates",
    "mailing list",
    "email list",
    "privacy",
    "policy",
    "terms",
    "cookies",
    "personal data",
    "contact me",
    "contact us",
    "volunteer*",
    "donat*",
    "boletin*",
    "privacidad",
    "terminos",
    "politica de",
    "datos personales",
    "contactarme",
    "contactarnos",
    "datenschutz*",
    "donnees",
    "privacidade",
    "receive",
    "recibir",
    "recevoir",
    "receber",
    "photo*",
    "media",
    "be contacted",
    "text messages",
    "emails",
    "email communications",
    "correos",
    "firmly",
    "firma electronica",
    "future letters",
    "other letters",
];

/// Words of signing this very letter: what else is agreed to beside it changes nothing.
const THIS_LETTER: &[&str] = &[
    "sign on",
    "signs on",
    "sign onto",
    "sign the",
    "sign this",
    "signs the",
    "signs this",
    "add our",
    "add my",
    "endorse the",
    "endorse this",
    "endorses the",
    "endorses this",
    "firmar la",
    "firmar esta",
    "firma la",
    "firma esta",
    "firmamos",
    "adherirnos",
    "adhiere",
    "adherimos",
];

/// Words of who may act for an organization.
const AUTHORITY: &[&str] = &[
    "authorized",
    "authorised",
    "authority",
    "authorization",
    "empowered",
    "may sign",
    "can sign",
    "able to sign",
    "allowed to sign",
    "approval to",
    "permission to sign",
    "autorizad*",
    "facultad*",
    "habilitad*",
    "puedo firmar",
    "poder para",
    "autorise",
    "autorisee",
    "habilite",
    "habilitee",
    "berechtigt",
    "befugt",
    "bevollmachtigt",
];

impl Text {
    /// Whether it is about another matter than signing the letter.
    fn is_elsewhere(&self) -> bool {
        self.says(ELSEWHERE) && !self.says(THIS_LETTER)
    }
}

/// Whether words state that whoever ticks them signs, does not sign, or may sign for an organization.
pub fn states_signing(words: &str) -> bool {
    let text = Text::new(words.trim());
    (3..=MOST_WORDS).contains(&text.words)
        && !text.has_question
        && text.says(SPEAKER)
        && text.says(SIGNING)
        && !text.is_elsewhere()
        && matches!(answer(words), Answer::Yes | Answer::No | Answer::Unclear)
}

/// Whether words are about who may act for an organization: denying them is no word against the letter.
pub fn is_about_authority(words: &str) -> bool {
    Text::new(words.trim()).says(AUTHORITY)
}

/// Whether what is agreed to is no letter: terms, a mailing list, what becomes of data.
pub fn is_about_something_else(words: &str) -> bool {
    Text::new(words.trim()).is_elsewhere()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_for_signing_is_told_from_one_for_anything_else() {
        for words in [
            "I confirm that my organization signs the letter",
            "[x] Please add our name",
            "We endorse the letter",
            "Our organization would like to be listed as a signatory",
            "I certify that I have the authority to add my organization to this sign-on letter",
            "I am authorized to sign on behalf of my organization.",
            "Confirmo que mi organización firma la carta",
            "Nuestra organización se adhiere a esta carta",
            "Notre association signe cette lettre",
            "Wir unterzeichnen den offenen Brief",
            "No, my organization can't sign",
            "I agree to sign on to the letter and to receive updates",
        ] {
            assert!(states_signing(words), "{words}");
        }
        for words in [
            "I agree to the privacy policy",
            "Sign me up for the newsletter",
            "I agree that my data are kept until the letter is signed and the privacy policy",
            "Acepto la política de privacidad",
            "We confirm the date",
            "Yes",
            "Sign",
            "Would you sign our letter?",
            "Design Action Collective",
        ] {
            assert!(!states_signing(words), "{words}");
        }
    }
}
