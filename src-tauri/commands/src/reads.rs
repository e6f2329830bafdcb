//! Which tables of the coalition a command reads. What the page knows of it is generated from the tests here: see
//! `cargo xtask bindings`.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::Answer;
use crate::call::call;
use crate::window::Window;

/// Runs a command as [`call`] does, and says which tables its answer rests on: it is out of date once an action names one of them.
/// Nothing that is remembered in memory is used, so that all is read that it rests on.
///
/// # Errors
/// Those of the command.
pub fn call_noting_reads(
    window: &Window,
    command: &str,
    arguments: Value,
) -> Answer<(String, BTreeSet<String>)> {
    window.noting_reads(|| call(window, command, arguments))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fmt::Write;
    use std::path::PathBuf;
    use std::sync::Arc;

    use serde_json::json;

    use super::*;
    use crate::{App, COMMANDS, Clock, NoDesktop, Places};

    /// Commands whose names say that they read, but not from the coalition.
    const ELSEWHERE: &[&str] = &[
        "get_view",
        "get_settings",
        "get_waiting",
        "list_template_fields",
        "plan_import",
        "list_plan_rows",
        "list_spans",
        // Looks at everything, for the moment that its dialog is open.
        "plan_forgetting",
        "get_import_message",
    ];

    /// Whether a command reads, as its name says.
    fn reads(command: &str) -> bool {
        let verbs = ["get_", "list_", "find_", "check_", "compare_", "diff_", "plan_"];
        let whole = ["search", "recognize"];
        (verbs.iter().any(|verb| command.starts_with(verb)) || whole.contains(&command))
            && !ELSEWHERE.contains(&command)
    }

    /// A program with the sample open in its window.
    struct Sample {
        window: Arc<Window>,
        _folder: tempfile::TempDir,
    }

    impl Sample {
        fn open() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let at = |name| folder.path().join(name);
            let places = Places {
                data: at("data"),
                config: at("config"),
                cache: at("cache"),
                documents: None,
            };
            let app = Arc::new(App::start(places, Clock::System));
            let window = app.open_window("main", Box::new(NoDesktop), None);
            window.open_sample().unwrap();
            Self {
                window,
                _folder: folder,
            }
        }

        fn ask(&self, command: &str, arguments: Value) -> Value {
            let answer = call(&self.window, command, arguments);
            serde_json::from_str(&answer.unwrap_or_else(|error| panic!("{command}: {error:?}"))).unwrap()
        }

        /// What each command may be asked: all that makes it read other tables.
        fn questions(&self) -> Vec<(&'static str, Value)> {
            let letters = self.ask("list_letters", json!({}));
            let title = |title: &str| {
                let found = letters
                    .as_array()
                    .unwrap()
                    .iter()
                    .find(|letter| letter["title"] == title);
                found.unwrap()["id"].clone()
            };
            let letter = title("Extend rent assistance through the winter");
            let on = json!({ "letterId": letter });
            let sign_ons = self.ask("list_sign_ons", on.clone());
            let sign_on = sign_ons
                .as_array()
                .unwrap()
                .iter()
                .find(|row| !row["organizationId"].is_null());
            let sign_on = sign_on.unwrap();
            let of = json!({ "signOnId": sign_on["id"] });
            let by_name = json!({ "column": "name", "reversed": false });
            let page = |filter: &Value, column: &str| json!({ "filter": filter, "sort": { "column": column, "reversed": false }, "offset": 0, "limit": 5 });
            let organization = sign_on["organizationId"].clone();
            let people = self.ask("list_people", page(&json!({}), "name"));
            let person = people["rows"][0]["id"].clone();
            let someone = people["rows"][1]["id"].clone();
            let others = self.ask("list_organization_ids", json!({ "filter": {}, "sort": by_name }));
            let other = others
                .as_array()
                .unwrap()
                .iter()
                .find(|id| **id != organization)
                .unwrap();
            let filter = json!({ "about": "organizations", "filter": { "text": "river" } });
            let filter =
                self.ask("save_filter", json!({ "name": "River", "filter": filter }))["output"].clone();
            let people = json!({ "about": "people", "filter": {} });
            let people =
                self.ask("save_filter", json!({ "name": "People", "filter": people }))["output"].clone();
            let editions = ["one", "two"].map(|label| {
                self.ask("freeze_edition", json!({ "letterId": letter, "label": label }))["output"].clone()
            });
            self.ask(
                "start_desk",
                json!({ "signOnIds": [sign_on["id"]], "kind": "ask" }),
            );
            let desk = self.ask("list_desk", json!({}));
            self.ask(
                "add_answer_text",
                json!({ "text": "From: Pat <pat@riverbend.example>\nSubject: Re: letter US-0000000\n\nYes, add us." }),
            );
            let numbers = json!({ "letterId": letter, "earlier": 1, "later": 2 });
            let list = self.ask("list_imports", json!({}))[0]["id"].clone();

            let mut questions = vec![
                ("get_start", json!({})),
                ("get_app", json!({})),
                ("list_backups", json!({})),
                ("list_letters", json!({})),
                ("get_letter", json!({ "id": letter })),
                ("get_letter_text", on.clone()),
                ("list_versions", on.clone()),
                ("compare_versions", numbers.clone()),
                ("list_standing", on.clone()),
                ("list_sign_ons", on.clone()),
                ("get_ledger", on.clone()),
                ("get_sign_on", json!({ "id": sign_on["id"] })),
                ("list_deadline_moves", on.clone()),
                ("get_timeline", on.clone()),
                ("get_states", on.clone()),
                ("get_block", on.clone()),
                ("get_block_pages", on.clone()),
                ("get_block_options", on.clone()),
                ("list_styles", json!({ "language": "en" })),
                ("check_letter", on.clone()),
                ("list_editions", on.clone()),
                ("diff_editions", numbers.clone()),
                ("get_edition_update", numbers),
                ("list_accepted", json!({ "editionId": editions[0] })),
                ("get_edition_block", json!({ "editionId": editions[0] })),
                ("list_evidence", of.clone()),
                ("list_outreach", of.clone()),
                ("list_further_signers", of),
                ("list_templates", on.clone()),
                ("list_desk", json!({})),
                ("list_due", json!({ "letterId": letter, "kind": "reminder" })),
                ("list_due", json!({ "letterId": letter, "kind": "receipt" })),
                ("list_receipts_due", json!({})),
                ("get_draft", json!({ "id": desk[0]["id"] })),
                ("get_pace", on.clone()),
                ("list_answers", json!({})),
                ("get_answers_folder", json!({})),
                ("list_followups", json!({ "letterId": null })),
                ("list_followups", on.clone()),
                ("list_imports", json!({})),
                (
                    "list_import_rows",
                    json!({ "importId": list, "outcome": null, "offset": 0, "limit": 5 }),
                ),
                ("get_organization", json!({ "id": organization })),
                ("get_logo_picture", json!({ "picture": "" })),
                ("list_organization_rows", json!({ "ids": [organization] })),
                ("recognize", json!({ "name": "Riverbend Neighbors" })),
                ("get_person", json!({ "id": person })),
                ("list_person_rows", json!({ "ids": [person] })),
                (
                    "find_person_twins",
                    json!({ "name": "Pat Example", "emails": ["pat@riverbend.example"], "except": null }),
                ),
                ("search", json!({ "query": "riverbend", "limit": 5 })),
                ("list_filter_choices", json!({})),
                ("list_filters", json!({})),
                ("find_duplicates", json!({ "progress": null })),
                (
                    "plan_person_merge",
                    json!({ "keep": person, "drop": someone, "name": "keep" }),
                ),
                (
                    "plan_merge",
                    json!({ "keep": organization, "drop": other, "choices": {} }),
                ),
            ];
            for format in ["text", "markdown", "latex"] {
                questions.push(("get_block_text", json!({ "letterId": letter, "format": format })));
            }
            for source in [
                json!({ "kind": "members" }),
                json!({ "kind": "filter", "id": filter }),
                json!({ "kind": "filter", "id": people }),
                json!({ "kind": "letter", "letterId": letter }),
                json!({ "kind": "topic", "topic": "elections" }),
                json!({ "kind": "import", "id": list }),
                json!({ "kind": "organizations", "ids": [other] }),
            ] {
                questions.push(("plan_ask", json!({ "letterId": letter, "source": source })));
            }
            for organizations in ["signed", "members", "all"] {
                for sort in ["name", "signed"] {
                    let query = json!({
                        "letterIds": null, "organizations": organizations, "sort": sort, "offset": 0, "limit": 5,
                    });
                    questions.push(("get_matrix", json!({ "query": query })));
                }
            }
            for narrowed in [
                json!({}),
                json!({ "letterId": letter, "organizationId": organization, "personId": person }),
                json!({ "text": "riverbend", "from": "2020-01-01", "to": "2099-01-01", "actions": ["do"] }),
            ] {
                let mut query = json!({ "limit": 5 });
                query
                    .as_object_mut()
                    .unwrap()
                    .extend(narrowed.as_object().unwrap().clone());
                questions.push(("list_history", json!({ "query": query })));
            }
            let organizations = [
                json!({}),
                json!({
                    "text": "river", "scopes": ["local"], "kinds": ["faith"], "memberships": ["member"], "states": ["WI"],
                    "countries": [""], "tags": ["faith"], "parentId": other, "standing": "chapter", "hasPerson": true,
                    "hasSigner": true, "askFirst": true, "leadDaysMost": 5, "signedLeast": 1, "quietSince": "2020-01-01",
                    "letter": { "letterId": letter, "statuses": ["asked"], "absent": false },
                    "containing": [{ "field": "aliases", "text": "x" }, { "field": "note", "text": "x" }],
                    "texts": [{ "field": "owner", "values": [""] }], "importId": list,
                }),
            ];
            let columns = [
                "name",
                "city",
                "state",
                "country",
                "scope",
                "kind",
                "membership",
                "parent",
                "lead-days",
                "letters",
                "signed",
                "last-contact",
            ];
            for filter in &organizations {
                for column in columns {
                    questions.push(("list_organizations", page(filter, column)));
                    questions.push(("list_organization_ids", page(filter, column)));
                }
            }
            let people = [
                json!({}),
                json!({
                    "text": "ana", "organizationId": organization, "states": ["WI"], "languages": ["es"], "tags": ["x"],
                    "maySign": true, "primary": true, "current": true, "doNotContact": false, "hasEmail": true, "hasPhone": true,
                    "importId": list,
                }),
            ];
            for filter in &people {
                for column in ["name", "organization", "role", "email"] {
                    questions.push(("list_people", page(filter, column)));
                    questions.push(("list_person_ids", page(filter, column)));
                }
            }
            questions
        }
    }

    /// The tables that each command reads, whatever it is asked.
    fn tables_by_command() -> BTreeMap<&'static str, BTreeSet<String>> {
        let sample = Sample::open();
        let mut tables: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
        for (command, arguments) in sample.questions() {
            let noted = call_noting_reads(&sample.window, command, arguments.clone());
            let (_, read) = noted.unwrap_or_else(|error| panic!("{command} {arguments}: {error:?}"));
            tables.entry(command).or_default().extend(read);
        }
        tables
    }

    const HEADER: &str = "\
// This file was generated from what SQLite says that each command reads. Do not edit this file manually.

