//! Every reader: lists, delimited text, workbooks, web tables, address cards and mail become neutral rows; documents become
//! text, and pictures become small plain ones.
//!
//! A reader only parses; what becomes of a row is decided by the coalition above. Bad input is data: a file is refused with
//! a [`problem::FileError`], a row carries its [`problem::ProblemReason`], an entry of a list its [`list::Doubt`]; each
//! names a message and holds no sentence. Nothing is fetched or executed, and every size is bounded.

pub mod answer;
pub mod charset;
pub mod columns;
pub mod csv;
pub mod dates;
pub mod document;
pub mod format;
pub mod html;
pub mod ldif;
pub mod list;
pub mod mail;
pub mod picture;
pub mod problem;
pub mod sheet;
pub mod source;
pub mod table;
pub mod text;
pub mod title;
pub mod vcard;
pub mod when;
