//! Words for people: how somebody is reached.

use crate::string_enum;

string_enum! {
    /// A way to reach a person.
    ContactKind {
        /// An email address.
        Email = "email",
        /// A phone number.
        Phone = "phone",
    }
}
