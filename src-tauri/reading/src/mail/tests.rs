#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/fixtures/imports/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn an_answer_is_read_with_who_when_and_which_words_are_its_own() {
    let (mails, problems) = read(&fixture("reply.eml")).unwrap();
    assert_eq!((mails.len(), problems.len()), (1, 0));
    let mail = &mails[0];
    assert_eq!(
        mail.from,
        Mailbox {
            name: Some("Ana Mora Peña".into()),
            email: "ana@luz.example".into()
        }
    );
    assert_eq!(
        mail.to.iter().map(|to| to.email.as_str()).collect::<Vec<_>>(),
        ["desk@coalition.example", "bo@moor.example"]
    );
    assert_eq!(mail.subject, "Re: Carta conjunta – ¿firma su organización?");
    assert_eq!(mail.sent.unwrap().to_rfc3339(), "2026-05-04T15:32:07+00:00");
    assert_eq!(mail.message_id.as_deref(), Some("yes-1@luz.example"));
    assert_eq!(
        mail.answers,
        ["ask-7@coalition.example", "first@coalition.example"]
    );
    assert_eq!(
        mail.own_words,
        "Sí, firmamos. Please list us as “Casa Luz”.\n\nAna"
    );
    assert!(mail.text.contains("Will you sign?"));
    assert_eq!(
        mail.attachments
            .iter()
            .map(|attached| attached.name.as_str())
            .collect::<Vec<_>>(),
        ["logo.png"]
    );
}

#[test]
fn a_mailbox_is_cut_into_its_messages() {
    let bytes = fixture("two.mbox");
    let (mails, problems) = read(&bytes).unwrap();
    assert_eq!(
        mails
            .iter()
            .map(|mail| (mail.row, mail.from.email.as_str()))
            .collect::<Vec<_>>(),
        [(1, "bo@moor.example"), (3, "cy@rio.example")]
    );
    assert_eq!(
        problems,
        [Problem {
            row: 2,
            reason: ProblemReason::MessageEmpty
        }]
    );
    assert_eq!(
        mails[0].own_words,
        "Yes from us.\n\nFrom here on we stand together."
    );
    assert!(bytes[mails[1].start..mails[1].end].starts_with(b"From: Cy Tran"));
    assert_eq!(mails[1].own_words, "We agree, sign us on.");
}

#[test]
fn own_words_end_where_the_answered_message_begins() {
    for quoted in [
        "On Mon, May 4, 2026 at 9:00 AM Desk <desk@coalition.example>\nwrote:\n> Will you sign?",
        "El lun, 4 may 2026 a las 9:00, Desk escribió:\n> ¿Firma?",
        "Am 4. Mai 2026 um 09:00 schrieb Nora Hale:\n> Unterzeichnen Sie?",
        "Nora Hale wrote:\n\n> Will you sign?",
        "Nora Hale <nora@coalition.example> escribió:\n> ¿Firma?",
        "-----Original Message-----\nFrom: Desk",
        "From: Desk <desk@coalition.example>\nSent: Monday, May 4\nTo: Ana\nSubject: Sign-on",
        "De: Desk\nEnviado el: lunes\nPara: Ana\nAsunto: Carta",
        "-- \nAna Mora\nCasa Luz",
    ] {
        assert_eq!(own_words(&format!("Yes.\n\n{quoted}")), "Yes.", "{quoted}");
    }
    assert_eq!(
        own_words("> Will you sign?\nYes.\n> As what?\nAs Luz."),
        "Yes.\nAs Luz."
    );
    assert_eq!(
        own_words("On Monday we decided:\nyes."),
        "On Monday we decided:\nyes."
    );
    // Below what it quotes, as some programs begin an answer.
    assert_eq!(
        own_words(
            "On Mon, May 4, 2026 at 9:00 AM Nora Hale wrote:\n> Will you sign?\n> By Friday?\n\nYes, add us.\n-- \nAna"
        ),
        "Yes, add us."
    );
    assert_eq!(
        own_words("This is what our board wrote:\nwe sign."),
        "This is what our board wrote:\nwe sign."
    );
}

