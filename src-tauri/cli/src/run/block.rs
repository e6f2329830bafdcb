//! The block of a letter: in a format, as an edition was sent, or put into a document of the person's own.

use blocks::docx::Notice;
use blocks::{BlockOptions, Format, Letter, NameMark, RenderNotice};
use undersigned_core::signon::check_target;
use undersigned_core::{Error, Language, Message};

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
        let mut notices = Vec::new();
        let bytes = if let Some(document) = &choices.into {
            if let Some(output) = &choices.output {
                check_target(document, output)?;
            }
            let filled = coalition.fill_document(letter, &options, &labels, document)?;
            notices = filled.notices.iter().map(Notice::message).collect();
            filled.document
        } else if let Some(number) = choices.edition {
            coalition.get_edition_form(coalition.get_edition(letter, number)?.id, format)?
        } else {
            coalition.check_only_group(letter, &options, &labels)?;
            let arranged = coalition.get_block(letter, &options, &labels)?;
            let rendered = if choices.with_text {
                let own = Letter::new(
                    &coalition.get_letter(letter)?.title,
                    &coalition.get_letter_text(letter)?,
                );
                blocks::render_letter(&own, &arranged, format)
                    .ok_or_else(|| Error::rule(Message::new("error-block-with-text-format")))??
            } else {
                blocks::render_noting(&arranged, format)?
            };
            notices = rendered.notices.iter().map(RenderNotice::message).collect();
            rendered.bytes
        };
        put(choices.output.as_deref(), &bytes)?;
        for (id, arguments) in notices {
            eprintln!("{}", Message::with(id, arguments).to_string(self.language));
        }
        Ok(())
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
    choose(&mut options.whereabouts, choices.whereabouts.as_deref())?;
    choose(&mut options.translations, choices.translations.as_deref())?;
    options.links |= choices.links;
    for (name, mark, note) in &choices.marks {
        mark_name(&mut options.marks, name, mark, note);
    }
    choose(&mut options.numbering, choices.numbering.as_deref())?;
    if let Some(group) = &choices.only_group {
        options.only_group = Some(group.clone());
    }
    if let Some(columns) = choices.columns {
        (options.columns, options.list_columns, options.logo_columns) = (columns, columns, columns);
    }
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
    options.count_unnamed |= choices.count_unnamed;
    options.include_said_yes |= choices.include_said_yes;
    Ok(options)
}

/// Puts a mark behind a name; names that share a mark share what it says.
fn mark_name(marks: &mut Vec<NameMark>, name: &str, mark: &str, note: &str) {
    let at = marks
        .iter()
        .position(|known| known.mark == mark)
        .unwrap_or_else(|| {
            marks.push(NameMark {
                mark: mark.to_owned(),
                ..NameMark::default()
            });
            marks.len() - 1
        });
    if let Some(known) = marks.get_mut(at) {
        known.names.push(name.to_owned());
        if !note.is_empty() {
            note.clone_into(&mut known.note);
        }
    }
}

/// Takes over a choice where its word is given.
fn choose<T: std::str::FromStr<Err = vocabulary::UnknownWord>>(choice: &mut T, word: Option<&str>) -> Result {
    if let Some(word) = word {
        *choice = word.parse()?;
    }
    Ok(())
}
