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
    "firma",
    "firmar",
    "firmo",
    "firmamos",
    "firman",
    "firmante*",
    "suscrib*",
    "adherir*",
    "adherimos",
    "adherons",
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
    "firma electronica",
    "future letters",
    "other letters",
    "first time",
];

/// Words of signing this very letter: what else is agreed to beside it changes nothing.
const THIS_LETTER: &[&str] = &[
    "sign on",
    "signs on",
    "sign onto",
    "sign the letter",
    "sign this letter",
    "sign our letter",
    "signs the letter",
    "signs this letter",
    "add our name",
    "add my name",
    "add our organization*",
    "add my organization*",
    "firmar la carta",
    "firmar esta carta",
    "firma la carta",
    "firma esta carta",
    "adherirnos a la carta",
    "adhiere a la carta",
    "adhiere a esta carta",
];

/// What letters of many are called, and the place of a name below one.
const LETTER: &[&str] = &[
    "letter",
    "sign on",
    "statement",
    "petition",
    "resolution",
    "declaration",
    "signatory",
    "signatories",
    "signer",
    "our name",
    "my name",
    "the name of",
    "listed",
    "list my",
    "list our",
    "carta",
    "declaracion",
    "comunicado",
    "manifiesto",
    "peticion",
    "firmantes",
    "nuestro nombre",
    "lettre",
    "appel",
    "brief",
    "aufruf",
    "manifesto",
];

/// What is done to stand under a letter, in words that are said of much else too.
const JOINING: &[&str] = &[
    "add",
    "added",
    "adding",
    "named",
    "adhesion",
    "agree",
    "agrees",
    "include",
    "included",
    "join",
    "joins",
    "list",
    "permission",
    "support",
    "supports",
    "authorize",
    "authorizes",
    "acept*",
    "agreg*",
    "apoya",
    "apoyar",
    "autoriz*",
    "inclu*",
    "suma",
    "sumar",
    "sumarse",
    "ajouter",
    "rejoindre",
    "soutient",
    "soutenir",
    "unterstutzt",
    "unterstutzen",
    "apoia",
    "apoiar",
];

/// Papers that are signed or agreed to and are no letter.
const OTHER_PAPERS: &[&str] = &[
    "agreement",
    "contract",
    "code of",
    "waiver",
    "liability",
    "non disclosure",
    "nda",
    "bylaws",
    "guidelines",
    "mission statement",
    "check",
    "checks",
    "proposal",
    "application",
    "codigo de",
    "contrato",
    "convenio",
    "reglamento",
    "solicitud",
    "acuerdo de",
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

/// Words as they are judged here: who signs on behalf of somebody does not sign on.
fn text_of(words: &str) -> Text {
    let mut text = Text::new(words.trim());
    text.plain.replace("sign on behalf", " sign for ");
    text
}

impl Text {
    /// Whether it is about another matter than signing the letter.
    fn is_elsewhere(&self) -> bool {
        self.says(ELSEWHERE) && !self.says(THIS_LETTER)
            || self.says(OTHER_PAPERS) && !self.says(&["letter", "carta"])
    }
}

/// Whether words state that whoever ticks them signs, does not sign, or may sign for an organization.
pub fn states_signing(words: &str) -> bool {
    let text = text_of(words);
    (3..=MOST_WORDS).contains(&text.words)
        && !text.has_question
        && text.says(SPEAKER)
        && text.says(SIGNING)
        && !text.is_elsewhere()
        && matches!(answer(words), Answer::Yes | Answer::No | Answer::Unclear)
}

/// Whether a heading asks or states for certain that a letter is signed, and not only that somebody agrees to something.
pub fn asks_to_sign(heading: &str) -> bool {
    let text = text_of(heading);
    (text.says(SIGNING) || text.says(LETTER) && text.says(JOINING)) && !text.is_elsewhere()
}

/// Whether a heading speaks of a letter: whoever says no there does not stand under it unasked.
pub fn is_about_letter(heading: &str) -> bool {
    let text = text_of(heading);
    (text.says(SIGNING) || text.says(LETTER)) && !text.is_elsewhere()
}

/// Whether words are about who may act for an organization: denying them is no word against the letter.
pub fn is_about_authority(words: &str) -> bool {
    text_of(words).says(AUTHORITY)
}

/// Whether what is agreed to is no letter: terms, a mailing list, what becomes of data.
pub fn is_about_something_else(words: &str) -> bool {
    text_of(words).is_elsewhere()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_about_a_letter_is_told_from_one_about_anything_else() {
        for heading in [
            "Will your organization sign on?",
            "Do you endorse this statement?",
            "I confirm that I am authorized to sign for my organization",
            "¿Desea firmar la carta?",
            "Does your group wish to be added as a signatory?",
            "¿Su organización se suma a la carta?",
        ] {
            assert!(asks_to_sign(heading), "{heading}");
        }
        for heading in [
            "Do you agree with our mission statement?",
            "I confirm I am authorized to approve this proposal",
            "Would you sign a non-disclosure agreement?",
            "I agree to share my story with the press",
            "Will you join us on Friday?",
            "Did you hear about the letter from a partner?",
            "Is this your first time signing with us?",
        ] {
            assert!(!asks_to_sign(heading), "{heading}");
        }
    }

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
            "We are a law firm",
            "We adhere to the code of ethics",
            "I agree to sign the code of conduct",
            "I am authorized to sign on behalf of my organization and agree to the terms of the agreement above",
        ] {
            assert!(!states_signing(words), "{words}");
        }
    }
}
