//! Texts with fields by name: `Dear {{ first_name }}`. A field that has no value is named before anything opens; a gap is never
//! left. What may be absent is asked for first: `{% if deadline %}by {{ deadline }}{% endif %}`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use minijinja::value::Object;
use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value};

/// The longest text of a template, and of what it becomes, in bytes.
const LONGEST: usize = 100_000;

/// Why a template makes no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// It can't be read, on this line from 1.
    #[error("can't be read on line {line}: {why}")]
    Syntax {
        /// The line.
        line: usize,
        /// What the reader said.
        why: String,
    },
    /// Fields that there are not.
    #[error("no such fields: {0:?}")]
    Unknown(Vec<String>),
    /// Fields that have no value here.
    #[error("fields without a value: {0:?}")]
    Missing(Vec<String>),
    /// It is too long.
    #[error("too long")]
    Long,
}

/// The values of fields by name. One without a value is missing where it is asked for; one whose value is empty is meant to be.
pub type Fields = BTreeMap<&'static str, Option<String>>;

/// What a template asks for while it is rendered.
#[derive(Debug)]
struct Context {
    fields: BTreeMap<String, String>,
    /// What was asked for and is not there, in order.
    missed: Mutex<Vec<String>>,
    /// What was asked for.
    asked: Mutex<BTreeSet<String>>,
}

impl Object for Context {
    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        self.asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key.to_owned());
        let value = self.fields.get(key);
        if value.is_none() {
            self.missed
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(key.to_owned());
        }
        value.map(|value| Value::from(value.as_str()))
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment
}

/// What a template becomes with these values.
///
/// # Errors
/// [`TemplateError`]; all fields that have no value at once.
pub fn render(template: &str, fields: &Fields) -> Result<String, TemplateError> {
    if template.len() > LONGEST {
        return Err(TemplateError::Long);
    }
    let environment = environment();
    let template = environment
        .template_from_str(template)
        .map_err(|error| syntax(&error))?;
    let mut values: BTreeMap<String, String> = fields
        .iter()
        .filter_map(|(name, value)| Some(((*name).to_owned(), value.clone()?)))
        .collect();
    let (mut missing, mut unknown): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    loop {
        let context = Arc::new(Context {
            fields: values.clone(),
            missed: Mutex::default(),
            asked: Mutex::default(),
        });
        let rendered = template.render(Value::from_dyn_object(context.clone()));
        for name in context
            .asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
        {
            let is_known = fields.contains_key(name.as_str()) || values.contains_key(name);
            if !is_known && !unknown.contains(name) {
                unknown.push(name.clone());
            }
        }
        match rendered {
            Ok(text) if unknown.is_empty() && missing.is_empty() => {
                return if text.len() > LONGEST {
                    Err(TemplateError::Long)
                } else {
                    Ok(without_gaps(&text))
                };
            }
            Ok(_) => break,
            Err(error) if error.kind() == ErrorKind::UndefinedError => {
                // What was asked for last is what there is nothing to print of.
                let name = context
                    .missed
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .pop();
                let Some(name) = name.filter(|name| !values.contains_key(name)) else {
                    return Err(syntax(&error));
                };
                if !unknown.contains(&name) && !missing.contains(&name) {
                    missing.push(name.clone());
                }
                values.insert(name, "-".to_owned());
            }
            Err(error) => return Err(syntax(&error)),
        }
    }
    Err(if unknown.is_empty() {
        TemplateError::Missing(missing)
    } else {
        TemplateError::Unknown(unknown)
    })
}

/// A text in which what was left out leaves no more than one empty line.
fn without_gaps(text: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if !line.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
            kept.push(line);
        }
    }
    kept.join("\n").trim().to_owned()
}

fn syntax(error: &minijinja::Error) -> TemplateError {
    TemplateError::Syntax {
        line: error.line().unwrap_or(1),
        why: error
            .detail()
            .map_or_else(|| error.kind().to_string(), str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn fields() -> Fields {
        Fields::from([
            ("name", Some("Ana <b>Mora</b> {{ code }}".to_owned())),
            ("code", Some("US-1".to_owned())),
            ("personal", Some(String::new())),
            ("deadline", None),
            ("title", None),
        ])
    }

    #[test]
    fn a_value_stands_as_it_is_and_is_not_read_as_a_template() {
        assert_eq!(
            render("Dear {{ name }},", &fields()).unwrap(),
            "Dear Ana <b>Mora</b> {{ code }},"
        );
    }

    #[test]
    fn every_field_without_a_value_is_named_and_nothing_is_rendered() {
        let missing = TemplateError::Missing(vec!["deadline".to_owned(), "title".to_owned()]);
        assert_eq!(
            render("By {{ deadline }}, {{ title }}, {{ deadline }}", &fields()),
            Err(missing)
        );
    }

    #[test]
    fn what_may_be_absent_can_be_asked_for_first() {
        let text = "Sign{% if deadline %} by {{ deadline }}{% endif %}.";
        assert_eq!(render(text, &fields()).unwrap(), "Sign.");
        let with = Fields::from([("deadline", Some("Friday".to_owned()))]);
        assert_eq!(render(text, &with).unwrap(), "Sign by Friday.");
    }

    #[test]
    fn what_is_meant_to_be_empty_leaves_no_gap_of_more_than_a_line() {
        let text = "Dear all,\n\n{{ personal }}\n\n{% if title %}x{% endif %}\n\nThe letter.\n";
        assert_eq!(render(text, &fields()).unwrap(), "Dear all,\n\nThe letter.");
    }

    #[test]
    fn a_field_that_there_is_not_is_said_even_where_it_is_only_asked_for() {
        let unknown = TemplateError::Unknown(vec!["nmae".to_owned()]);
        assert_eq!(render("Dear {{ nmae }}", &fields()), Err(unknown.clone()));
        assert_eq!(render("{% if nmae %}x{% endif %}", &fields()), Err(unknown));
    }

    #[test]
    fn what_can_not_be_read_is_said_with_its_line() {
        for (text, line) in [("a\n{{ name", 2), ("{% for %}", 1), ("{% include 'x' %}", 1)] {
            assert!(
                matches!(render(text, &fields()), Err(TemplateError::Syntax { line: at, .. }) if at == line),
                "{text}: {:?}",
                render(text, &fields())
            );
        }
        assert!(render(&"x".repeat(LONGEST + 1), &fields()).is_err());
    }

    #[test]
    fn a_template_that_makes_much_of_little_is_refused() {
        let greedy = "{% for a in range(100000) %}{{ name }}{% endfor %}";
        assert!(render(greedy, &fields()).is_err());
    }
}
