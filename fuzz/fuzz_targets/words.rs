//! What somebody types or writes: days, and answers.
#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use reading::answer;
use reading::dates::Order;
use reading::when::{Toward, when};

fuzz_target!(|text: &str| {
    let now = NaiveDate::from_ymd_opt(2026, 11, 30).and_then(|day| day.and_hms_opt(12, 0, 0)).expect("a day");
    let _ = when(text, now, Order::MonthFirst, Toward::Future);
    let _ = answer::answer(text);
    let _ = answer::is_open(text);
});
