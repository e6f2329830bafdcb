//! What is wrong with an email address that somebody types, in words. Whether mail arrives there only the sending tells.

use crate::messages::Message;

/// What is wrong with an address, if anything can be told by looking at it.
pub fn problem(email: &str) -> Option<Message> {
    let say = |id| Some(Message::new(id).text("email", email));
    if email.contains(['<', '>']) {
        return say("error-email-name");
    }
    if email.contains([',', ';']) || email.matches('@').count() > 1 && email.contains(char::is_whitespace) {
        return say("error-email-several");
    }
    let Some((name, domain)) = email.split_once('@') else {
        return say("error-email-at");
    };
    if email.contains(char::is_whitespace) {
        return say("error-email-space");
    }
    if name.is_empty() {
        return say("error-email-before");
    }
    if domain.is_empty() {
        return say("error-email-after");
    }
    if domain.contains('@') {
        return say("error-email-two");
    }
    if domain.contains("..") || domain.starts_with('.') || domain.ends_with('.') {
        return say("error-email-dots");
    }
    // An address on the computer itself has no ending, and nobody else can write to it.
    if !domain.contains('.') && !domain.starts_with('[') {
        return say("error-email-ending");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_an_address_is_told_apart() {
        for (email, id) in [
            ("ana@luz.example", None),
            ("ana.mora+letters@mail.luz.example", None),
            ("o'neill@luz.example", None),
            ("jöran@exämple.example", None),
            ("Ana Mora <ana@luz.example>", Some("error-email-name")),
            ("ana@luz.example, bo@elm.example", Some("error-email-several")),
            ("ana@luz.example bo@elm.example", Some("error-email-several")),
            ("ana @luz.example", Some("error-email-space")),
            ("ana.luz.example", Some("error-email-at")),
            ("@luz.example", Some("error-email-before")),
            ("ana@", Some("error-email-after")),
            ("ana@@luz.example", Some("error-email-two")),
            ("ana@luz..example", Some("error-email-dots")),
            ("ana@luz.example.", Some("error-email-dots")),
            ("ana@luz", Some("error-email-ending")),
        ] {
            assert_eq!(problem(email).map(|message| message.id()), id, "{email}");
        }
    }
}