#[test]
fn names_of_attachments_and_headers_cannot_leave_their_line_or_their_folder() {
    let (mails, _) = read(b"From: \"Ana\r\n Bcc: x@y.example\" <a@luz.example>\r\nSubject: =?utf-8?q?Yes=0D=0ABcc:_x@y.example?=\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nYes\r\n--b\r\nContent-Disposition: attachment; filename=\"../../.ssh/keys\"\r\n\r\nx\r\n--b--\r\n").unwrap();
    assert!(!mails[0].subject.contains(['\r', '\n']));
    assert!(!mails[0].from.name.as_deref().unwrap_or("").contains(['\r', '\n']));
    assert_eq!(mails[0].attachments[0].name, "keys");
}

#[test]
fn messages_without_measure_are_read_within_limits() {
    let mut deep = b"From: a@b.example\nDate: Mon, 4 May 2026 10:00:00 +0000\nContent-Type: multipart/mixed; boundary=b0\n\n".to_vec();
    for level in 0..2_000 {
        deep.extend(
            format!(
                "--b{level}\nContent-Type: multipart/mixed; boundary=b{}\n\n",
                level + 1
            )
            .bytes(),
        );
    }
    let _ = read(&deep);
    let mut nested = Vec::new();
    for _ in 0..5_000 {
        nested.extend(b"From: a@b.example\nContent-Type: message/rfc822\n\n");
    }
    assert_eq!(read(&nested), Err(FileError::Deep));
    let long = [
        b"From: a@b.example\nSubject: ".as_slice(),
        &vec![b'x'; 4 * 1024 * 1024],
        b"\n\nyes",
    ]
    .concat();
    assert!(read(&long).unwrap().0[0].subject.len() <= LONGEST_HEADER);
    assert_eq!(read(b"no message at all"), Err(FileError::Kind));
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        let _ = read(&bytes);
    }

    #[test]
    fn every_message_of_a_mailbox_is_read_or_told(bodies in proptest::collection::vec("[a-z >\n]{0,40}", 1..8)) {
        let mailbox: String = bodies.iter().map(|body| format!("From a@b.example Mon May  4 10:00:00 2026\nFrom: a@b.example\nSubject: x\n\n{body}\n\n")).collect();
        let (mails, problems) = read(mailbox.as_bytes()).unwrap();
        proptest::prop_assert_eq!(mails.len() + problems.len(), bodies.len());
    }
}

fn message(headers: &str, body: &str) -> Mail {
    let text = format!(
        "From: Bo Lind <bo@elm.example>\r\nTo: desk@luz.example\r\nDate: Mon, 4 May 2026 10:00:00 -0500\r\n{headers}\r\n\r\n{body}"
    );
    read(text.as_bytes()).unwrap().0.remove(0)
}

#[test]
fn a_line_that_parts_messages_needs_no_empty_line_before_it_and_a_sentence_is_none() {
    let one = |name: &str, body: &str| {
        format!(
            "From {name}@elm.example Tue May  5 10:00:00 2026\nFrom: {name}@elm.example\nSubject: Re\nDate: Tue, 5 May 2026 10:00:00 -0500\n\n{body}\n"
        )
    };
    let body = "Yes.\nFrom bo@elm.example Tue May  5 10:00:00 2026 we had word\nFrom Monday 4 May 10:00 on we sign, 2026";
    let (mails, _) =
        read(format!("{}{}{}", one("a", body), one("b", "No."), one("c", "Yes.")).as_bytes()).unwrap();
    assert_eq!(
        mails
            .iter()
            .map(|mail| mail.from.email.as_str())
            .collect::<Vec<_>>(),
        ["a@elm.example", "b@elm.example", "c@elm.example"]
    );
    assert!(mails[0].text.contains("we sign, 2026"));
}

