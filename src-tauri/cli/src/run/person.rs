//! People: adding one, everything about one, and all of them.

use undersigned_core::Coalition;
use undersigned_core::merge::{PersonMergePlan, Side};
use undersigned_core::person::{
    AffiliationFields, ContactKind, ContactPoint, Person, PersonDetail, PersonFields, PersonFilter,
    PersonRow, PersonSort,
};

use super::output::{print, print_json, print_lines, print_list};
use super::{Context, Result};
use crate::args::{AddPerson, PersonCommand};

/// How many rows are read and printed at once.
const PART: usize = 500;

impl Context<'_> {
    pub(super) fn person(&self, command: &PersonCommand) -> Result {
        let mut coalition = self.open()?;
        match command {
            PersonCommand::Add(add) => {
                let fields = fields(&coalition, add)?;
                print(&coalition.add_person(&fields, self.now)?.output.to_string())
            }
            PersonCommand::Show { reference, json } => {
                let detail = coalition.get_person_detail(coalition.resolve_person(reference)?)?;
                if *json {
                    return print_json(&detail);
                }
                print_lines(lines(&detail).iter())
            }
            PersonCommand::Merge {
                keep,
                drop,
                dry_run,
                json,
            } => {
                let (keep, drop) = (coalition.resolve_person(keep)?, coalition.resolve_person(drop)?);
                let plan = coalition.plan_person_merge(keep, drop, Side::Keep)?;
                if !dry_run {
                    self.back_up_before(&coalition)?;
                    coalition.merge_people(keep, drop, Side::Keep, self.now)?;
                }
                match (json, dry_run) {
                    (true, _) => print_json(&plan),
                    (false, true) => print_lines(merge_lines(&plan).iter()),
                    (false, false) => print(&keep.to_string()),
                }
            }
            PersonCommand::List { at, find, json } => {
                let filter = PersonFilter {
                    text: find.clone().unwrap_or_default(),
                    organization_id: at
                        .as_deref()
                        .map(|at| coalition.resolve_organization(at))
                        .transpose()?,
                    ..PersonFilter::default()
                };
                let ids = coalition.list_person_ids(&filter, PersonSort::default())?;
                let mut parts = ids.chunks(PART);
                print_list(*json, line, || match parts.next() {
                    Some(part) => Ok(coalition.list_person_rows(part)?),
                    None => Ok(Vec::new()),
                })
            }
        }
    }
}

/// What moves and what is lost, a line each.
fn merge_lines(plan: &PersonMergePlan) -> Vec<String> {
    let parts = [
        ("address", &plan.addresses),
        ("organization", &plan.places),
        ("joined", &plan.joined),
        ("letter", &plan.letters),
        ("tag", &plan.tags),
        ("lost", &plan.lost),
    ];
    let line = |label: &str, name: &String| format!("{label}\t{name}");
    parts
        .iter()
        .flat_map(|(label, names)| names.iter().map(move |name| line(label, name)))
        .collect()
}

fn fields(coalition: &Coalition, add: &AddPerson) -> Result<PersonFields> {
    let points = |values: &[String], kind| {
        let values: Vec<ContactPoint> = values
            .iter()
            .enumerate()
            .map(|(at, value)| ContactPoint {
                kind,
                value: value.clone(),
                preferred: at == 0,
            })
            .collect();
        values
    };
    let mut contact_points = points(&add.emails, ContactKind::Email);
    contact_points.extend(points(&add.phones, ContactKind::Phone));
    let affiliation = match &add.at {
        Some(at) => Some(AffiliationFields {
            id: None,
            organization_id: coalition.resolve_organization(at)?,
            role: add.role.clone().unwrap_or_default(),
            since: add.since.clone(),
            until: None,
            may_sign: add.may_sign,
            primary: add.primary,
        }),
        None => None,
    };
    Ok(PersonFields {
        name: add.name.clone(),
        sort_as: add.sort_as.clone(),
        pronouns: add.pronouns.clone().unwrap_or_default(),
        languages: add.languages.clone(),
        do_not_contact: add.do_not_contact,
        note: add.note.clone().unwrap_or_default(),
        contact_points,
        affiliations: affiliation.into_iter().collect(),
        tags: add.tags.clone(),
    })
}

fn line(row: &PersonRow) -> String {
    match &row.organization {
        Some(organization) => format!("{}\t{organization}", row.name),
        None => row.name.clone(),
    }
}

/// Everything about a person, a label and a value a line.
fn lines(detail: &PersonDetail) -> Vec<String> {
    let person: &Person = &detail.person;
    let mut lines = vec![person.name.clone()];
    let mut say = |label: &str, text: &str| {
        if !text.is_empty() {
            lines.push(format!("{label}\t{text}"));
        }
    };
    say("pronouns", &person.pronouns);
    say("languages", &person.languages.join(" "));
    if person.do_not_contact {
        say("do not contact", "yes");
    }
    for point in &person.contact_points {
        say(point.kind.word(), &point.value);
    }
    for at in &person.affiliations {
        let span = match (&at.since, &at.until) {
            (None, None) => String::new(),
            (since, until) => format!(
                "{}–{}",
                since.as_deref().unwrap_or_default(),
                until.as_deref().unwrap_or_default()
            ),
        };
        let more = [
            at.role.as_str(),
            if at.may_sign { "may sign" } else { "" },
            if at.primary { "primary" } else { "" },
            &span,
        ];
        let more: Vec<&str> = more.into_iter().filter(|text| !text.is_empty()).collect();
        say(
            "at",
            [at.organization.name.as_str(), &more.join(", ")]
                .join("\t")
                .trim_end(),
        );
    }
    for tag in &person.tags {
        say("tag", tag);
    }
    say("note", &person.note);
    for letter in &detail.letters {
        say(
            letter.status.word(),
            &format!("{}\t{}", letter.title, letter.name),
        );
    }
    lines
}
