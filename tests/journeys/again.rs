//! The same file a second and a third time changes nothing: no row, no line of the history, no byte of the export.

use std::path::{Path, PathBuf};

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

/// A coalition with one file imported: everything that an import may not change when it comes again.
struct Import {
    folder: tempfile::TempDir,
    words: Vec<String>,
}

impl Import {
    /// `template` is a coalition with a letter and two organizations.
    fn new(template: &Path, name: &str, what: &str, content: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(template, folder.path().join("a.undersigned")).unwrap();
        let source = folder.path().join(name);
        std::fs::write(&source, content).unwrap();
        let mut words = vec!["import", source.to_str().unwrap(), "--as", what, "--json"];
        if what == "sign-ons" {
            words.extend(["--letter", "Letter", "--status", "confirmed"]);
        }
        let words = words.into_iter().map(str::to_owned).collect();
        Self { folder, words }
    }

    fn run(&self, words: &[&str]) -> String {
        let file = self.folder.path().join("a.undersigned");
        stdout(&cli(&[&["--file", file.to_str().unwrap()][..], words].concat()))
    }

    fn import(&self) -> Value {
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        serde_json::from_str(&self.run(&words)).unwrap()
    }

    /// The history, and every file of the export; the accounting of an import that wrote nothing is kept beside everything else.
    fn state(&self, nth: &str) -> (String, Vec<Vec<u8>>) {
        let to = self.folder.path().join(nth);
        self.run(&["export", to.to_str().unwrap(), "--format", "json"]);
        let entries = std::fs::read_dir(&to).unwrap();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        files.retain(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            file.is_file() && !name.starts_with("import")
        });
        files.sort();
        let read = files.iter().map(|file| std::fs::read(file).unwrap());
        (self.run(&["history", "--json"]), read.collect())
    }
}

/// Every third file of the thirty a second time; with `AGAIN_FILES=all` all of them, a second and a third time.
#[test]
fn the_same_file_again_changes_nothing() {
    let all = std::env::var("AGAIN_FILES").is_ok_and(|files| files == "all");
    let folder = tempfile::tempdir().unwrap();
    let template = folder.path().join("template.undersigned");
    for words in [
        &["new"][..],
        &["letter", "add", "Letter", "--zone", "America/Chicago"],
        &["organization", "add", "Amber Trust"],
        &["organization", "add", "Elm Network"],
    ] {
        stdout(&cli(
            &[&["--file", template.to_str().unwrap()][..], words].concat()
        ));
    }
    let times: &[&str] = if all { &["second", "third"] } else { &["second"] };
    let mut wrong = Vec::new();
    for (at, (name, what, content)) in FILES.into_iter().enumerate() {
        if !all && at % 3 > 0 && at + 1 < FILES.len() {
            continue;
        }
        let import = Import::new(&template, name, what, content);
        let first = import.import();
        let before = import.state("first");
        for nth in times {
            let again = import.import();
            let count = |key: &str| again[key].as_u64().unwrap();
            if count("created") + count("updated") > 0 || again["read"] != first["read"] {
                wrong.push(format!("{name}, {nth}: {again}, first {first}"));
            }
            let (history, export) = import.state(nth);
            if history != before.0 {
                wrong.push(format!("{name}, {nth}: the history grew"));
            }
            if export != before.1 {
                wrong.push(format!("{name}, {nth}: the export differs"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
