//! Recognizing organizations by their names.

mod countries;
pub mod words;
