//! Words for letters: stages, deadlines, and what a new version asks of those who signed an earlier one.

use crate::string_enum;

string_enum! {
    /// Where a letter is on its way.
    Stage {
        /// Being written.
        Draft = "draft",
        /// Out for sign-ons.
        Circulating = "circulating",
        /// No more sign-ons taken.
        Closed = "closed",
        /// Sent.
        Delivered = "delivered",
        /// Put away.
        Archived = "archived",
    }
}

string_enum! {
    /// Which deadline of a letter.
    DeadlineKind {
        /// When answers are asked for.
        Soft = "soft",
        /// When it closes.
        Hard = "hard",
    }
}

string_enum! {
    /// What those who signed an earlier text must do to stand under a new one.
    Reconfirm {
        /// Nothing: the change is small.
        None = "none",
        /// Say so if they do not stand under it.
        OptOut = "opt-out",
        /// Say yes again.
        OptIn = "opt-in",
    }
}
