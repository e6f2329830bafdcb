//! The coordinator's own form, by its pre-filled address.

use base::error::{Error, Result};
use base::messages::Message;
use drafts::form::{Form, FormError};

/// The address of a form without blanks around it, or empty; refused when no code could come home by it.
pub(super) fn checked(address: &str) -> Result<String> {
    let address = address.trim();
    if !address.is_empty() {
        Form::read(address).map_err(|error| Error::field("form", form_fault(error)))?;
    }
    Ok(address.to_owned())
}

/// Why an address is no form's, and what to do.
fn form_fault(error: FormError) -> Message {
    match error {
        FormError::Address => Message::new("error-form-address"),
        FormError::Short => Message::new("error-form-short"),
        FormError::NoCode => Message::new("error-form-no-code"),
        FormError::Twice(field) => Message::new("error-form-twice").text("word", field.word()),
    }
}
