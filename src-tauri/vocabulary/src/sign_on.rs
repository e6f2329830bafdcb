//! Words for sign-ons: the seven statuses and which may follow which, how an answer came, what was done to hear one.

use serde::Serialize;
use ts_rs::TS;

use crate::string_enum;

string_enum! {
    /// Where a sign-on stands.
    Status {
        /// On the list, not asked yet.
        ToAsk = "to-ask",
        /// Asked, no answer yet.
        Asked = "asked",
        /// They are thinking about it, perhaps until a date.
        Considering = "considering",
        /// They said yes, but not in writing.
        SaidYes = "said-yes",
        /// They said yes in writing, or there is a reason to count it so.
        Confirmed = "confirmed",
        /// They said no.
        Declined = "declined",
        /// They took a yes back.
        Withdrawn = "withdrawn",
    }
}

/// What it is when one status follows another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "words/")]
pub enum Transition {
    /// Something was heard, or was done.
    News,
    /// Nothing changes but what it rests on: another piece of evidence, a yes to a newer text.
    Again,
    /// What was noted before is set right.
    Correction,
    /// It can't be: only a yes can be taken back.
    Refused,
}

impl Status {
    /// Which status may follow which: a row for what was, a column for what comes, both in the order of [`Status::ALL`].
    ///
    /// | before \ after | to ask | asked | considering | said yes | confirmed | declined | withdrawn |
    /// |---|---|---|---|---|---|---|---|
    /// | to ask      | again | news | news | news | news | news | refused |
    /// | asked       | correction | again | news | news | news | news | refused |
    /// | considering | correction | correction | again | news | news | news | refused |
    /// | said yes    | correction | correction | correction | again | news | correction | news |
    /// | confirmed   | correction | correction | correction | correction | again | correction | news |
    /// | declined    | correction | news | news | news | news | again | refused |
    /// | withdrawn   | correction | news | news | news | news | correction | again |
    ///
    /// A yes that becomes a no is withdrawn; "declined" after it sets right a yes that was none. Who said no or took a yes
    /// back can be asked again, and then needs a new yes: see [`Needs`].
    const TRANSITIONS: [[Transition; 7]; 7] = {
        use Transition::{Again as A, Correction as C, News as N, Refused as R};
        [
            [A, N, N, N, N, N, R],
            [C, A, N, N, N, N, R],
            [C, C, A, N, N, N, R],
            [C, C, C, A, N, C, N],
            [C, C, C, C, A, C, N],
            [C, N, N, N, N, A, R],
            [C, N, N, N, N, C, A],
        ]
    };

    /// What it is when this status comes after `before`.
    pub fn transition(self, before: Self) -> Transition {
        let row = Self::TRANSITIONS.get(before as usize);
        row.and_then(|row| row.get(self as usize))
            .copied()
            .unwrap_or(Transition::Refused)
    }

    /// Whether this status may come after `before`. Only a yes can be withdrawn; everything else can be set right.
    pub fn may_follow(self, before: Self) -> bool {
        self.transition(before) != Transition::Refused
    }

    /// What this status needs.
    pub fn needs(self) -> Needs {
        match self {
            Self::ToAsk => Needs::Nothing,
            Self::Asked => Needs::Day,
            Self::Considering => Needs::Until,
            Self::SaidYes | Self::Declined | Self::Withdrawn => Needs::Who,
            Self::Confirmed => Needs::Writing,
        }
    }

    /// Rank of an answer; imports and merges never lower it.
    pub fn firmness(self) -> u8 {
        match self {
            Self::ToAsk => 0,
            Self::Asked => 1,
            Self::Considering => 2,
            Self::SaidYes => 3,
            Self::Confirmed | Self::Declined | Self::Withdrawn => 4,
        }
    }

    /// Whether it is an answer.
    pub fn is_decided(self) -> bool {
        matches!(
            self,
            Self::SaidYes | Self::Confirmed | Self::Declined | Self::Withdrawn
        )
    }

    /// Whether it is a yes, in writing or not.
    pub fn is_yes(self) -> bool {
        matches!(self, Self::SaidYes | Self::Confirmed)
    }
}

/// What a status needs to be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "words/")]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// When it was; now unless said.
    Day,
    /// Until when an answer is expected, where they said so.
    Until,
    /// Who gave the answer and how, as far as it is known.
    Who,
    /// Who gave it and how, and without fail something in writing or the reason why it counts without. After a no, and for a
    /// text that asks for a new yes, only what came since counts.
    Writing,
}

