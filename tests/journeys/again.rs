//! The same file a second and a third time changes nothing: no row, no line of the history, no byte of the export.

use serde_json::Value;

use crate::{cli, stdout};

/// Files of every kind, with what they are imported as. All names are invented.
const FILES: [(&str, &str, &str); 30] = [
    (
        "lines.txt",
        "sign-ons",
        "Amber Trust\nElm Network\nFern Circle, Inc.\n",
    ),
    (
        "prose.txt",
        "sign-ons",
        "Signatories included: Amber Trust, Elm Network, Fern Circle, Inc., and Grove Union.\n",
    ),
    (
        "bullets.txt",
        "sign-ons",
        "* Amber Trust\n* Elm Network (Madison, WI)\n* Grove Union\n",
    ),
    (
        "numbers.txt",
        "sign-ons",
        "1. Amber Trust\n2. Elm Network\n3. Grove Union\n",
    ),
    (
        "signers.txt",
        "sign-ons",
        "Jane Doe, Executive Director, Amber Trust\nBo Lind, Chair, Elm Network\n",
    ),
    (
        "two-signers.txt",
        "sign-ons",
        "Jane Doe, Executive Director, Amber Trust\nJohn Roe, President, Amber Trust\n",
    ),
    (
        "headings.txt",
        "sign-ons",
        "National\nAmber Trust\nElm Network\n\nState\nGrove Union\nHolly House\n",
    ),
    (
        "spanish.txt",
        "sign-ons",
        "Firman: la Red Azul, el Colectivo Gris y la Mesa Blanca.\n",
    ),
    (
        "semicolons.txt",
        "sign-ons",
        "Amber Trust; Elm Network; Fern Circle, Inc.; and Grove Union\n",
    ),
    (
        "repeated.txt",
        "sign-ons",
        "Amber Trust\nElm Network\nAmber Trust\n",
    ),
    (
        "organizations.txt",
        "organizations",
        "Amber Trust\nElm Network\nGrove Union\n",
    ),
    (
        "form.csv",
        "sign-ons",
        "Timestamp,Organization,Your name,Title,Email,Will you sign?\n5/4/2026 9:12:44,Amber Trust,Ana Mora,Chair,ana@amber.example.org,Yes\n5/4/2026 9:13:44,Elm Network,Bo Lind,Director,bo@elm.example.org,No\n",
    ),
    (
        "answers.csv",
        "sign-ons",
        "Organization,Do you sign?\nAmber Trust,Yes\nElm Network,Maybe\nGrove Union,\n",
    ),
    (
        "condition.csv",
        "sign-ons",
        "Organization,Do you sign?\nAmber Trust,\"Yes, but only if the title is changed\"\n",
    ),
    (
        "status.csv",
        "sign-ons",
        "Organization,Status\nAmber Trust,asked\nElm Network,confirmed\n",
    ),
    (
        "printed.csv",
        "sign-ons",
        "Organization,Name as it should appear,Do you sign?\nAmber Trust,The Amber Trust,Yes\n",
    ),
    (
        "members.csv",
        "organizations",
        "Organization,City,State,Website\nAmber Trust,Madison,WI,amber.example.org\nElm Network,Racine,WI,\n",
    ),
    (
        "aliases.csv",
        "organizations",
        "Organization,Acronym\nWomen of Amber County,WAC\nElm Network,\n",
    ),
    (
        "parents.csv",
        "organizations",
        "Organization,Part of\nElm Network of Racine,Elm Network\nElm Network,\n",
    ),
    (
        "people.csv",
        "people",
        "First name,Last name,Email,Phone,Organization\nAna,Mora,ana@amber.example.org,608-555-0143,Amber Trust\nBo,Lind,bo@elm.example.org,,Elm Network\n",
    ),
    (
        "same-email.csv",
        "people",
        "Name,Email,Organization\nAna Mora,office@amber.example.org,Amber Trust\nBo Lind,office@amber.example.org,Amber Trust\n",
    ),
    (
        "emails.csv",
        "people",
        "Email,Name\nana@amber.example.org,Ana Mora\n",
    ),
    (
        "differ.csv",
        "organizations",
        "Organization,City\nAmber Trust,Madison\nElm Network,Racine\n",
    ),
    (
        "tabs.tsv",
        "organizations",
        "Organization\tCity\nAmber Trust\tMadison\nElm Network\tRacine\n",
    ),
    (
        "semicolon.csv",
        "organizations",
        "Organización;Ciudad\nRed Azul;Madrid\nMesa Blanca;Sevilla\n",
    ),
    (
        "page.html",
        "organizations",
        "<table><tr><th>Organization</th><th>City</th></tr><tr><td>Amber Trust</td><td>Madison</td></tr><tr><td>Elm Network</td><td>Racine</td></tr></table>",
    ),
    (
        "card.vcf",
        "people",
        "BEGIN:VCARD\nVERSION:3.0\nN:Mora;Ana;;;\nFN:Ana Mora\nORG:Amber Trust\nEMAIL:ana@amber.example.org\nEND:VCARD\n",
    ),
    (
        "cards.vcf",
        "people",
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Mora\nEMAIL:ana@amber.example.org\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Bo Lind\nTEL:608-555-0143\nEND:VCARD\n",
    ),
    (
        "reply.eml",
        "sign-ons",
        "From: Ana Mora <ana@amber.example.org>\nDate: Mon, 4 May 2026 10:00:00 -0500\nSubject: Re: Letter\nMessage-ID: <1@amber.example.org>\n\nYes, please add us.\n\nAna Mora\nAmber Trust\n",
    ),
    (
        "replies.mbox",
        "sign-ons",
        "From ana@amber.example.org Mon May  4 10:00:00 2026\nFrom: Ana Mora <ana@amber.example.org>\nDate: Mon, 4 May 2026 10:00:00 -0500\nSubject: Re: Letter\nMessage-ID: <1@amber.example.org>\n\nYes, sign us on.\n\nAmber Trust\n\nFrom bo@elm.example.org Mon May  4 11:00:00 2026\nFrom: Bo Lind <bo@elm.example.org>\nDate: Mon, 4 May 2026 11:00:00 -0500\nSubject: Re: Letter\nMessage-ID: <2@elm.example.org>\n\nNo, thank you.\n\nElm Network\n",
    ),
];

