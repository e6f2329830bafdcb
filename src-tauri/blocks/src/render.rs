//! A block as a file: the formats, what each can hold, and what a person should know of what it could not.

use crate::letter::Letter;
use crate::{Layout, SignatoryBlock, csv, docx, html, latex, markdown, pdf, rtf, text, xlsx};
use vocabulary::string_enum;

string_enum! {
    #[derive(Default)]
    /// A form in which a block leaves the app.
    Format {
        /// Plain text, UTF-8.
        #[default] Text = "text",
        /// A fragment of HTML that pastes well.
        Html = "html",
        /// CommonMark; tables as GitHub writes them.
        Markdown = "markdown",
        /// A fragment for `\input`.
        Latex = "latex",
        /// Rich Text Format.
        Rtf = "rtf",
        /// Comma-separated values, guarded against formulas.
        Csv = "csv",
        /// A new Word document.
        Docx = "docx",
        /// A document for print and for reading, with its typeface in it.
        Pdf = "pdf",
        /// An Excel workbook.
        Xlsx = "xlsx",
    }
}

impl Format {
    /// The file name extension, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Latex => "tex",
            Self::Rtf => "rtf",
            Self::Csv => "csv",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
        }
    }

    /// Whether logos can stand in it; in the others their names do.
    pub fn has_pictures(self) -> bool {
        matches!(self, Self::Html | Self::Docx | Self::Pdf)
    }
}

/// Why a block is not written in a format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// As a Word document.
    #[error(transparent)]
    Docx(#[from] docx::DocxError),
    /// As a PDF.
    #[error(transparent)]
    Pdf(#[from] pdf::PdfError),
    /// As an Excel workbook.
    #[error(transparent)]
    Xlsx(#[from] xlsx::XlsxError),
}

impl RenderError {
    /// The Fluent message that says what is wrong and what to do, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::Docx(error) => error.message(),
            Self::Pdf(error) => error.message(),
            Self::Xlsx(error) => error.message(),
        }
    }
}

/// The block in a text format as the clipboard wants it, without a newline at its end: what is pasted into the
/// middle of a paragraph must not break it. `None` for a format that is no text.
pub fn render_text(block: &SignatoryBlock, format: Format) -> Option<String> {
    Some(match format {
        Format::Text => text::render(block),
        Format::Html => html::render(block),
        Format::Markdown => markdown::render(block),
        Format::Latex => latex::render(block),
        Format::Rtf => rtf::render(block),
        Format::Csv => csv::render(block),
        Format::Docx | Format::Pdf | Format::Xlsx => return None,
    })
}

/// The bytes of a file in that format: empty without signatories, otherwise ended by exactly one newline in
/// the text formats.
///
/// # Errors
///
/// [`RenderError`] for a block that is too much for the format; the text formats hold any.
pub fn render(block: &SignatoryBlock, format: Format) -> Result<Vec<u8>, RenderError> {
    let text = match format {
        Format::Docx => return docx::render(block).map_err(RenderError::Docx),
        Format::Pdf => return pdf::render(block).map_err(RenderError::Pdf),
        Format::Xlsx => return xlsx::render(block).map_err(RenderError::Xlsx),
        _ => render_text(block, format).unwrap_or_default(),
    };
    Ok(if text.is_empty() { text } else { text + "\n" }.into_bytes())
}

/// A file with what a person should know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What is not in it as it should be.
    pub notices: Vec<RenderNotice>,
}

/// Something to say about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RenderNotice {
    /// The format has no pictures, and the names stand in the place of the logos.
    LogosAsNames,
    /// Letters of these texts stand as empty boxes.
    Boxes(Vec<String>),
}

impl RenderNotice {
    /// The Fluent message that says it, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::LogosAsNames => ("block-logos-as-names", Vec::new()),
            Self::Boxes(texts) => ("block-pdf-boxes", vec![("texts", texts.join("; "))]),
        }
    }
}

/// The bytes of a file, as [`render`] gives them, as much of it as the format can show, and what it can't.
///
/// # Errors
///
/// [`RenderError`] for a block that is too much for the format.
pub fn render_noting(block: &SignatoryBlock, format: Format) -> Result<Rendered, RenderError> {
    let mut notices = Vec::new();
    if block.options.layout == Layout::Logos && !format.has_pictures() && !block.is_empty() {
        notices.push(RenderNotice::LogosAsNames);
    }
    if format == Format::Pdf && !block.is_empty() {
        return boxed(&Letter::default(), block);
    }
    let bytes = render(block, format)?;
    Ok(Rendered { bytes, notices })
}

/// A letter with its block as one document; `None` in a format that is none.
///
/// # Errors
///
/// [`RenderError`] for what is too much for the format.
pub fn render_letter(
    letter: &Letter,
    block: &SignatoryBlock,
    format: Format,
) -> Option<Result<Rendered, RenderError>> {
    match format {
        Format::Docx => Some(
            docx::render_letter(letter, block)
                .map(|bytes| Rendered {
                    bytes,
                    notices: Vec::new(),
                })
                .map_err(RenderError::Docx),
        ),
        Format::Pdf => Some(boxed(letter, block)),
        _ => None,
    }
}

fn boxed(letter: &Letter, block: &SignatoryBlock) -> Result<Rendered, RenderError> {
    let (bytes, texts) = pdf::render_boxed(letter, block)?;
    let notices = if texts.is_empty() {
        Vec::new()
    } else {
        vec![RenderNotice::Boxes(texts)]
    };
    Ok(Rendered { bytes, notices })
}