string_enum! {
    /// How an answer came.
    Via {
        /// An email.
        Email = "email",
        /// A form that was filled in.
        Form = "form",
        /// A call: not in writing.
        Phone = "phone",
        /// A signature or note on paper.
        Paper = "paper",
        /// In a meeting: not in writing.
        Meeting = "meeting",
        /// A list that names them.
        List = "list",
    }
}

impl Via {
    /// Whether what came that way is in writing.
    pub fn is_written(self) -> bool {
        !matches!(self, Self::Phone | Self::Meeting)
    }
}

string_enum! {
    /// What was done to hear from somebody.
    OutreachKind {
        /// They were asked to sign.
        Ask = "ask",
        /// They were written to again.
        Reminder = "reminder",
        /// They were called or met.
        Call = "call",
        /// Something to remember: no contact.
        Note = "note",
        /// They were told that they are listed, and how.
        Receipt = "receipt",
        /// They were sent the letter as it went out.
        Delivered = "delivered",
        /// They were thanked.
        Thanks = "thanks",
    }
}

string_enum! {
    /// What a text is written for.
    TemplateKind {
        /// To ask whether they sign.
        Ask = "ask",
        /// To ask again.
        Reminder = "reminder",
        /// To ask for a yes in writing.
        InWriting = "in-writing",
        /// To ask for a yes to a new text.
        Reconfirm = "reconfirm",
        /// To say that they are listed, and how.
        Receipt = "receipt",
        /// To send the letter as it went out.
        Delivered = "delivered",
        /// To thank.
        Thanks = "thanks",
    }
}

string_enum! {
    /// What the messages of a kind carry of the letter itself: its text with its block as a document.
    TemplateAttachment {
        /// Nothing.
        Nothing = "nothing",
        /// A PDF.
        Pdf = "pdf",
        /// A Word document.
        Docx = "docx",
    }
}

impl TemplateKind {
    /// What it is in the list of what was written to somebody.
    pub fn outreach(self) -> OutreachKind {
        match self {
            Self::Ask => OutreachKind::Ask,
            Self::Reminder | Self::InWriting | Self::Reconfirm => OutreachKind::Reminder,
            Self::Receipt => OutreachKind::Receipt,
            Self::Delivered => OutreachKind::Delivered,
            Self::Thanks => OutreachKind::Thanks,
        }
    }

    /// Whether it asks for an answer, which a code brings home.
    pub fn asks(self) -> bool {
        self.outreach().is_contact()
    }
}

string_enum! {
    /// Where a draft of the desk stands.
    DeskState {
        /// Still to be written.
        Waiting = "waiting",
        /// Its draft was opened.
        Opened = "opened",
        /// It counts as sent.
        Sent = "sent",
        /// It is left out.
        Left = "left",
    }
}

impl OutreachKind {
    /// Whether somebody heard from the coordinator, and an answer is awaited.
    pub fn is_contact(self) -> bool {
        matches!(self, Self::Ask | Self::Reminder | Self::Call)
    }
}

string_enum! {
    /// How a yes stands under the latest text.
    SignOnStanding {
        /// It stands.
        Stands = "stands",
        /// It stands, and can still be taken back because the text changed.
        MayOptOut = "may-opt-out",
        /// It does not stand until they say yes again.
        MustReconfirm = "must-reconfirm",
        /// It does not stand, and the day to say yes again has passed.
        Lapsed = "lapsed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_yes_can_be_taken_back_and_everything_else_may_follow() {
        for before in Status::ALL.iter().copied() {
            for after in Status::ALL.iter().copied() {
                let refused = after == Status::Withdrawn && !before.is_yes() && before != Status::Withdrawn;
                assert_eq!(after.may_follow(before), !refused, "{before} → {after}");
                assert_eq!(
                    after.transition(before) == Transition::Again,
                    before == after,
                    "{before} → {after}"
                );
            }
        }
    }

    #[test]
    fn what_is_firmer_is_news_and_what_is_less_firm_after_a_yes_is_a_correction() {
        use Status::{Asked, Confirmed, Considering, Declined, SaidYes, ToAsk, Withdrawn};
        for (before, after, transition) in [
            (ToAsk, Confirmed, Transition::News),
            (Asked, Considering, Transition::News),
            (Considering, Asked, Transition::Correction),
            (SaidYes, Confirmed, Transition::News),
            (Confirmed, SaidYes, Transition::Correction),
            (Confirmed, Declined, Transition::Correction),
            (Confirmed, Withdrawn, Transition::News),
            (Declined, Confirmed, Transition::News),
            (Withdrawn, Confirmed, Transition::News),
            (Withdrawn, ToAsk, Transition::Correction),
        ] {
            assert_eq!(after.transition(before), transition, "{before} → {after}");
        }
    }
}
