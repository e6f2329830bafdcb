//! Links to a form of one's own with fields that are filled in already.
//!
//! People paste the pre-filled address that their form service makes, with marker words typed into the fields (`CODE`,
//! `ORGANIZATION` ...); where those stand in the query is what is filled in later. Google, Microsoft, Airtable and JotForm all
//! carry fields that way; Microsoft puts quotation marks around a text, which stay.

use crate::percent::{decode, encode};

/// The longest address that is taken, in bytes.
const LONGEST: usize = 4_000;

/// Whose form it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// Google Forms.
    Google,
    /// Microsoft Forms.
    Microsoft,
    /// Airtable.
    Airtable,
    /// JotForm.
    JotForm,
    /// Another that fills in fields by its address.
    Other,
}

/// What a field is filled in with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FormField {
    /// The code of the ask.
    Code,
    /// The organization's name.
    Organization,
    /// The person's name.
    Name,
    /// The person's title.
    Title,
    /// The person's address.
    Email,
}

impl FormField {
    /// Every field.
    pub const ALL: [Self; 5] = [
        Self::Code,
        Self::Organization,
        Self::Name,
        Self::Title,
        Self::Email,
    ];

    /// The words that mark it, in small letters.
    fn markers(self) -> &'static [&'static str] {
        match self {
            Self::Code => &["code", "código", "codigo"],
            Self::Organization => &["organization", "organisation", "organización", "organizacion"],
            Self::Name => &["name", "nombre"],
            Self::Title => &["title", "cargo"],
            Self::Email => &["email", "correo"],
        }
    }

    /// The marker word that people type.
    pub fn word(self) -> &'static str {
        match self {
            Self::Code => "CODE",
            Self::Organization => "ORGANIZATION",
            Self::Name => "NAME",
            Self::Title => "TITLE",
            Self::Email => "EMAIL",
        }
    }
}

/// Why an address is no form's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// It is no `https` address of a page.
    #[error("not the address of a page")]
    Address,
    /// It is a short one, which carries no fields.
    #[error("a short address carries no fields")]
    Short,
    /// No field of it says `CODE`.
    #[error("no field says CODE")]
    NoCode,
    /// One marker word stands in several fields.
    #[error("a marker word stands in several fields")]
    Twice(FormField),
}

/// A value of the query, with what it is filled in with.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Parameter {
    /// Its name, as encoded as it was.
    name: String,
    /// Its value, as encoded as it was.
    value: String,
    /// What it holds, and what stands before and behind it.
    field: Option<(FormField, String, String)>,
}

/// A form and where its fields are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Whose it is.
    pub service: Service,
    base: String,
    parameters: Vec<Parameter>,
    fragment: String,
}

impl Form {
    /// Reads a pre-filled address with marker words.
    ///
    /// # Errors
    /// [`FormError`].
    pub fn read(address: &str) -> Result<Self, FormError> {
        let address = address.trim();
        let bad = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\');
        if address.len() > LONGEST || address.contains(bad) {
            return Err(FormError::Address);
        }
        let rest = address.strip_prefix("https://").ok_or(FormError::Address)?;
        let (whole, fragment) = match address.split_once('#') {
            Some((whole, fragment)) => (whole, format!("#{fragment}")),
            None => (address, String::new()),
        };
        let host = rest
            .split(['/', '?', '#'])
            .next()
            .unwrap_or_default()
            .to_lowercase();
        if host.is_empty() || !host.contains('.') || host.contains(['@', ':']) {
            return Err(FormError::Address);
        }
        let Some((base, query)) = whole.split_once('?') else {
            return Err(if host == "forms.gle" {
                FormError::Short
            } else {
                FormError::NoCode
            });
        };
        let parameters: Vec<Parameter> = query.split('&').map(parameter).collect();
        for field in FormField::ALL {
            let of = |one: &&Parameter| one.field.as_ref().is_some_and(|(known, ..)| *known == field);
            match parameters.iter().filter(of).count() {
                0 if field == FormField::Code => return Err(FormError::NoCode),
                0 | 1 => {}
                _ => return Err(FormError::Twice(field)),
            }
        }
        Ok(Self {
            service: service(&host),
            base: base.to_owned(),
            parameters,
            fragment,
        })
    }

    /// The fields that are filled in, in the order of the form.
    pub fn fields(&self) -> Vec<FormField> {
        let fields = self.parameters.iter().filter_map(|one| one.field.as_ref());
        fields.map(|(field, ..)| *field).collect()
    }

