//! Text as it was pasted or opened: refused where it can't be a list, decoded where it was bytes.

/// The largest text taken from a clipboard or a file, in bytes: far above any list, far below what a computer can hold.
pub const LARGEST_TEXT: usize = 20 * 1024 * 1024;

/// The most lines, and the most semicolons, of a text: no letter has so many signatories.
pub const MOST_LINES: usize = 400_000;

/// Why a text is not read as a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// It is blank.
    #[error("blank")]
    Empty,
    /// It is larger than [`LARGEST_TEXT`].
    #[error("larger than {} MB", LARGEST_TEXT / 1024 / 1024)]
    Large,
    /// It has more than [`MOST_LINES`] lines or semicolons.
    #[error("more than {MOST_LINES} lines")]
    Long,
    /// It is no text, or in an encoding that nothing marks.
    #[error("no text")]
    Binary,
}

impl TextError {
    /// The Fluent message that says why and what to do, and its arguments.
    pub fn message(self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::Empty => ("error-text-empty", Vec::new()),
            Self::Large => (
                "error-text-large",
                vec![("most", (LARGEST_TEXT / 1024 / 1024).to_string())],
            ),
            Self::Long => ("error-text-long", vec![("most", MOST_LINES.to_string())]),
            Self::Binary => ("error-text-binary", Vec::new()),
        }
    }
}

/// Refuses what can't be a list, before anything looks at it.
pub fn check_text(text: &str) -> Result<(), TextError> {
    if text.trim().is_empty() {
        return Err(TextError::Empty);
    }
    if text.len() > LARGEST_TEXT {
        return Err(TextError::Large);
    }
    let lines = memchr::memchr3_iter(b'\n', b'\r', b';', text.as_bytes()).count();
    if lines > MOST_LINES {
        return Err(TextError::Long);
    }
    // A few stray control characters come with copying from a PDF; many of them are a picture or a program.
    let strange = text
        .chars()
        .filter(|c| matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{FFFD}'))
        .count();
    if strange > 0 && strange * 50 > text.chars().count() {
        return Err(TextError::Binary);
    }
    Ok(())
}

/// The text in some bytes: UTF-8, with or without a mark, or UTF-16 with one.
///
/// # Errors
/// A rule: the bytes are no text, or in an encoding that nothing marks.
pub fn decode(bytes: &[u8]) -> Result<String, TextError> {
    if bytes.len() > LARGEST_TEXT {
        return Err(TextError::Large);
    }
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes
            .chunks(2)
            .map(|pair| unit([pair[0], pair.get(1).copied().unwrap_or(0)]));
        char::decode_utf16(units).collect::<Result<String, _>>().ok()
    };
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        plain => String::from_utf8(plain.to_vec()).ok(),
    };
    text.ok_or(TextError::Binary)
}
