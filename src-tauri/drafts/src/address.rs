//! Addresses that open a draft: `mailto:`, RFC 6068, and the compose pages of mail on the web. They carry plain text alone.

use crate::message::{Draft, DraftError, Mailbox};
use crate::percent::encode;

/// What opens a draft by its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opener {
    /// The mail program of this computer.
    Mailto,
    /// Gmail in the browser.
    Gmail,
    /// Outlook in the browser.
    OutlookWeb,
}

/// Why a draft can't be opened by its address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// The draft itself.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// It has attachments, which no address carries.
    #[error("an address carries no attachment")]
    Attachments,
    /// It is longer than what is known to open.
    #[error("the address is {length} bytes long, and {most} are known to open")]
    Long {
        /// How long it would be, in bytes.
        length: usize,
        /// How long it may be.
        most: usize,
    },
    /// It has a "+", which Outlook on the web turns into a space.
    #[error("it has a plus sign, which Outlook on the web turns into a space")]
    Plus,
}

impl Opener {
    /// The longest address that is known to open, in bytes. Windows does nothing above 2,081 characters; a Linux desktop took
    /// 61,095 and one argument of a program is bounded at 128 KiB; Gmail failed at 6,410.
    pub fn most(self, windows: bool) -> usize {
        match self {
            Self::Mailto if windows => 2_081,
            Self::Mailto => 60_000,
            Self::Gmail | Self::OutlookWeb if windows => 2_081,
            Self::Gmail | Self::OutlookWeb => 6_000,
        }
    }

    /// The address that opens a draft.
    ///
    /// # Errors
    /// [`AddressError`]: what can't be carried is said, and nothing is left out.
    pub fn address(self, draft: &Draft, windows: bool) -> Result<String, AddressError> {
        draft.check()?;
        if !draft.attachments.is_empty() {
            return Err(AddressError::Attachments);
        }
        let subject = crate::one_line(&draft.subject);
        let body = draft.body.plain().replace('\n', "\r\n");
        let (to, bcc) = (joined(&draft.to), joined(&draft.bcc));
        let values = [("bcc", &bcc), ("su", &encode(&subject)), ("body", &encode(&body))];
        let address = match self {
            Self::Mailto => {
                let named = values.map(|(name, value)| (if name == "su" { "subject" } else { name }, value));
                format!("mailto:{to}{}", query('?', &named))
            }
            Self::Gmail => {
                let rest = query('&', &values);
                format!("https://mail.google.com/mail/?view=cm&fs=1&to={to}{rest}")
            }
            Self::OutlookWeb => {
                let named = values.map(|(name, value)| (if name == "su" { "subject" } else { name }, value));
                let rest = query('&', &named);
                let address = format!("https://outlook.office.com/mail/deeplink/compose?to={to}{rest}");
                if address.contains("%2B") {
                    return Err(AddressError::Plus);
                }
                address
            }
        };
        let most = self.most(windows);
        if address.len() > most {
            let length = address.len();
            return Err(AddressError::Long { length, most });
        }
        Ok(address)
    }
}

/// A `mailto:` address of its own, such as a link for an answer: one address, a subject and a text.
pub fn mailto(email: &str, subject: &str, body: &str) -> String {
    let (subject, body) = (encode(subject), encode(&body.replace('\n', "\r\n")));
    let values = [("subject", &subject), ("body", &body)];
    format!("mailto:{}{}", address_of(email), query('?', &values))
}

fn joined(mailboxes: &[Mailbox]) -> String {
    let all: Vec<String> = mailboxes
        .iter()
        .map(|mailbox| address_of(&mailbox.email))
        .collect();
    all.join(",")
}

/// An address keeps its `@`, so that people see what it is.
fn address_of(email: &str) -> String {
    encode(email).replace("%40", "@")
}

fn query(first: char, values: &[(&str, &String)]) -> String {
    let mut query = String::new();
    for (name, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
        query.push(if query.is_empty() { first } else { '&' });
        query.push_str(name);
        query.push('=');
        query.push_str(value);
    }
    query
}
