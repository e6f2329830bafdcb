//! What a remark answers: yes, no, or not yet; by its words.

use super::super::entry::ListStatus;
use super::super::words;

/// What an answer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::list) enum Answer {
    /// They sign or have signed.
    Yes,
    /// They don't.
    No,
    /// They have not said.
    Waiting,
}

/// What a folded remark answers, if it is an answer.
pub(in crate::list) fn answer(folded: &str) -> Option<Answer> {
    let all: Vec<&str> = folded
        .split(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    ',' | ';' | ':' | '.' | '!' | '(' | ')' | '[' | ']' | '\u{2013}' | '\u{2014}'
                )
        })
        .filter(|word| !word.is_empty())
        .collect();
    if all.is_empty() || all.len() > 8 {
        return None;
    }
    let dates = |word: &&&str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || words::is_month(word)
            || matches!(
                **word,
                "on" | "the" | "el" | "le" | "am" | "de" | "a" | "at" | "em" | "il" | "of"
            )
    };
    let bare: Vec<&str> = all.iter().rev().skip_while(|word| dates(word)).copied().collect();
    let words: Vec<&str> = bare.into_iter().rev().collect();
    let text = words.join(" ");
    let first = *words.first()?;
    let exactly = |answers: &str| is_one_of(answers, &text);
    if exactly(NO) {
        return Some(Answer::No);
    }
    if exactly(YES) {
        return Some(Answer::Yes);
    }
    if exactly(WAITING) {
        return Some(Answer::Waiting);
    }
    let more = words.len() <= 6;
    if more && (is_one_of(BEGINS_NO, first) || NO_INSIDE.split('|').any(|no| text.contains(no))) {
        return Some(Answer::No);
    }
    if more && is_one_of(BEGINS_WAITING, first) {
        return Some(Answer::Waiting);
    }
    // "signed by email", "yes, in writing"
    let by = words
        .get(1)
        .is_some_and(|word| matches!(*word, "by" | "via" | "in" | "por" | "par" | "per" | "with"));
    (more && by && is_one_of(BEGINS_YES, first)).then_some(Answer::Yes)
}

/// Whether a text is one of those that bars part.
fn is_one_of(all: &str, text: &str) -> bool {
    all.split('|').any(|one| one == text)
}

const NO: &str = concat!(
    "no|n|not signing|not in|said no|opted out|opt out|no go|pass|passed|passing|out|nope|dice que no|dijo que no|",
    "non|nein|nao|não|ne signe pas|nicht dabei|unable|unable to sign|sagt nein|dit non"
);
const YES: &str = concat!(
    "yes|y|signed|signing|confirmed|will sign|in|ok|okay|approved|si|sí|firmado|firmada|firma|confirmado|",
    "confirmada|oui|signe|signee|confirme|confirmee|ja|unterschrieben|unterzeichnet|zugesagt|bestatigt|sim|",
    "firmo|firmaron|ha firmado|han firmado|a signe|ont signe|assinaram|ha firmato|hat unterzeichnet|haben unterzeichnet|signed on|has signed|have signed|",
    "assinado|assinada|assinou|firmato|confermato|aderisce|adere|added|joined|endorsed"
);
const WAITING: &str = concat!(
    "pending|tbd|tbc|maybe|undecided|asked|considering|waiting|awaiting|outstanding|no response|no answer|no reply|",
    "no response yet|no answer yet|not yet|to be confirmed|unconfirmed|in progress|in process|tentative|to confirm|",
    "likely|unsure|?|pendiente|pendientes|en espera|sin respuesta|por confirmar|sin confirmar|quizas|quiza|",
    "a confirmar|en attente|a confirmer|sans reponse|peut-etre|pendente|aguardando|em espera|sem resposta|",
    "ausstehend|offen|noch offen|keine antwort|vielleicht|in attesa|da confermare|angefragt|wartet|not confirmed|",
    "not yet confirmed|not yet signed|to follow up|follow up"
);
const BEGINS_NO: &str = concat!(
    "declined|declines|decline|declining|refused|refuses|withdrew|withdrawn|withdraws|abstained|abstains|rechazo|",
    "rechaza|declino|declina|retirado|retirada|retirados|refuse|decline|recusou|declinou|abgelehnt|zuruckgezogen|",
    "ablehnend|rifiutato|rifiuta|declinato|ritirato"
);
const NO_INSIDE: &str = concat!(
    "not sign|n't sign|cannot sign|can't sign|unable to sign|won't join|not joining|not participating|",
    "not endorsing|no firma|no va a firmar|no suscribe|no adhiere|ne signe|pas signer|nicht unterzeichn|",
    "nicht unterschreib|nicht mit|nao assin|não assin|non firma|non aderisce"
);
const BEGINS_WAITING: &str = concat!(
    "pending|awaiting|waiting|considering|undecided|pendiente|pendientes|esperando|pendente|aguardando|ausstehend|",
    "wartet|reviewing"
);
const BEGINS_YES: &str =
    "signed|confirmed|yes|approved|firmado|confirmado|signe|confirme|bestatigt|assinado|firmato";

/// The status that an answer is; a yes by itself confirms nothing.
pub(in crate::list) fn status_of(answer: Answer) -> Option<ListStatus> {
    match answer {
        Answer::Yes => None,
        Answer::No => Some(ListStatus::Declined),
        Answer::Waiting => Some(ListStatus::Asked),
    }
}
