//! Drafts are read again by another library: nothing is added to them by names, subjects and addresses of any kind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use drafts::address::{AddressError, Opener};
use drafts::message::{Attachment, Body, Draft, Link, Mailbox, Piece, is_address};
use mail_parser::{Message, MessageParser, MimeHeaders};
use proptest::prelude::*;

fn parsed(eml: &[u8]) -> Message<'_> {
    MessageParser::default().parse(eml).expect("a message")
}

fn names(message: &Message<'_>) -> Vec<String> {
    message
        .headers()
        .iter()
        .map(|header| header.name().to_owned())
        .collect()
}

/// A text on one line, as a header's value is.
fn on_a_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Names and subjects as nobody should write them.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ -~]{0,12}",
        "\\PC{0,8}",
        Just("\r\nBcc: all@evil.example\r\n\r\n".to_owned()),
        Just("\n".to_owned()),
        Just("\r".to_owned()),
        Just("\0".to_owned()),
        Just("\", <evil@evil.example>, \"".to_owned()),
        Just("=?utf-8?Q?=0D=0ABcc:_x?=".to_owned()),
        Just("שלום \u{202e}مرحبا".to_owned()),
        Just("Ñandú y “Señoras”, S.A.".to_owned()),
        Just("a".repeat(300)),
    ];
    proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn address() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[a-z0-9.+_'-]{1,20}@[a-z0-9-]{1,12}\\.[a-z]{2,5}",
        1 => hostile(),
        1 => hostile().prop_map(|text| format!("{text}@luz.example")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn no_header_is_added_by_any_name_subject_or_address(
        name in hostile(), subject in hostile(), email in address(), second in address(), body in hostile(), file in hostile(),
    ) {
        let draft = Draft {
            to: vec![Mailbox { name: name.clone(), email: email.clone() }],
            bcc: vec![Mailbox { name: String::new(), email: second.clone() }],
            subject: subject.clone(),
            body: Body::of_text(&body),
            attachments: vec![Attachment { name: format!("{file}.pdf"), media_type: "application/pdf", content: vec![0, 13, 10, 255] }],
        };
        if !is_address(&email) || !is_address(&second) {
            prop_assert!(draft.eml().is_err());
            return Ok(());
        }
        let eml = draft.eml().unwrap();
        let (head, _) = eml.split_at(eml.windows(4).position(|end| end == b"\r\n\r\n").unwrap());
        prop_assert!(!head.contains(&0) && head.is_ascii() || !email.is_ascii() || !second.is_ascii());
        for line in head.split(|byte| *byte == b'\n') {
            prop_assert!(line.len() <= 998 && !line.strip_suffix(b"\r").unwrap_or(line).contains(&b'\r'));
        }
        let message = parsed(&eml);
        let expected = ["X-Unsent", "To", "Bcc", "Subject", "MIME-Version", "Content-Type"];
        prop_assert_eq!(names(&message), expected.map(str::to_owned).to_vec());
        let to: Vec<_> = message.to().unwrap().iter().collect();
        prop_assert_eq!(to.len(), 1);
        prop_assert_eq!(to[0].address().unwrap(), email.as_str());
        prop_assert_eq!(on_a_line(to[0].name().unwrap_or("")), on_a_line(&name));
        prop_assert_eq!(message.bcc().unwrap().first().unwrap().address().unwrap(), second.as_str());
        prop_assert_eq!(on_a_line(message.subject().unwrap_or("")), on_a_line(&subject));
        prop_assert_eq!(message.attachment_count(), 1);
        let attached = message.attachment(0).unwrap();
        prop_assert!(!attached.attachment_name().unwrap_or("").contains(['/', '\\', '\r', '\n']));
        prop_assert_eq!(attached.contents(), &[0, 13, 10, 255]);
        prop_assert_eq!(message.text_body_count(), 1);
    }

    #[test]
    fn addresses_that_open_a_draft_say_what_the_draft_says(
        name in hostile(), subject in hostile(), email in address(), body in hostile(),
    ) {
        let draft = Draft {
            to: vec![Mailbox { name, email: email.clone() }],
            subject: subject.clone(),
            body: Body::of_text(&body),
            ..Draft::default()
        };
        for opener in [Opener::Mailto, Opener::Gmail, Opener::OutlookWeb] {
            let address = match opener.address(&draft, false) {
                Ok(address) => address,
                Err(AddressError::Draft(_)) => { prop_assert!(!is_address(&email)); continue; }
                Err(AddressError::Plus) => { prop_assert!(opener == Opener::OutlookWeb && [&email, &subject, &body].iter().any(|text| text.contains('+'))); continue; }
                Err(AddressError::Long { length, most }) => { prop_assert!(length > most); continue; }
                Err(AddressError::Attachments) => panic!("there are none"),
            };
            prop_assert!(address.bytes().all(|byte| byte.is_ascii_graphic()) && !address.contains('+'));
            let read = read_back(&address);
            prop_assert_eq!(&read.0, &email);
            prop_assert_eq!(&read.1, &on_a_line(&subject));
            prop_assert_eq!(read.2.replace("\r\n", "\n"), draft.body.plain());
            prop_assert!(!read.2.replace("\r\n", "").contains(['\r', '\n']));
        }
    }
}

/// To whom, about what and with what text an address opens a draft.
fn read_back(address: &str) -> (String, String, String) {
    let (before, query) = address.split_once('?').unwrap_or((address, ""));
    let mut read = (String::new(), String::new(), String::new());
    if let Some(to) = before.strip_prefix("mailto:") {
        read.0 = decoded(to);
    }
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        match name {
            "to" => read.0 = decoded(value),
            "su" | "subject" => read.1 = decoded(value),
            "body" => read.2 = decoded(value),
            _ => {}
        }
    }
    read
}