#[test]
fn the_same_file_again_changes_nothing() {
    let mut wrong = Vec::new();
    for (name, what, content) in FILES {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        let file = at("a.undersigned");
        let run = |words: &[&str]| stdout(&cli(&[&["--file", file.as_str()][..], words].concat()));
        run(&["new"]);
        run(&["letter", "add", "Letter", "--zone", "America/Chicago"]);
        run(&["organization", "add", "Amber Trust"]);
        run(&["organization", "add", "Elm Network"]);
        std::fs::write(at(name), content).unwrap();
        let source = at(name);
        let mut words = vec!["import", source.as_str(), "--as", what, "--json"];
        if what == "sign-ons" {
            words.extend(["--letter", "Letter", "--status", "confirmed"]);
        }
        let import = || serde_json::from_str::<Value>(&run(&words)).unwrap();
        let export = |to: &str| {
            let to = at(to);
            run(&["export", &to, "--format", "json"]);
            let mut files: Vec<_> = std::fs::read_dir(&to)
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .collect();
            // The accounting of an import that wrote nothing is kept, beside everything else.
            files.retain(|file: &std::path::PathBuf| {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                file.is_file() && !name.starts_with("import")
            });
            files.sort();
            files
                .iter()
                .map(|file| std::fs::read(file).unwrap())
                .collect::<Vec<_>>()
        };
        let first = import();
        let (history, before) = (run(&["history", "--json"]), export("first"));
        for nth in ["second", "third"] {
            let again = import();
            let count = |key: &str| again[key].as_u64().unwrap();
            if count("created") + count("updated") > 0 {
                wrong.push(format!("{name}, {nth}: {again}"));
            }
            if again["read"] != first["read"] {
                wrong.push(format!(
                    "{name}, {nth}: read {} then {}",
                    first["read"], again["read"]
                ));
            }
            if run(&["history", "--json"]) != history {
                wrong.push(format!("{name}, {nth}: the history grew"));
            }
            if export(nth) != before {
                wrong.push(format!("{name}, {nth}: the export differs"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
