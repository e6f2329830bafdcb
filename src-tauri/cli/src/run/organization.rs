//! Organizations: adding one, everything about one, and all of them.

use std::str::FromStr;

use names::recognize::words;
use reading::picture::LARGEST_PICTURE;
use undersigned_core::organization::{
    AliasFields, AliasKind, OrganizationDetail, OrganizationFields, OrganizationFilter, OrganizationRow,
    OrganizationSort, OrganizationText, TextValues,
};
use undersigned_core::{Coalition, Error, Language, Message};
use vocabulary::UnknownWord;

use super::output::{print, print_json, print_lines, print_list, put, read_bytes};
use super::{Context, Result};
use crate::args::{ListOrganizations, OrganizationCommand, OrganizationLogo, OrganizationOptions};

/// How many rows are read and printed at once.
const PART: usize = 500;

impl Context<'_> {
    pub(super) fn organization(&self, command: &OrganizationCommand) -> Result {
        let mut coalition = self.open()?;
        match command {
            OrganizationCommand::Add(add) => {
                let mut fields = OrganizationFields {
                    name: add.name.clone(),
                    ..OrganizationFields::default()
                };
                apply(&coalition, &add.options, &mut fields)?;
                print(&coalition.add_organization(&fields, self.now)?.output.to_string())
            }
            OrganizationCommand::Set(set) => {
                let id = coalition.resolve_organization(&set.reference)?;
                let mut fields = OrganizationFields::from(coalition.get_organization(id)?);
                if let Some(name) = &set.name {
                    fields.name.clone_from(name);
                }
                apply(&coalition, &set.options, &mut fields)?;
                coalition.set_organization(id, &fields, self.now)?;
                Ok(())
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
            OrganizationCommand::Logo(logo) => self.logo(&mut coalition, logo),
        }
    }

    fn logo(&self, coalition: &mut Coalition, of: &OrganizationLogo) -> Result {
        if let Some(letter) = &of.missing {
            let letter = coalition.resolve_letter(letter)?;
            let options = coalition.get_block_options(letter)?;
            let labels = Language::from_locale(&options.language);
            let names = coalition.list_without_logo(letter, &options, &labels)?;
            return if of.json {
                print_json(&names)
            } else {
                print_lines(names.iter())
            };
        }
        let id = coalition.resolve_organization(of.reference.as_deref().unwrap_or_default())?;
        if of.remove {
            coalition.remove_logo(id, self.now)?;
            return Ok(());
        }
        if let Some(by) = &of.by {
            let on = of.on.as_deref().unwrap_or_default();
            match &of.picture {
                Some(picture) => {
                    let bytes = read_bytes(picture, LARGEST_PICTURE)?;
                    coalition.set_logo(id, &bytes, by, on, self.now)?;
                }
                None => {
                    coalition.set_logo_permission(id, by, on, self.now)?;
                }
            }
            return Ok(());
        }
        let logo = coalition.get_logo(id)?;
        if let Some(output) = &of.output {
            let picture = match &logo {
                Some(logo) => coalition.get_logo_picture(&logo.picture)?,
                None => None,
            };
            let name = coalition.get_organization(id)?.name;
            let none = || Error::rule(Message::new("error-logo-none").text("name", name));
            return put(Some(output.as_path()), &picture.ok_or_else(none)?);
        }
        if of.json {
            return print_json(&logo);
        }
        print_lines(logo.iter().map(|logo| {
            format!(
                "{} x {}\t{}\t{}",
                logo.width, logo.height, logo.permitted_by, logo.permitted_on
            )
        }))
    }
}

/// Says of an organization what the options say; what they do not say stays.
fn apply(
    coalition: &Coalition,
    options: &OrganizationOptions,
    fields: &mut OrganizationFields,
) -> Result<()> {
    let texts = [
        (&mut fields.city, options.city.clone()),
        (&mut fields.state, options.state.as_deref().map(state)),
        (&mut fields.country, options.country.clone()),
        (&mut fields.website, options.website.clone()),
        (&mut fields.signing.decides, options.decides.clone()),
        (&mut fields.signing.never_signs, options.never_signs.clone()),
        (&mut fields.note, options.note.clone()),
    ];
    for (field, given) in texts {
        if let Some(text) = given {
            *field = text;
        }
    }
    for (field, text) in &options.texts.0 {
        fields.texts.get_mut(*field).clone_from(text);
    }
    for (field, given) in [
        (&mut fields.prints_as, &options.prints_as),
        (&mut fields.sort_as, &options.sort_as),
    ] {
        if given.is_some() {
            field.clone_from(given);
        }
    }
    if let Some(scope) = &options.scope {
        fields.scope = one_of(scope)?;
    }
    if let Some(kind) = &options.kind {
        fields.kind = one_of(kind)?;
    }
    if let Some(membership) = &options.membership {
        fields.membership = one_of(membership)?;
    }
    match options.parent.as_deref() {
        Some("") => fields.parent_id = None,
        Some(parent) => fields.parent_id = Some(coalition.resolve_organization(parent)?),
        None => {}
    }
    if options.lead_days.is_some() {
        fields.signing.lead_days = options.lead_days;
    }
    fields.signing.ask_first |= options.ask_first;
    for name in &options.aliases {
        if !fields.aliases.iter().any(|alias| alias.name == *name) {
            fields.aliases.push(AliasFields {
                name: name.clone(),
                kind: AliasKind::guess(name),
            });
        }
    }
    fields.tags.extend(options.tags.iter().cloned());
    Ok(())
}

/// A word of a list; none for an empty text.
fn one_of<T: FromStr<Err = UnknownWord>>(text: &str) -> Result<Option<T>> {
    let text = Some(text).filter(|text| !text.is_empty());
    Ok(text.map(str::parse).transpose()?)
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
        texts: list
            .texts
            .0
            .iter()
            .map(|(field, value)| TextValues {
                field: *field,
                values: vec![value.clone()],
            })
            .collect(),
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
    for field in OrganizationText::ALL {
        say(field.word(), organization.texts.get(*field));
    }
    for tag in &organization.tags {
        say("tag", tag);
    }
    if let Some(logo) = &detail.logo {
        say("logo", &format!("{}, {}", logo.permitted_by, logo.permitted_on));
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