    /// The address that opens the form with its fields filled in. A field without a value is left out.
    pub fn fill(&self, value: impl Fn(FormField) -> String) -> String {
        let mut query: Vec<String> = Vec::new();
        for parameter in &self.parameters {
            let Parameter {
                name,
                value: kept,
                field,
            } = parameter;
            match field {
                None if kept.is_empty() && !name.contains('=') => query.push(name.clone()),
                None => query.push(format!("{name}={kept}")),
                Some((field, before, after)) => {
                    let filled = crate::one_line(&value(*field));
                    if !filled.is_empty() {
                        query.push(format!("{name}={}", encode(&format!("{before}{filled}{after}"))));
                    }
                }
            }
        }
        format!("{}?{}{}", self.base, query.join("&"), self.fragment)
    }
}

fn parameter(text: &str) -> Parameter {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    let decoded = decode(value).unwrap_or_default();
    let plain = decoded.trim_matches(|c: char| !c.is_alphanumeric());
    let folded = plain.to_lowercase();
    let field = FormField::ALL
        .into_iter()
        .find(|field| field.markers().contains(&folded.as_str()))
        .and_then(|field| {
            let (before, after) = decoded.split_once(plain)?;
            Some((field, before.to_owned(), after.to_owned()))
        });
    Parameter {
        name: name.to_owned(),
        value: value.to_owned(),
        field,
    }
}

fn service(host: &str) -> Service {
    let is = |domain: &str| host == domain || host.ends_with(&format!(".{domain}"));
    if is("docs.google.com") {
        Service::Google
    } else if is("forms.office.com") || is("forms.microsoft.com") || is("forms.cloud.microsoft") {
        Service::Microsoft
    } else if is("airtable.com") {
        Service::Airtable
    } else if is("jotform.com") || is("jotform.co") {
        Service::JotForm
    } else {
        Service::Other
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn filled(address: &str) -> String {
        Form::read(address).unwrap().fill(|field| match field {
            FormField::Code => "US-7K3QX9D".to_owned(),
            FormField::Organization => "Luz & Sol, “A+B”".to_owned(),
            FormField::Name => "Ana\r\nMora".to_owned(),
            FormField::Title | FormField::Email => String::new(),
        })
    }

    #[test]
    fn the_fields_of_each_service_are_found_by_their_marker_words() {
        let google = "https://docs.google.com/forms/d/e/1FAIpQLSd/viewform?usp=pp_url&entry.111=CODE&entry.222=ORGANIZATION&entry.333=NAME&entry.4=TITLE";
        assert_eq!(Form::read(google).unwrap().service, Service::Google);
        assert_eq!(
            filled(google),
            "https://docs.google.com/forms/d/e/1FAIpQLSd/viewform?usp=pp_url&entry.111=US-7K3QX9D\
             &entry.222=Luz%20%26%20Sol%2C%20%E2%80%9CA%2BB%E2%80%9D&entry.333=Ana%20Mora"
        );
        let microsoft = "https://forms.office.com/Pages/ResponsePage.aspx?id=abc123&r4f5=%22CODE%22&r77=%22organization%22";
        assert_eq!(Form::read(microsoft).unwrap().service, Service::Microsoft);
        assert!(filled(microsoft).contains("&r4f5=%22US-7K3QX9D%22&r77=%22Luz%20%26%20Sol"));
        let airtable =
            "https://airtable.com/appX/shrY?prefill_Code=CODE&prefill_Organization+name=Organizaci%C3%B3n";
        assert_eq!(Form::read(airtable).unwrap().service, Service::Airtable);
        assert!(filled(airtable).starts_with(
            "https://airtable.com/appX/shrY?prefill_Code=US-7K3QX9D&prefill_Organization+name=Luz%20"
        ));
        let jotform = "https://form.jotform.com/2412345?code=CODE&organization=ORGANIZATION&name[first]=NAME";
        let form = Form::read(jotform).unwrap();
        assert_eq!(form.service, Service::JotForm);
        assert_eq!(
            form.fields(),
            [FormField::Code, FormField::Organization, FormField::Name]
        );
    }

    #[test]
    fn an_address_without_a_code_or_of_no_page_is_refused_with_the_reason() {
        for (address, error) in [
            ("https://forms.gle/abc", FormError::Short),
            ("https://docs.google.com/forms/d/e/1/viewform", FormError::NoCode),
            (
                "https://docs.google.com/forms/d/e/1/viewform?entry.1=NAME",
                FormError::NoCode,
            ),
            (
                "http://docs.google.com/forms/d/e/1/viewform?entry.1=CODE",
                FormError::Address,
            ),
            ("javascript:alert(1)?a=CODE", FormError::Address),
            ("https://user@evil.example/?a=CODE", FormError::Address),
            (
                "https://forms.example/?a=CODE&b=code",
                FormError::Twice(FormField::Code),
            ),
        ] {
            assert_eq!(Form::read(address), Err(error), "{address}");
        }
    }
}
