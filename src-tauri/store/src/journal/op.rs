//! The actions of the person, and the sentence for each.

use serde::{Deserialize, Serialize};

use base::messages::Message;
use vocabulary::{DeadlineKind, OutreachKind, Stage, Status, TemplateKind};

/// An action of the person, with what its sentence names ("Confirm WISDOM"). Stored as JSON with each entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[allow(missing_docs)] // The variants and their fields are named by the domain's words.
pub enum Op {
    AddOrganization {
        name: String,
    },
    SetOrganization {
        name: String,
    },
    RemoveOrganization {
        name: String,
    },
    RemoveOrganizations {
        count: usize,
    },
    SetOrganizations {
        count: usize,
    },
    SetLogo {
        name: String,
    },
    RemoveLogo {
        name: String,
    },
    MergeOrganizations {
        keep: String,
        drop: String,
    },
    KeepApart {
        name: String,
        other: String,
    },
    AddPerson {
        name: String,
    },
    SetPerson {
        name: String,
    },
    SetPeople {
        count: usize,
    },
    RemovePerson {
        name: String,
    },
    RemovePeople {
        count: usize,
    },
    MergePeople {
        keep: String,
        drop: String,
    },
    ForgetPerson,
    ForgetContacts,
    Salvage,
    SaveFilter {
        name: String,
    },
    RemoveFilter {
        name: String,
    },
    AddLetter {
        title: String,
    },
    SetLetter {
        title: String,
    },
    SetStage {
        title: String,
        stage: Stage,
    },
    RemoveLetter {
        title: String,
    },
    AddSignOns {
        title: String,
        count: usize,
    },
    AddIndividual {
        title: String,
        name: String,
    },
    SetSignOnStatus {
        name: String,
        count: usize,
        status: Status,
    },
    SetSignOn {
        name: String,
    },
    RemoveSignOns {
        name: String,
        count: usize,
    },
    AddEvidence {
        name: String,
        count: usize,
    },
    RemoveEvidence {
        name: String,
    },
    VerifyAuthority {
        name: String,
    },
    SetUnnamed {
        name: String,
        count: usize,
        unnamed: bool,
    },
    SettleFinding {
        title: String,
    },
    LogOutreach {
        name: String,
        count: usize,
        kind: OutreachKind,
    },
    SetChaseAfter {
        name: String,
        count: usize,
    },
    SetTemplate {
        kind: TemplateKind,
    },
    ResetTemplate {
        kind: TemplateKind,
    },
    MakeCodes {
        count: usize,
    },
    StartDesk {
        count: usize,
    },
    StepDesk {
        name: String,
    },
    TakeBackDraft {
        name: String,
    },
    SetDeskItem {
        name: String,
    },
    ClearDesk,
    AcceptAnswer {
        name: String,
        status: Option<Status>,
    },
    LearnSent {
        name: String,
    },
    MoveDeadline {
        title: String,
        which: DeadlineKind,
    },
    SetBlock {
        title: String,
    },
    Import {
        title: Option<String>,
        count: usize,
    },
    ImportTable {
        name: String,
        count: usize,
    },
    UndoImport {
        name: String,
    },
    AddVersion {
        title: String,
        number: u32,
    },
    ArrangeSignOns {
        name: String,
        count: usize,
    },
    RenameHeading {
        title: String,
        from: String,
        to: String,
    },
    SaveStyle {
        name: String,
    },
    RemoveStyle {
        name: String,
    },
    FreezeEdition {
        title: String,
        number: u32,
    },
    /// An action of another version of the program, which this one knows by its word alone. It is never written.
    #[serde(skip)]
    Unknown {
        word: String,
    },
}

impl Op {
    /// An action as it was stored, by whichever version: one that this program does not know, or that says of itself what this
    /// program can't read, is shown by its word.
    pub fn read(stored: &str) -> Self {
        /// What every version has written.
        #[derive(Deserialize)]
        struct Word {
            op: String,
        }
        /// No word of ours is longer.
        const LONGEST: usize = 64;
        serde_json::from_str(stored).unwrap_or_else(|_| {
            let word = serde_json::from_str(stored).map_or_else(|_| String::new(), |word: Word| word.op);
            Self::Unknown {
                word: word.chars().filter(|c| !c.is_control()).take(LONGEST).collect(),
            }
        })
    }

