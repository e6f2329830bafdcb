//! Names: reading a list, recognizing, comparing, and finding.

use std::path::Path;

use names::recognize::{self, Reason};
use reading::document::{self, LARGEST_DOCUMENT};
use reading::format::{Format, format};
use reading::html;
use reading::list::{Entry, read_list};
use reading::text::{check_text, decode};
use serde_json::{Value, json};
use undersigned_core::{Error, Message};

use super::output::{print_json, print_lines, put, read_bytes, read_text, refuse_input};
use super::{Context, Result};

impl Context<'_> {
    pub(super) fn read_list(&self, input: &str, json: bool, out: Option<&Path>) -> Result {
        if let Some(out) = out {
            refuse_input(input, out)?;
        }
        let text = read_document(input)?;
        let entries = if text.trim().is_empty() {
            Vec::new()
        } else if self.file.is_some() {
            self.open()?.read_list(&text)?.entries
        } else {
            check_text(&text)?;
            read_list(&text, &()).entries
        };
        if entries.is_empty() && !text.trim().is_empty() {
            return Err(Error::rule(Message::new("error-list-no-name")).into());
        }
        if let Some(out) = out {
            put(Some(out), text.as_bytes())?;
        }
        if json {
            return print_json(&entries.iter().map(entry_json).collect::<Vec<_>>());
        }
        // Plain names can't say that somebody did not sign.
        let signing = |entry: &&Entry| entry.status.is_none();
        if !entries.is_empty() && !entries.iter().any(|entry| signing(&entry)) {
            eprintln!("{}", Message::new("cli-all-declined").to_string(self.language));
        }
        print_lines(entries.iter().filter(signing).map(|entry| entry.name.as_str()))
    }

    pub(super) fn recognize(&self, input: &str, json: bool) -> Result {
        let (coalition, text) = (self.open()?, read_text(input)?);
        let mut found = Vec::new();
        for name in text.lines().filter(|line| !line.trim().is_empty()) {
            found.push((name.trim(), coalition.recognize(name)?));
        }
        if json {
            let rows: Vec<Value> = found
                .iter()
                .map(|(name, recognition)| {
                    let candidates: Vec<Value> = recognition.candidates.iter().map(|c| self.candidate(c)).collect();
                    let best = candidates.first().cloned().unwrap_or_default();
                    json!({
                        "name": name, "verdict": recognition.verdict.word(), "organization": best["organization"],
                        "id": best["id"], "score": best["score"], "reason": best["reason"], "candidates": candidates,
                    })
                })
                .collect();
            return print_json(&rows);
        }
        print_lines(
            found
                .iter()
                .map(|(_, recognition)| match recognition.candidates.first() {
                    Some(best) => {
                        let reason = self.reason(&best.reason);
                        format!(
                            "{}\t{}\t{:.3}\t{reason}",
                            recognition.verdict.word(),
                            best.name,
                            best.score
                        )
                    }
                    None => format!("{}\t\t\t", recognition.verdict.word()),
                }),
        )
    }

    pub(super) fn candidate(&self, candidate: &recognize::Candidate) -> Value {
        json!({
            "id": candidate.id, "organization": candidate.name, "score": candidate.score,
            "reason": self.reason(&candidate.reason),
        })
    }

    pub(super) fn reason(&self, reason: &Reason) -> String {
        let (id, arguments) = reason.message();
        Message::with(id, arguments).to_string(self.language)
    }

    pub(super) fn compare(&self, input: &str, json: bool) -> Result {
        let text = read_text(input)?;
        let mut rows = Vec::new();
        for (number, line) in text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
        {
            let (a, b) = line
                .split_once('\t')
                .ok_or_else(|| Error::rule(Message::new("error-pair-missing").number("line", number + 1)))?;
            let found = recognize::compare(a.trim(), b.trim());
            let (word, reason) = (found.verdict.word(), self.reason(&found.reason));
            rows.push(if json {
                json!({ "a": a.trim(), "b": b.trim(), "verdict": word, "score": found.score, "reason": reason })
            } else {
                Value::String(format!("{word}\t{:.3}\t{reason}", found.score))
            });
        }
        if json {
            print_json(&rows)
        } else {
            print_lines(rows.iter().filter_map(|row| row.as_str()))
        }
    }

    pub(super) fn search(&self, query: &str, json: bool, limit: usize) -> Result {
        let found = self.open()?.search(query, limit)?;
        if json {
            return print_json(&found);
        }
        print_lines(found.iter().map(|hit| {
            let by = hit.matched.as_deref().unwrap_or_default();
            let line = [hit.title.as_str(), &hit.detail, by].join("\t");
            line.trim_end_matches('\t').to_owned()
        }))
    }
}

/// The text of a file: of a document what it shows, of anything else itself.
fn read_document(input: &str) -> Result<String> {
    let bytes = read_bytes(input, LARGEST_DOCUMENT)?;
    if bytes.len() > LARGEST_DOCUMENT {
        return Err(Error::rule(Message::new("error-document-large")).into());
    }
    let read = document::text(&bytes).map_err(|error| Error::rule(Message::new(error.message())))?;
    match read {
        Some(text) => Ok(text),
        None if format(&bytes) == Format::Html => Ok(html::read(&bytes, None).map_err(Error::from)?.text),
        None => Ok(decode(&bytes).map_err(Error::from)?),
    }
}

/// An entry as the command line prints it: what was not read is left out.
fn entry_json(entry: &Entry) -> Value {
    let mut object = json!({ "name": entry.name });
    for (key, value) in [
        ("signer", &entry.signer),
        ("title", &entry.title),
        ("place", &entry.place),
        ("heading", &entry.heading),
        ("note", &entry.note),
    ] {
        if let Some(value) = value {
            object[key] = json!(value);
        }
    }
    if let Some(status) = entry.status {
        object["status"] = json!(status.word());
    }
    object["start"] = json!(entry.start);
    object["end"] = json!(entry.end);
    object["doubtful"] = json!(entry.is_doubtful());
    object["probability"] = json!((f64::from(entry.probability) * 1000.0).round() / 1000.0);
    object
}
