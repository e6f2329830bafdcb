//! The block of a letter: in a format, as an edition was sent, or put into a document of the person's own.

use blocks::{BlockOptions, Format};
use undersigned_core::Language;

use super::output::put;
use super::{Context, Result};
use crate::args::Block;

impl Context<'_> {
    pub(super) fn block(&self, choices: &Block) -> Result {
        let coalition = self.open()?;
        let letter = coalition.resolve_letter(&choices.letter)?;
        let mut options = coalition.get_block_options(letter)?;
        if let Some(style) = &choices.style {
            options = options.with_style(&coalition.find_style(style, &options.language)?);
        }
        let options = chosen(choices, options)?;
        let labels = Language::from_locale(&options.language);
        let format = match choices.format.as_deref() {
            Some(word) => word.parse()?,
            None => Format::Text,
        };
        let bytes = if let Some(document) = &choices.into {
            coalition
                .fill_document(letter, &options, &labels, document)?
                .document
        } else if let Some(number) = choices.edition {
            coalition.get_edition_form(coalition.get_edition(letter, number)?.id, format)?
        } else {
            let arranged = coalition.get_block(letter, &options, &labels)?;
            blocks::render(&arranged, format)?
        };
        put(choices.output.as_deref(), &bytes)
    }
}

/// The choices of the command line over those remembered for the letter.
fn chosen(choices: &Block, mut options: BlockOptions) -> Result<BlockOptions> {
    choose(&mut options.layout, choices.layout.as_deref())?;
    choose(&mut options.group, choices.group.as_deref())?;
    choose(&mut options.order, choices.order.as_deref())?;
    choose(&mut options.entry, choices.entry.as_deref())?;
    choose(&mut options.separator, choices.separator.as_deref())?;
    choose(&mut options.individuals, choices.individuals.as_deref())?;
    choose(&mut options.affiliation, choices.affiliation.as_deref())?;
    choose(&mut options.identification, choices.identification.as_deref())?;
    options.columns = choices.columns.unwrap_or(options.columns);
    options.entry_lines = choices.entry_lines.unwrap_or(options.entry_lines);
    options.limit = choices.limit.or(options.limit);
    for (given, option) in [
        (&choices.language, &mut options.language),
        (&choices.intro, &mut options.intro),
        (&choices.outro, &mut options.outro),
    ] {
        if let Some(text) = given {
            option.clone_from(text);
        }
    }
    options.lead_first |= choices.lead_first;
    options.lead_heading |= choices.lead_heading;
    options.late_heading |= choices.late_heading;
    options.keep_articles |= choices.keep_articles;
    options.serial_comma &= !choices.no_serial_comma;
    options.counts |= choices.counts;
    options.include_said_yes |= choices.include_said_yes;
    Ok(options)
}

/// Takes over a choice where its word is given.
fn choose<T: std::str::FromStr<Err = vocabulary::UnknownWord>>(choice: &mut T, word: Option<&str>) -> Result {
    if let Some(word) = word {
        *choice = word.parse()?;
    }
    Ok(())
}