#[test]
fn what_a_message_in_markup_quotes_is_not_its_writers() {
    for quote in [
        "<blockquote type=\"cite\"><p>Will Port Workers sign?</p></blockquote>",
        "<div class=\"gmail_quote\"><div>On Mon, Bo wrote:<br></div><blockquote>Will <div>Port Workers</div> sign?</blockquote></div>",
        "<div class=\"yahoo_quoted\"><div>Will Port Workers sign?</div></div>",
    ] {
        let mail = message(
            "Content-Type: text/html; charset=utf-8",
            &format!(
                "<html><body><div>Yes, add us.</div><div>Bo</div>{quote}<div>Elm League</div><div>Sent from my iPhone</div></body></html>"
            ),
        );
        assert!(
            mail.own_words.contains("Yes, add us.") && mail.own_words.contains("Elm League"),
            "{}",
            mail.own_words
        );
        assert!(
            !mail.own_words.contains("Port Workers") && !mail.own_words.contains("iPhone"),
            "{}",
            mail.own_words
        );
        assert!(mail.text.contains("Port Workers"), "{}", mail.text);
    }
}

#[test]
fn a_message_that_is_signed_or_encrypted_says_so_and_only_what_can_be_read_is_read() {
    let signed = "--b\r\nContent-Type: text/plain\r\n\r\nYes, list us.\r\n--b\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n--b--\r\n";
    let kind = |kind: &str| format!("Subject: Re\r\nMIME-Version: 1.0\r\nContent-Type: {kind}");
    let mail = message(
        &kind("multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b"),
        signed,
    );
    assert_eq!(
        (mail.seal, mail.own_words.as_str()),
        (Some(Seal::Signed), "Yes, list us.")
    );
    // What a mailing list wraps it in does not hide it.
    let wrapped = format!("--o\r\nContent-Type: multipart/signed; boundary=b\r\n\r\n{signed}\r\n--o--\r\n");
    assert_eq!(
        message(&kind("multipart/mixed; boundary=o"), &wrapped).seal,
        Some(Seal::Signed)
    );
    for (said, seal) in [
        (
            "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
            Some(Seal::Encrypted),
        ),
        (
            "application/x-pkcs7-mime; smime-type=AuthEnveloped-Data",
            Some(Seal::Encrypted),
        ),
        (
            "application/pkcs7-mime; smime-type=signed-data",
            Some(Seal::Closed),
        ),
        ("application/pkcs7-mime", Some(Seal::Closed)),
        ("application/pkcs7-mime; smime-type=certs-only", None),
        (
            "multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b",
            Some(Seal::Encrypted),
        ),
        ("text/plain", None),
    ] {
        let mail = message(
            &format!("{}\r\nContent-Transfer-Encoding: base64", kind(said)),
            "MIIBIjANBgkq\r\n",
        );
        assert_eq!(mail.seal, seal, "{said}");
        assert!(
            seal.is_none_or(Seal::is_readable) || mail.own_words.is_empty(),
            "{said}: {}",
            mail.own_words
        );
    }
}

#[test]
fn a_pasted_message_with_all_its_headers_is_what_a_mail_program_shows() {
    let raw = "Received: from mx.elm.example (mx.elm.example [192.0.2.1])\n\tby mail.luz.example; Mon, 4 May 2026 10:00:01 -0500\n\
        From: Bo Lind <bo@elm.example>\nSubject: =?utf-8?q?S=C3=AD?=\nDate: Mon, 4 May 2026 10:00:00 -0500\n\
        Message-ID: <a@elm.example>\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n\
        --b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n\
        S=C3=AD, please list us.\n\n--b\nContent-Type: text/html\n\n<p>S&iacute;</p>\n--b--\n";
    let mail = super::read_copied(raw);
    assert_eq!(
        (mail.subject.as_str(), mail.own_words.trim()),
        ("S\u{ed}", "S\u{ed}, please list us.")
    );
    assert_eq!(mail.from.email, "bo@elm.example");
    assert_eq!((mail.start, mail.end), (0, 0));
    // Copied in part, with lines of a program among those of a person.
    let part = "From: Bo Lind <bo@elm.example>\nTo: desk@luz.example\nMIME-Version: 1.0\nSubject: Re: Sign on\n\
        Content-Type: text/plain;\n charset=utf-8\nNote for the desk: see below\n\nYes, list us.\n";
    let mail = super::read_copied(part);
    assert_eq!(mail.subject, "Re: Sign on");
    assert!(
        mail.own_words.starts_with("Note for the desk"),
        "{}",
        mail.own_words
    );
    // What a person writes with a colon is no header.
    let plain = super::read_copied("X-ray clinic: yes\n\nWe sign.");
    assert!(plain.text.starts_with("X-ray clinic"));
}
