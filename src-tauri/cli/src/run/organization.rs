//! Organizations: adding one, everything about one, and all of them.

use names::recognize::words;
use undersigned_core::Coalition;
use undersigned_core::organization::{
    AliasFields, AliasKind, OrganizationDetail, OrganizationFields, OrganizationFilter, OrganizationRow,
    OrganizationSort, SigningHabits,
};

use super::output::{print, print_json, print_lines, print_list};
use super::{Context, Result};
use crate::args::{AddOrganization, ListOrganizations, OrganizationCommand};

/// How many rows are read and printed at once.
const PART: usize = 500;

impl Context<'_> {
    pub(super) fn organization(&self, command: &OrganizationCommand) -> Result {
        let mut coalition = self.open()?;
        match command {
            OrganizationCommand::Add(add) => {
                let fields = fields(&coalition, add)?;
                print(&coalition.add_organization(&fields, self.now)?.output.to_string())
            }
            OrganizationCommand::Show { reference, json } => {
                let id = coalition.resolve_organization(reference)?;
                let detail = coalition.get_organization_detail(id)?;
                if *json {
                    return print_json(&detail);
                }
                print_lines(lines(&detail).iter())
            }
            OrganizationCommand::List(list) => print_all(&coalition, list),
        }
    }
}

fn fields(coalition: &Coalition, add: &AddOrganization) -> Result<OrganizationFields> {
    let text = |option: &Option<String>| option.clone().unwrap_or_default();
    Ok(OrganizationFields {
        name: add.name.clone(),
        prints_as: add.prints_as.clone(),
        sort_as: add.sort_as.clone(),
        scope: add.scope.as_deref().map(str::parse).transpose()?,
        kind: add.kind.as_deref().map(str::parse).transpose()?,
        membership: add.membership.as_deref().map(str::parse).transpose()?,
        parent_id: add
            .parent
            .as_deref()
            .map(|parent| coalition.resolve_organization(parent))
            .transpose()?,
        city: text(&add.city),
        state: state(&text(&add.state)),
        country: text(&add.country),
        website: text(&add.website),
        signing: SigningHabits {
            decides: text(&add.decides),
            lead_days: add.lead_days,
            never_signs: text(&add.never_signs),
            ask_first: add.ask_first,
        },
        note: text(&add.note),
        aliases: add
            .aliases
            .iter()
            .map(|alias| AliasFields {
                name: alias.clone(),
                kind: AliasKind::guess(alias),
            })
            .collect(),
        tags: add.tags.clone(),
    })
}

/// A state as it is kept: the postal code where there is one.
fn state(typed: &str) -> String {
    words::state_code(&words::fold(typed)).unwrap_or(typed).to_owned()
}

fn print_all(coalition: &Coalition, list: &ListOrganizations) -> Result {
    let one = |word: &Option<String>| word.as_deref().map(str::parse).transpose();
    let filter = OrganizationFilter {
        text: list.find.clone().unwrap_or_default(),
        scopes: list
            .scope
            .as_deref()
            .map(str::parse)
            .transpose()?
            .into_iter()
            .collect(),
        kinds: list
            .kind
            .as_deref()
            .map(str::parse)
            .transpose()?
            .into_iter()
            .collect(),
        memberships: one(&list.membership)?.into_iter().collect(),
        states: list.state.as_deref().map(state).into_iter().collect(),
        tags: list.tags.clone(),
        parent_id: list
            .parent
            .as_deref()
            .map(|parent| coalition.resolve_organization(parent))
            .transpose()?,
        ..OrganizationFilter::default()
    };
    let sort = OrganizationSort {
        column: list.sort.parse()?,
        reversed: list.reversed,
    };
    if !list.json {
        return print_lines(coalition.list_organization_names(&filter, sort)?.iter());
    }
    let ids = coalition.list_organization_ids(&filter, sort)?;
    let mut parts = ids.chunks(PART);
    print_list(
        true,
        |row: &OrganizationRow| row.name.clone(),
        || match parts.next() {
            Some(part) => Ok(coalition.list_organization_rows(part)?),
            None => Ok(Vec::new()),
        },
    )
}

/// Everything about an organization, a label and a value a line.
fn lines(detail: &OrganizationDetail) -> Vec<String> {
    let organization = &detail.organization;
    let mut lines = vec![organization.name.clone()];
    let mut say = |label: &str, text: &str| {
        if !text.is_empty() {
            lines.push(format!("{label}\t{text}"));
        }
    };
    for alias in &organization.aliases {
        say(alias.kind.word(), &alias.name);
    }
    if let Some(parent) = &organization.parent {
        say("parent", &parent.name);
    }
    say("scope", organization.scope.map_or("", |scope| scope.word()));
    say("city", &organization.city);
    say("state", &organization.state);
    say("country", &organization.country);
    say("type", organization.kind.map_or("", |kind| kind.word()));
    say(
        "membership",
        organization.membership.map_or("", |membership| membership.word()),
    );
    say("website", &organization.website);
    say("prints as", organization.prints_as.as_deref().unwrap_or_default());
    say("sort as", organization.sort_as.as_deref().unwrap_or_default());
    say("decides", &organization.signing.decides);
    if let Some(days) = organization.signing.lead_days {
        say("lead days", &days.to_string());
    }
    say("never signs", &organization.signing.never_signs);
    if organization.signing.ask_first {
        say("ask first", "yes");
    }
    for tag in &organization.tags {
        say("tag", tag);
    }
    say("note", &organization.note);
    for child in &detail.children {
        say("chapter", &child.name);
    }
    for person in &detail.people {
        let role = if person.role.is_empty() {
            String::new()
        } else {
            format!("\t{}", person.role)
        };
        say("person", &format!("{}{role}", person.name));
    }
    for letter in &detail.letters {
        say(letter.status.word(), &letter.title);
    }
    lines
}
