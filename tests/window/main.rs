//! Journeys through the real window: what a person does, and what the person then sees.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod contacts;
mod days_work;
mod first_start;
mod imports;
mod ledger;
mod main_job;
mod screens;
mod tabs;
mod traces;