fn decoded(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let pair = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_draft_is_unsent_and_leaves_to_the_mail_program_what_is_its_own() {
    let draft = Draft {
        to: vec![Mailbox {
            name: "Ana Mora, Luz".to_owned(),
            email: "ana+luz@luz.example".to_owned(),
        }],
        subject: "¿Firmarían la carta? [US-7K3QX9D]".to_owned(),
        body: Body {
            pieces: vec![
                Piece::Text("Dear <Ana>,\n\nSee https://forms.example/?a=1&b=2.\n\n".to_owned()),
                Piece::Links {
                    links: vec![
                        Link {
                            label: "Yes".to_owned(),
                            address: "mailto:me@x.example?subject=Yes&body=a".to_owned(),
                        },
                        Link {
                            label: "No".to_owned(),
                            address: "mailto:me@x.example?subject=No".to_owned(),
                        },
                    ],
                    plain: "Reply YES, or write what to change.".to_owned(),
                },
                Piece::Text("\n\nRef US-7K3QX9D\n".to_owned()),
            ],
        },
        ..Draft::default()
    };
    let eml = String::from_utf8(draft.eml().unwrap()).unwrap();
    assert!(eml.starts_with("X-Unsent: 1\r\nTo: "), "{eml}");
    for absent in ["From:", "Date:", "Message-ID:", "localhost"] {
        assert!(!eml.contains(absent), "{absent}");
    }
    assert_eq!(eml.matches('\n').count(), eml.matches("\r\n").count());
    let message = parsed(eml.as_bytes());
    assert_eq!(message.subject(), Some("¿Firmarían la carta? [US-7K3QX9D]"));
    let to = message.to().unwrap().first().unwrap();
    assert_eq!(
        (to.name(), to.address()),
        (Some("Ana Mora, Luz"), Some("ana+luz@luz.example"))
    );
    let text = message.body_text(0).unwrap().replace("\r\n", "\n");
    assert_eq!(text.trim_end(), draft.body.plain().trim_end());
    let html = message.body_html(0).unwrap();
    assert!(html.contains("<p>Dear &lt;Ana&gt;,</p>"), "{html}");
    assert!(
        html.contains(
            "<a href=\"https://forms.example/?a=1&amp;b=2\">https://forms.example/?a=1&amp;b=2</a>."
        ),
        "{html}"
    );
    assert!(
        html.contains("<a href=\"mailto:me@x.example?subject=Yes&amp;body=a\">Yes</a><br>"),
        "{html}"
    );
    assert!(!html.contains("style") && !html.contains("<img"), "{html}");
}

#[test]
fn a_draft_without_anybody_or_with_no_address_is_refused() {
    assert!(Draft::default().eml().is_err());
    for bad in [
        "",
        "ana",
        "ana@",
        "@luz.example",
        "a b@luz.example",
        "ana@luz.example,bo@x.example",
        "ana@luz..example",
        "\"a\"@x.example",
    ] {
        assert!(!is_address(bad), "{bad}");
    }
    for good in [
        "ana@luz.example",
        "o'neil+x@a-b.example",
        "josé@ñandú.example",
        "a@localhost",
    ] {
        assert!(is_address(good), "{good}");
    }
}

#[test]
fn an_address_that_is_too_long_or_has_attachments_is_refused_with_the_reason() {
    let mut draft = Draft {
        to: vec![Mailbox {
            name: String::new(),
            email: "ana@luz.example".to_owned(),
        }],
        subject: "Sign?".to_owned(),
        body: Body::of_text(&"word ".repeat(400)),
        ..Draft::default()
    };
    assert!(matches!(
        Opener::Mailto.address(&draft, true),
        Err(AddressError::Long { most: 2_081, .. })
    ));
    let address = Opener::Mailto.address(&draft, false).unwrap();
    assert!(address.starts_with("mailto:ana@luz.example?subject=Sign%3F&body=word%20word"));
    draft.attachments.push(Attachment {
        name: "a.pdf".to_owned(),
        media_type: "application/pdf",
        content: vec![],
    });
    assert_eq!(
        Opener::Gmail.address(&draft, false),
        Err(AddressError::Attachments)
    );
}