    /// The sentence for the undo menu and the history.
    pub fn message(&self) -> Message {
        match self {
            Self::AddOrganization { name } => Message::new("op-add-organization").text("name", name),
            Self::SetOrganization { name } => Message::new("op-set-organization").text("name", name),
            Self::RemoveOrganization { name } => Message::new("op-remove-organization").text("name", name),
            Self::MergeOrganizations { keep, drop } => Message::new("op-merge-organizations")
                .text("keep", keep)
                .text("drop", drop),
            Self::RemoveOrganizations { count } => {
                Message::new("op-remove-organizations").number("count", *count)
            }
            Self::SetOrganizations { count } => Message::new("op-set-organizations").number("count", *count),
            Self::KeepApart { name, other } => Message::new("op-keep-apart")
                .text("name", name)
                .text("other", other),
            Self::AddPerson { name } => Message::new("op-add-person").text("name", name),
            Self::SetPerson { name } => Message::new("op-set-person").text("name", name),
            Self::SetPeople { count } => Message::new("op-set-people").number("count", *count),
            Self::RemovePerson { name } => Message::new("op-remove-person").text("name", name),
            Self::RemovePeople { count } => Message::new("op-remove-people").number("count", *count),
            Self::MergePeople { keep, drop } => Message::new("op-merge-people")
                .text("keep", keep)
                .text("drop", drop),
            Self::ForgetPerson => Message::new("op-forget-person"),
            Self::ForgetContacts => Message::new("op-forget-contacts"),
            Self::Salvage => Message::new("op-salvage"),
            Self::SaveFilter { name } => Message::new("op-save-filter").text("name", name),
            Self::RemoveFilter { name } => Message::new("op-remove-filter").text("name", name),
            Self::AddLetter { title } => Message::new("op-add-letter").text("title", title),
            Self::SetLetter { title } => Message::new("op-set-letter").text("title", title),
            Self::SetStage { title, stage } => Message::new("op-set-stage")
                .text("title", title)
                .text("stage", stage.word()),
            Self::RemoveLetter { title } => Message::new("op-remove-letter").text("title", title),
            Self::AddSignOns { title, count } => Message::new("op-add-sign-ons")
                .text("title", title)
                .number("count", *count),
            Self::AddIndividual { title, name } => Message::new("op-add-individual")
                .text("title", title)
                .text("name", name),
            Self::SetSignOnStatus { name, count, status } => Message::new("op-set-sign-on-status")
                .text("name", name)
                .number("count", *count)
                .text("status", status.word()),
            Self::SetSignOn { name } => Message::new("op-set-sign-on").text("name", name),
            Self::RemoveSignOns { name, count } => Message::new("op-remove-sign-ons")
                .text("name", name)
                .number("count", *count),
            Self::AddEvidence { name, count } => Message::new("op-add-evidence")
                .text("name", name)
                .number("count", *count),
            Self::RemoveEvidence { name } => Message::new("op-remove-evidence").text("name", name),
            Self::VerifyAuthority { name } => Message::new("op-verify-authority").text("name", name),
            Self::SetUnnamed { name, count, unnamed } => Message::new("op-set-unnamed")
                .text("name", name)
                .number("count", *count)
                .text("unnamed", if *unnamed { "yes" } else { "no" }),
            Self::SettleFinding { title } => Message::new("op-settle-finding").text("title", title),
            Self::LogOutreach { name, count, kind } => Message::new("op-log-outreach")
                .text("name", name)
                .number("count", *count)
                .text("kind", kind.word()),
            Self::SetChaseAfter { name, count } => Message::new("op-set-chase-after")
                .text("name", name)
                .number("count", *count),
            Self::SetTemplate { kind } => Message::new("op-set-template").text("kind", kind.word()),
            Self::ResetTemplate { kind } => Message::new("op-reset-template").text("kind", kind.word()),
            Self::MakeCodes { count } => Message::new("op-make-codes").number("count", *count),
            Self::StartDesk { count } => Message::new("op-start-desk").number("count", *count),
            Self::StepDesk { name } if name.is_empty() => Message::new("op-finish-desk"),
            Self::StepDesk { name } => Message::new("op-step-desk").text("name", name),
            Self::TakeBackDraft { name } => Message::new("op-take-back-draft").text("name", name),
            Self::SetDeskItem { name } => Message::new("op-set-desk-item").text("name", name),
            Self::ClearDesk => Message::new("op-clear-desk"),
            Self::AcceptAnswer { name, status } => Message::new("op-accept-answer")
                .text("name", name)
                .text("status", status.map_or("none", Status::word)),
            Self::LearnSent { name } => Message::new("op-learn-sent").text("name", name),
            Self::MoveDeadline { title, which } => Message::new("op-move-deadline")
                .text("title", title)
                .text("which", which.word()),
            Self::SetBlock { title } => Message::new("op-set-block").text("title", title),
            Self::Import {
                title: Some(title),
                count,
            } => Message::new("op-import-sign-ons")
                .text("title", title)
                .number("count", *count),
            Self::Import { title: None, count } => {
                Message::new("op-import-organizations").number("count", *count)
            }
            Self::ImportTable { name, count } if name.is_empty() => {
                Message::new("op-import-rows").number("count", *count)
            }
            Self::ImportTable { name, count } => Message::new("op-import-table")
                .text("name", name)
                .number("count", *count),
            Self::UndoImport { name } => {
                let name = if name.is_empty() { "none" } else { name };
                Message::new("op-undo-import").text("name", name)
            }
            Self::AddVersion { title, number } => Message::new("op-add-version")
                .text("title", title)
                .text("number", number.to_string()),
            Self::ArrangeSignOns { name, count } => Message::new("op-arrange-sign-ons")
                .text("name", name)
                .number("count", *count),
            Self::RenameHeading { from, to, .. } if to.is_empty() => {
                Message::new("op-remove-heading").text("from", from)
            }
            Self::RenameHeading { from, to, .. } => Message::new("op-rename-heading")
                .text("from", from)
                .text("to", to),
            Self::SetLogo { name } => Message::new("op-set-logo").text("name", name),
            Self::RemoveLogo { name } => Message::new("op-remove-logo").text("name", name),
            Self::SaveStyle { name } => Message::new("op-save-style").text("name", name),
            Self::RemoveStyle { name } => Message::new("op-remove-style").text("name", name),
            Self::Unknown { word } => Message::new("op-unknown").text("word", word),
            Self::FreezeEdition { title, number } => Message::new("op-freeze-edition")
                .text("title", title)
                .text("number", number.to_string()),
        }
    }
}
