//! The arrangement: who is in the block, under which heading, in which order, and what each entry says.
//!
//! The steps, in order: leave out who may not be printed, find each signatory's group, sort within the
//! groups, move the pinned ones to their places, cut at the limit, compose the entries, join them in prose.
//! It is a pure function of its arguments; how any of it looks in a format is the renderers' business.

use super::clean;
use super::compose::{Composer, MARK};
use super::grouping::{self, Grouping};
use super::labels::{Label, Labels};
use super::options::{BlockOptions, GroupBy, Identification, Individuals, Layout};
use super::ordering;
use super::prose::{self, Joiner};
use super::{BlockEntry, BlockGroup, Part, PartKind, Signatory, SignatoryBlock, TableColumn};

/// Arranges sign-ons into a block.
///
/// Nobody whose yes is not in writing is in it unless `options.include_said_yes`; the caller passes those who
/// said yes all the same, so that the block can say how many it left out. The result does not depend on the
/// order of `signatories` except where two share everything that sorts them.
pub fn arrange(signatories: &[Signatory], options: &BlockOptions, labels: &dyn Labels) -> SignatoryBlock {
    let mut block = SignatoryBlock {
        options: options.clone(),
        ..SignatoryBlock::default()
    };
    let mut printed = Vec::with_capacity(signatories.len());
    // Those who count and are named nowhere: organizations, and people who sign for themselves.
    let mut unnamed = (0, 0);
    for signatory in signatories {
        if clean::one_line(&signatory.name).is_empty() {
            continue;
        }
        if signatory.unwritten && !options.include_said_yes {
            block.unwritten_left_out += 1;
            continue;
        }
        if signatory.unnamed {
            let of = if signatory.individual {
                &mut unnamed.1
            } else {
                &mut unnamed.0
            };
            *of += 1;
            continue;
        }
        printed.push(signatory);
    }
    let alone = options.only_group.as_deref().map(|name| {
        printed = grouping::only(&printed, name, options, labels);
        // A group alone has no heading, and none within it.
        BlockOptions {
            group: GroupBy::None,
            individuals: Individuals::Mixed,
            lead_heading: false,
            late_heading: false,
            ..options.clone()
        }
    });
    let options = alone.as_ref().unwrap_or(options);
    for signatory in &printed {
        block.unwritten += u32::from(signatory.unwritten);
        block.individuals += u32::from(signatory.individual);
    }
    block.total = number(printed.len());
    if printed.is_empty() {
        return block;
    }

    block.states = number(grouping::count_states(&printed));
    let grouping = Grouping::new(&printed, options, labels);
    let mut groups: Vec<(Option<String>, Vec<&Signatory>)> = grouping
        .headings
        .into_iter()
        .map(|heading| (heading, Vec::new()))
        .collect();
    for at in ordering::sorted(&printed, options) {
        let group = grouping.group_of.get(at).and_then(|group| groups.get_mut(*group));
        if let (Some((_, members)), Some(signatory)) = (group, printed.get(at)) {
            members.push(signatory);
        }
    }

    let composer = Composer::new(options, labels);
    let mut left = options.limit.map_or(usize::MAX, |limit| {
        usize::try_from(limit.max(1)).unwrap_or(usize::MAX)
    });
    for (heading, mut members) in groups {
        ordering::pin(&mut members);
        let entries: Vec<_> = members
            .iter()
            .take(left)
            .map(|member| composer.compose(member))
            .collect();
        left -= entries.len();
        if !entries.is_empty() {
            block.groups.push(BlockGroup {
                heading,
                count: number(members.len()),
                entries,
                ..BlockGroup::default()
            });
        }
        if left == 0 {
            break;
        }
    }
    let shown: usize = block.groups.iter().map(|group| group.entries.len()).sum();
    let others = block.total.saturating_sub(number(shown));
    if options.count_unnamed && options.only_group.is_none() {
        block.total += unnamed.0 + unnamed.1;
        block.individuals += unnamed.1;
    }
    complete(&mut block, others, options, labels);
    block
}

/// The headings that [`BlockOptions::only_group`] can name.
pub fn group_names(signatories: &[Signatory], options: &BlockOptions, labels: &dyn Labels) -> Vec<String> {
    let printed: Vec<&Signatory> = signatories
        .iter()
        .filter(|signatory| !signatory.unnamed && (!signatory.unwritten || options.include_said_yes))
        .collect();
    grouping::names(&printed, options, labels)
}

