//! What stands in the rows of a coalition after imports: each changes what its source says, and nothing else.

use std::collections::HashMap;
use std::sync::Arc;

use base::progress::no_progress;
use reading::source::{Opened, ReadOptions, Source};
use undersigned_core::import::{
    Choices, ConsentPolicy, Decision, ImportTarget, Likely, MailPolicy, OpenSource,
};
use undersigned_core::letter::LetterFields;
use undersigned_core::signon::Status;

use crate::rows::Rows;
use crate::{Desk, day};

/// The tables of which every column is kept, those first that others name.
const TABLES: [&str; 14] = [
    "organization",
    "organization_alias",
    "organization_tag",
    "person",
    "contact_point",
    "affiliation",
    "letter",
    "sign_on",
    "further_signer",
    "evidence",
    "sign_on_evidence",
    "outreach",
    "import",
    "import_row",
];

const MEMBERS: &str = "\
Organization,City,State,Website,Scope,Type,District,Acronym,Part of,Notes,Tags
Water for Viroqua,Viroqua,WI,viroqua.example,local,nonprofit,North,WFV,,Ask first,Water; Housing
Elm Guild,Racine,WI,,state,union,South,,,,
Elm Guild of Kenosha,Kenosha,WI,,local,,South,,Elm Guild,,
";

/// The district and the note of the first have changed, an empty cell says nothing, one has moved to where it may be another, and
/// one is new.
const MEMBERS_LATER: &str = "\
Organization,City,State,Website,Scope,Type,District,Acronym,Part of,Notes,Tags
Water for Viroqua,Viroqua,WI,,local,nonprofit,West,,,Call after noon,Water
Elm Guild,,,elm.example,,,,,,,
Elm Guild of Kenosha,Racine,WI,,,,,,,,
Fir Forum,Madison,WI,,,,,,,,
";

const PEOPLE: &str = "\
First name,Last name,Title,Email,Phone,Organization
Ana,Mora,Chair,ana@viroqua.example,608-555-0143,Water for Viroqua
Bo,Lind,Organizer,bo@elm.example,,Elm Guild
";

const PEOPLE_LATER: &str = "\
First name,Last name,Title,Email,Phone,Organization
Ana,Mora,Chair,ana@mora.example,608-555-0143,Water for Viroqua
Bo,Lind,Director,bo@elm.example,608-555-0199,Elm Guild
Cy,Dahl,,cy@fir.example,,Fir Forum
Kim,Lee,Director,kim@kenosha.example,,Elm Guild of Kenosha
";

const FORM: &str = "\
Timestamp,Organization,Your name,Your title,Email,Will your organization sign?,Comments
12/5/2020 9:12:44,Water for Viroqua,Ana Mora,Chair,ana@viroqua.example,Yes,Glad to
12/5/2020 9:30:00,Elm Guild,Bo Lind,Director,bo@elm.example,\"No, thank you\",
12/5/2020 10:00:00,Fir Forum,Cy Dahl,,cy@fir.example,We will see,
12/5/2020 11:00:00,Grove Union,Di Roe,Clerk,di@grove.example,Yes,
";

/// One answer changed, one is a second signer's, one says no after its yes, and one is undecided still.
const FORM_LATER: &str = "\
Timestamp,Organization,Your name,Your title,Email,Will your organization sign?,Comments
12/5/2020 9:12:44,Water for Viroqua,Ana Mora,President,ana@viroqua.example,Yes,Glad to
12/5/2020 9:30:00,Elm Guild,Bo Lind,Director,bo@elm.example,\"No, thank you\",
12/5/2020 10:00:00,Fir Forum,Cy Dahl,,cy@fir.example,Yes,
12/5/2020 11:00:00,Grove Union,Di Roe,Clerk,di@grove.example,Yes,
12/7/2020 8:00:00,Grove Union,Ed Fay,Chair,ed@grove.example,Yes,
12/7/2020 9:00:00,Water for Viroqua,Ana Mora,President,ana@viroqua.example,No,
";

const MESSAGE: &str = "\
From: Kim Lee <kim@kenosha.example>
To: Desk <desk@coalition.example>
Date: Tue, 8 Dec 2020 09:00:00 -0600
Message-ID: <one@kenosha.example>
Subject: Re: End the programs

Yes, please list us.

Kim Lee
Director, Elm Guild of Kenosha
";

const LIST: &str = "Water for Viroqua\nThe Elm Guild\nHolly House\nIvy League of Racine\nWater for Viroqa\n";

/// A source as it is opened: a table, mail, or a pasted list.
pub(crate) fn open(desk: &Desk, name: &str, text: &str) -> Arc<OpenSource> {
    match Source::open(name, text.as_bytes().to_vec(), None, ReadOptions::default()) {
        Ok(opened @ Opened::Table(_)) => Arc::new(desk.coalition.open_source(name, opened).unwrap()),
        _ => desk.list(text),
    }
}

#[test]
fn each_import_changes_just_what_its_rows_say() {
    let mut desk = Desk::new();
    let zone = LetterFields {
        title: "End the programs".into(),
        zone: Some("America/Chicago".into()),
        individuals: true,
        ..LetterFields::default()
    };
    desk.coalition.set_letter(desk.letter, &zone, day(1)).unwrap();
    let mut rows = Rows::of(&TABLES);
    rows.after(&desk, "a letter");
    let sign_ons = |status| ImportTarget::SignOns {
        letter_id: desk.letter,
        status,
    };
    let (form, list) = (sign_ons(Status::Confirmed), sign_ons(Status::Asked));
    let plain = |target: &ImportTarget| Choices::new(target.clone(), Likely::Ask);
    let taken = |target: &ImportTarget| Choices {
        consent: ConsentPolicy::Take,
        ..plain(target)
    };
    let decided = Choices {
        decisions: HashMap::from([(3, Decision::Individual), (4, Decision::Drop)]),
        ..plain(&list)
    };
    let members = ImportTarget::Organizations;
    for (day_of, what, name, text, choices) in [
        (2, "members", "members.csv", MEMBERS, plain(&members)),
        (
            3,
            "members, later",
            "members.csv",
            MEMBERS_LATER,
            Choices {
                as_members: true,
                ..plain(&members)
            },
        ),
        (4, "people", "people.csv", PEOPLE, plain(&ImportTarget::People)),
        (
            5,
            "people, later",
            "people.csv",
            PEOPLE_LATER,
            plain(&ImportTarget::People),
        ),
        (6, "a form", "form.csv", FORM, plain(&form)),
        (7, "the form, later", "form.csv", FORM_LATER, plain(&form)),
        (
            8,
            "the same, and what it asks is taken",
            "form.csv",
            FORM_LATER,
            taken(&form),
        ),
        (
            9,
            "a message",
            "reply.eml",
            MESSAGE,
            Choices {
                mail: MailPolicy::TakeYes,
                ..plain(&form)
            },
        ),
        (10, "a pasted list, with decisions", "", LIST, decided),
        (11, "the list without them", "", LIST, plain(&list)),
    ] {
        let source = open(&desk, name, text);
        let plan = desk
            .coalition
            .plan_import(&source, choices, &mut no_progress, day(day_of))
            .unwrap();
        desk.coalition
            .import(&source, &plan, &mut no_progress, day(day_of))
            .unwrap();
        rows.after(&desk, what);
    }
    assert_eq!(desk.coalition.verify().unwrap(), Vec::<String>::new());
    insta::assert_snapshot!(rows.story());
}