/**
 * The tables that the answer of each command rests on: it is out of date once an action names one of them.
 */
export const reads = {
";

    /// Written beside the types, for `cargo xtask bindings`, and compared with the committed file by `cargo xtask test`.
    #[test]
    fn export_bindings_reads() {
        let tables = tables_by_command();
        let asked: Vec<&str> = tables.keys().copied().collect();
        let mut reading: Vec<&str> = COMMANDS.iter().copied().filter(|name| reads(name)).collect();
        reading.sort_unstable();
        assert_eq!(asked, reading, "each command that reads is asked here");
        let mut text = HEADER.to_owned();
        for (command, tables) in &tables {
            let tables: Vec<String> = tables.iter().map(|table| format!("'{table}'")).collect();
            writeln!(text, "  {command}: [{}],", tables.join(", ")).unwrap();
        }
        text.push_str("} as const satisfies Record<string, readonly string[]>;\n\n");
        text.push_str(
            "/**\n * A command that reads from the coalition.\n */\nexport type Read = keyof typeof reads;\n",
        );
        let folder =
            std::env::var_os("TS_RS_EXPORT_DIR").map_or_else(|| PathBuf::from("bindings"), PathBuf::from);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("reads.ts"), text).unwrap();
    }

    #[test]
    fn what_is_remembered_in_memory_does_not_hide_what_an_answer_rests_on() {
        let sample = Sample::open();
        let question = || json!({ "query": "riverbend", "limit": 5 });
        sample.ask("search", question());
        let (_, tables) = call_noting_reads(&sample.window, "search", question()).unwrap();
        for table in ["organization", "organization_alias", "person", "letter"] {
            assert!(tables.contains(table), "{table}: {tables:?}");
        }
    }
}