/// Adds what stands around the entries: introduction and closing, count, others, note, table heads, and in
/// prose the joints.
fn complete(block: &mut SignatoryBlock, others: u32, options: &BlockOptions, labels: &dyn Labels) {
    let prose = options.layout == Layout::Prose;
    let joiner = Joiner::new(options);
    if others > 0 {
        let label = if prose {
            Label::Others(others)
        } else {
            Label::AndOthers(others)
        };
        block.others = Some(labels.text(label));
    }
    if options.counts && block.groups.iter().all(|group| group.heading.is_none()) {
        block.summary = Some(summary(block, &joiner, labels));
    }
    block.note = note(block, options, labels);
    if options.identification == Identification::Heading {
        let text = clean::one_line(&labels.text(Label::IdentificationNote)).into_owned();
        for group in &mut block.groups {
            let mut parts = group.entries.iter().flat_map(|entry| &entry.parts);
            if group.heading.is_some() && parts.any(|part| part.kind == PartKind::Affiliation) {
                group.note = Some(text.clone());
            }
        }
    }
    block.table = table(block, labels);
    block.intro = clean::lines(&options.intro);
    block.outro = clean::lines(&options.outro);
    if !prose {
        return;
    }

    let mut continues = false;
    if block.runs_in() {
        block.intro = prose::intro(std::mem::take(&mut block.intro));
    }
    if block.runs_on() {
        (block.outro, continues) = prose::outro(std::mem::take(&mut block.outro));
    }
    let last_group = block.groups.len().saturating_sub(1);
    for (at, group) in block.groups.iter_mut().enumerate() {
        let others = block.others.as_deref().filter(|_| at == last_group);
        joiner.join(&mut group.entries, others);
        let end = match others {
            Some(others) => others.to_owned(),
            None => group.entries.last().map(BlockEntry::text).unwrap_or_default(),
        };
        if !continues {
            group.stop = joiner.stop_after(&end).to_owned();
        }
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// "26 organizations", "26 organizations and 3 individuals", "3 individuals".
fn summary(block: &SignatoryBlock, joiner: &Joiner, labels: &dyn Labels) -> String {
    let people = (block.individuals > 0).then(|| labels.text(Label::People(block.individuals)));
    match (block.total - block.individuals, people) {
        (0, Some(people)) => people,
        (organizations, Some(people)) => {
            joiner.pair(&labels.text(Label::Organizations(organizations)), &people)
        }
        (organizations, None) => labels.text(Label::Organizations(organizations)),
    }
}

/// The notes below the block: about affiliations, where any prints and the choice asks for one, and what the marks
/// say that print.
fn note(block: &SignatoryBlock, options: &BlockOptions, labels: &dyn Labels) -> Option<String> {
    let affiliated = |group: &BlockGroup| {
        let mut parts = group.entries.iter().flat_map(|entry| &entry.parts);
        parts.any(|part| part.kind == PartKind::Affiliation)
    };
    let text = || clean::one_line(&labels.text(Label::IdentificationNote)).into_owned();
    let mut notes = Vec::new();
    match options.identification {
        Identification::Note if block.groups.iter().any(affiliated) => notes.push(text()),
        Identification::Footnote if block.groups.iter().any(affiliated) => {
            notes.push(format!("{MARK} {}", text()))
        }
        Identification::Heading
            if block
                .groups
                .iter()
                .any(|group| group.heading.is_none() && affiliated(group)) =>
        {
            notes.push(text());
        }
        _ => {}
    }
    for mark in &options.marks {
        let (sign, note) = (clean::one_line(&mark.mark), clean::one_line(&mark.note));
        let prints = |part: &Part| part.kind == PartKind::Mark && part.text == sign;
        if !note.is_empty() && parts(block).any(prints) {
            notes.push(format!("{sign} {note}"));
        }
    }
    (!notes.is_empty()).then(|| notes.join("\n"))
}

/// The columns that have something in them; the name always, and first.
fn table(block: &SignatoryBlock, labels: &dyn Labels) -> Vec<TableColumn> {
    let name = if block.individuals > 0 {
        Label::ColumnSignatory
    } else {
        Label::ColumnOrganization
    };
    let mut columns = Vec::new();
    if block.groups.iter().any(|group| group.heading.is_some()) {
        columns.push(TableColumn {
            kind: None,
            title: labels.text(Label::ColumnGroup),
        });
    }
    for (kind, label) in [
        (PartKind::Name, name),
        (PartKind::Signer, Label::ColumnSigner),
        (PartKind::Title, Label::ColumnTitle),
        (PartKind::Affiliation, Label::ColumnAffiliation),
        (PartKind::Place, Label::ColumnPlace),
    ] {
        if kind == PartKind::Name || parts(block).any(|part| part.kind == kind) {
            columns.push(TableColumn {
                kind: Some(kind),
                title: clean::one_line(&labels.text(label)).into_owned(),
            });
        }
    }
    columns
}

fn parts(block: &SignatoryBlock) -> impl Iterator<Item = &Part> {
    block
        .groups
        .iter()
        .flat_map(|group| &group.entries)
        .flat_map(|entry| &entry.parts)
}
