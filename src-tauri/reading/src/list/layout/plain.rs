//! Lines without a bullet or a number: blocks of them, with the headings and the boilerplate among them taken out.

use std::ops::Range;

use names::recognize::words::fold;

use super::super::boilerplate::{self, Role};
use super::super::cue::{self, Cue};
use super::super::flow::Flow;
use super::super::learned::{self, Field};
use super::super::lines::Mark;
use super::super::phrase::{Case, Phrase};
use super::super::surroundings::{DASHES, goes_on, is_scope, is_wrapped, label};
use super::super::{prose, signer, words};
use super::{Between, Reader, Shape, begins_with_person};

impl Reader<'_> {
    /// Plain lines up to the next blank line, bullet, table or change of quoting.
    pub(super) fn plain(&mut self, at: usize) -> usize {
        let quoted = self.lines[at].quoted;
        let mut end = at + 1;
        while let Some(line) = self.lines.get(end)
            && !line.is_blank()
            && line.mark == Mark::None
            && line.quoted == quoted
            && self.columns_end(end) == end
            && self.quoted_end(end) == end
        {
            end += 1;
        }
        // A list in running text may be broken by a blank line after a comma.
        let mut ends = vec![end];
        let mut last = end;
        while let Some(next) = (last..self.lines.len()).find(|i| !self.lines[*i].is_blank()) {
            if next - last > 3 || self.lines[next].mark != Mark::None {
                break;
            }
            let text = self.text(last - 1);
            let ended = text.ends_with([',', ';']) && text.matches([',', ';']).count() >= 3;
            // "Bay Beekeepers; Elder" - blank - "Circle; and"
            let semicolons = |i: usize| self.text(i).matches(';').count();
            let parted = semicolons(last - 1) > 0
                && (semicolons(last - 1) + semicolons(next) >= 2)
                && semicolons(next) > 0
                && !text.ends_with(['.', ':', ')'])
                && label(self.text(next)).is_none()
                && boilerplate::role(self.text(next), true) == Role::Item;
            if !(ended || parted) {
                break;
            }
            let mut stop = next + 1;
            while self
                .lines
                .get(stop)
                .is_some_and(|line| !line.is_blank() && line.mark == Mark::None)
            {
                stop += 1;
            }
            last = stop;
            ends.push(stop);
            if ends.len() > 200 {
                break;
            }
        }
        if ends.len() > 1 {
            self.paragraph((at..last).filter(|i| !self.lines[*i].is_blank()));
            return last;
        }
        // `---` or `===` under a single line makes it a heading.
        let underlined = self.lines.get(end).is_some_and(|line| {
            line.mark == Mark::Rule && self.source[line.whole.clone()].starts_with(['-', '='])
        });
        if end - at == 1 && underlined && !self.text(at).contains(',') {
            let flow = self.flow(at);
            if boilerplate::role(&flow.text, true) != Role::Closing {
                self.set_heading(&flow.text);
                return end;
            }
        }
        self.block(at, end);
        end
    }

    fn paragraph(&mut self, lines: impl Iterator<Item = usize>) {
        let mut flow = Flow::default();
        for i in lines {
            if flow.text.is_empty() {
                flow = self.flow(i);
            } else {
                flow.push_line(self.source, self.lines[i].body.clone());
            }
        }
        flow.breaks.clear();
        self.labelled_or_prose(flow);
    }

    fn labelled_or_prose(&mut self, flow: Flow) {
        let denied =
            label(&flow.text).is_some_and(|sign| words::denies_signing(&fold(&flow.text[..sign.start])));
        // "ACADEMIA: ..."
        let named = label(&flow.text)
            .is_some_and(|sign| sign.len() == 2 && !flow.text[..sign.start].contains(char::is_lowercase));
        if flow.text.len() < 200 || denied || named {
            self.labelled_or(flow, Shape::Prose);
        } else {
            self.push(flow, Shape::Prose);
        }
    }

    /// Lines that stand together: headings and boilerplate among them are taken out, the rest is read in stretches.
    fn block(&mut self, at: usize, end: usize) {
        // "**Harbor Club**", and below it where it is.
        if self.whole.addressed && self.text(at).starts_with("**") {
            self.push(self.flow(at), Shape::Line);
            return;
        }
        let wrapped = is_wrapped(self.source, &self.lines[at..end]);
        if wrapped {
            self.paragraph(at..end);
            return;
        }
        let mut start = at;
        let mut i = at;
        while i < end {
            let flow = self.flow(i);
            let opens = i == start;
            let role = self.role(&flow, i, opens, at..end);
            match role {
                Role::Item | Role::Sentence => {
                    i += 1;
                    continue;
                }
                Role::Rest => {
                    self.stretch(start, i);
                    self.note(Between::End);
                    return;
                }
                _ => {}
            }
            self.stretch(start, i);
            match role {
                Role::Heading => self.set_heading(&flow.text),
                // "Signed" is a heading where another one says who did not sign.
                Role::Closing if self.whole.denies && boilerplate::says_signed(&flow.text) => {
                    self.set_heading(&flow.text);
                }
                // "The undersigned groups — A, B and C — believe that:"
                Role::Introduction
                    if flow.text.matches([',', ';']).count() >= 2
                        && prose::holds_list(&flow.text)
                        && !self.announces_next(&flow.text, i) =>
                {
                    self.push(flow, Shape::Prose);
                    i += 1;
                    start = i;
                    continue;
                }
                Role::Introduction => {
                    self.heading = None;
                    self.note(Between::Cue(cue::cue(&flow.text)));
                }
                Role::Closing => {
                    self.heading = None;
                    self.note(Between::Cue(Cue::Signing));
                }
                Role::Furniture if boilerplate::ends_list(&flow.text) => self.note(Between::End),
                _ => {}
            }
            i += 1;
            start = i;
        }
        self.stretch(start, end);
    }

    /// What a plain line is, seen in its place.
    fn role(&self, flow: &Flow, at: usize, opens: bool, block: Range<usize>) -> Role {
        let phrase = Phrase::new(&flow.text);
        let next = (at + 1..self.lines.len()).find(|i| !self.lines[*i].is_blank());
        let role = if self.is_name_with_remark(&flow.text) {
            Role::Item
        } else {
            boilerplate::role(&flow.text, opens)
        };
        if role != Role::Item {
            let last = next.is_none() && matches!(role, Role::Heading | Role::Introduction);
            return if last && !flow.text.ends_with(':') {
                Role::Item
            } else {
                role
            };
        }
        let Some(next) = next else { return Role::Item };
        let letter = flow.text.chars().count() == 1;
        if letter && self.whole.lettered
            || self.whole.indented && self.lines[at].indent < 2 && self.lines[next].indent >= 2
        {
            return Role::Heading;
        }
        if flow.bold && !Flow::of(self.source, self.lines[next].body.clone()).bold {
            return Role::Heading;
        }
        let end = block.end;
        let alone = at + 1 == end && opens;
        let short = phrase.words.len() <= 6 && !flow.text.ends_with(['.', ',', ';']);
        let marked_next = matches!(self.lines[next].mark, Mark::Bullet | Mark::Number(_));
        let named = next > at + 1
            && phrase.words.len() > 2
            && (learned::probabilities(&phrase)[Field::Organization as usize] > 0.6
                || phrase.organization_words() > 0)
            && phrase
                .words
                .last()
                .is_none_or(|word| !words::is_kind(&word.folded))
            && self.whole.apart
            && self.lines[..at].iter().any(|line| line.mark == Mark::Bullet);
        if short && marked_next && self.whole.marked >= 2 && at + 1 == end && !named {
            return Role::Heading;
        }
        if boilerplate::is_place_heading(&flow.text)
            && (opens || self.whole.places >= 2)
            && self.whole.places * 2 <= self.whole.filled
        {
            return Role::Heading;
        }
        if short && alone && self.whole.topped && next > at + 1 && self.is_group(next) {
            return Role::Heading;
        }
        if short && at == block.start && self.whole.headed && next == at + 1 {
            return Role::Heading;
        }
        // "Neighbors" above some of those who signed, and again above some of those who did not.
        if short
            && at == block.start
            && next == at + 1
            && self.whole.repeated.iter().any(|top| *top == fold(&flow.text))
        {
            return Role::Heading;
        }
        // "Regional" right below the last of those that are national.
        if self.whole.scopes >= 2 && self.whole.scopes * 2 <= self.whole.filled && is_scope(&phrase) {
            return Role::Heading;
        }
        Role::Item
    }

    /// Whether a line is a name and, behind a dash, what somebody remarked; where most lines are so, whatever it is.
    fn is_name_with_remark(&self, text: &str) -> bool {
        let among_others = || {
            DASHES
                .iter()
                .filter_map(|dash| text.split_once(dash))
                .min_by_key(|(name, _)| name.len())
                .is_some_and(|(name, _)| {
                    name.split(' ').count() <= 10
                        && boilerplate::role(name, false) == Role::Item
                        && !cue::signs(name)
                })
        };
        is_name_with_remark(text) || self.whole.dashed && among_others()
    }

    /// Whether a line that speaks of signing ends in a colon and a running list stands below it: what it enumerates itself is
    /// something else.
    fn announces_next(&self, text: &str, at: usize) -> bool {
        let next = (at + 1..self.lines.len()).find(|i| !self.lines[*i].is_blank());
        text.ends_with(':')
            && cue::signs(text)
            && next.is_some_and(|next| self.text(next).matches([',', ';']).count() >= 4)
    }

    /// Whether what was read last said that those who sign follow.
    fn is_just_announced(&self) -> bool {
        self.out.between.last() == Some(&(self.out.items.len(), Between::Cue(Cue::Signing)))
    }

    /// Whether the next line that has words could be an entry.
    fn has_item_below(&self, end: usize) -> bool {
        let next = (end..self.lines.len()).find(|i| !self.lines[*i].is_blank());
        next.is_some_and(|next| {
            matches!(self.lines[next].mark, Mark::Bullet | Mark::Number(_))
                || self.lines[next].mark == Mark::None
                    && boilerplate::role(self.text(next), true) == Role::Item
        })
    }

    fn is_group(&self, at: usize) -> bool {
        let plain = |i: usize| {
            self.lines
                .get(i)
                .is_some_and(|line| !line.is_blank() && line.mark == Mark::None)
        };
        plain(at) && plain(at + 1)
    }

    /// Plain lines with nothing but entries and running text among them.
    fn stretch(&mut self, start: usize, end: usize) {
        if start >= end {
            return;
        }
        if self.whole.stacked && (2..=6).contains(&(end - start)) {
            let (start, mut end) = (start, end);
            // A word for all to read below a card: "Free the rivers!"
            while self.whole.cards && end - start > 2 && self.is_remark(start, end) {
                end -= 1;
            }
            let mut flow = self.flow(start);
            // The signature and, below it, the same name in type.
            for i in (start + 1..end).filter(|i| self.text(*i) != self.text(i - 1)) {
                flow.push_line(self.source, self.lines[i].body.clone());
            }
            self.push(flow, Shape::Line);
            return;
        }
        if self.is_signature(start, end) {
            let mut flow = self.flow(start);
            for i in start + 1..end {
                flow.push_line(self.source, self.lines[i].body.clone());
            }
            self.note(Between::Cue(Cue::Signing));
            self.push(flow, Shape::Line);
            return;
        }
        if self.are_whole(start, end) {
            for at in start..end {
                self.note_markdown(at);
                let flow = self.flow(at);
                self.line(flow, end - start);
            }
            return;
        }
        if let Some(size) = self.lines_a_card(start, end) {
            for at in (start..end).step_by(size) {
                let mut flow = self.flow(at);
                for i in at + 1..at + size {
                    flow.push_line(self.source, self.lines[i].body.clone());
                }
                self.push(flow, Shape::Line);
            }
            return;
        }
        let people = self.people_between(start, end);
        if let Some(first) = people.first().filter(|first| **first > start) {
            self.stretch(start, *first);
        }
        for (at, next) in people.iter().zip(people.iter().skip(1).chain([&end])) {
            let mut flow = self.flow(*at);
            for i in at + 1..*next {
                flow.push_line(self.source, self.lines[i].body.clone());
            }
            self.push(flow, Shape::Line);
        }
        if !people.is_empty() {
            return;
        }
        if end - start > 1
            && (start > 0)
            && is_wrapped(self.source, &self.lines[start..end])
            && !(start..end).all(|i| self.names_a_holder(i))
        {
            self.paragraph(start..end);
            return;
        }
        let separated = self.ends_in_separators(start, end);
        let people = self.people_lines(start, end);
        let broken = people.is_some_and(|width| self.are_broken_people(start..end.min(start + 200), width));
        let usual = self.commas_of_people(start, end);
        let margin = self.margin_of_names(start, end);
        let narrow = self.narrow_column(start, end);
        let mut i = start;
        while i < end {
            let mut flow = self.flow(i);
            self.note_markdown(i);
            let first = i;
            i += 1;
            // "Ana Mora, présidente de" among lines that end in semicolons.
            let open = |text: &str| {
                let last = text.rsplit(' ').next().unwrap_or_default();
                !text.ends_with([',', ';']) && !words::is_and(last)
            };
            while i < end
                && i - first < 4
                && (!separated || open(&flow.text) && goes_on(&flow.text, self.text(i)))
                && (goes_on(&flow.text, self.text(i))
                    || people.is_some_and(|margin| self.continues_person(i, margin, broken, usual))
                    || narrow.is_some_and(|width| self.ends_name(i, width))
                    || margin.is_some_and(|margin| self.breaks_order(i, first, end, margin)))
            {
                flow.push_line(self.source, self.lines[i].body.clone());
                i += 1;
            }
            flow.breaks.clear();
            // "Arizona:", and below it on one line all that are there.
            if end - start == 1
                && self.heading.is_some()
                && flow.text.contains(',')
                && !self.whole.stacked
                && prose::is_all_names(&flow.text)
            {
                self.push(flow, Shape::Prose);
                continue;
            }
            // "The undersigned:", and below it one line that holds them all.
            if end - start == 1
                && self.is_just_announced()
                && flow.text.matches([',', ';']).count() >= 3
                && !self.has_item_below(end)
                && prose::holds_list(&flow.text)
            {
                self.push(flow, Shape::Prose);
                continue;
            }
            // "Rabbi Ana Mora, Bo Lind," among lines that end in commas.
            let several = flow.text.trim_end_matches([',', ';']);
            if separated && several.contains(", ") && several.split(", ").all(signer::is_person) {
                self.push(flow, Shape::Prose);
                continue;
            }
            self.line(flow, end - start);
        }
    }

    /// Whether most lines end in a comma or semicolon that only parts them.
    fn ends_in_separators(&self, start: usize, end: usize) -> bool {
        let ended = (start..end).filter(|i| {
            let text = self.text(*i);
            text.ends_with([',', ';'])
                || text.ends_with(" and")
                || text.ends_with(" y")
                || text.ends_with(" et")
                || text.ends_with(" und")
        });
        end - start >= 2 && ended.count() * 5 >= (end - start - 1) * 4
    }

    fn line(&mut self, flow: Flow, together: usize) {
        if boilerplate::is_legend(&flow.text, self.whole.marked, &self.whole.noted) {
            return;
        }
        if boilerplate::is_headline(&flow.text) {
            self.note(Between::Body);
            return;
        }
        let phrase_words = flow.text.split_whitespace().count();
        // "Businesses such as Amber Wines, Birch Lumber and Cedar Peppers" among lines of one name each.
        let head: Vec<String> = flow.text.split_whitespace().take(3).map(fold).collect();
        let examples = matches!(head.as_slice(), [kind, such, rest]
            if words::is_kind(kind) && (such == "such" && rest == "as" || matches!(such.as_str(), "like" | "including" | "como" | "comme" | "wie")));
        if examples && flow.text.contains(',') && prose::holds_list(&flow.text) {
            self.push(flow, Shape::Prose);
            return;
        }
        // A paragraph that ends in a colon announces what stands below it; what it enumerates is something else.
        if flow.text.len() > 200 && flow.text.ends_with(':') && cue::signs(&flow.text) {
            self.note(Between::Cue(Cue::Signing));
            return;
        }
        // No name is that long: a paragraph, which may hold a list.
        if phrase_words > 28 && flow.text.len() > 200 && !begins_with_person(&flow.text) {
            self.labelled_or_prose(flow);
            return;
        }
        let separators = flow
            .text
            .matches([',', ';', '\u{3001}', '\u{ff0c}', '\u{60c}'])
            .count()
            + prose::signs(&flow.text);
        let slashes = flow.text.matches(['/', '\u{ff0f}']).count();
        if slashes >= 3 && prose::is_spaceless(&flow.text) && prose::holds_list(&flow.text) {
            self.push(flow, Shape::Prose);
            return;
        }
        // "Ana Mora, Bo Lind, Cy Dorn y Di Falk, profesores": people in one line.
        if separators >= 3
            && flow.text.split(' ').any(words::is_and)
            && flow.text.split(", ").take(3).all(signer::is_person)
            && prose::holds_list(&flow.text)
        {
            self.push(flow, Shape::Prose);
            return;
        }
        // "Breast Cancer Fund * Buckeye Network" on a line of its own.
        if separators > 0 && prose::signs(&flow.text) == 1 && prose::parting_signs(&flow.text) == 2 {
            self.push(flow, Shape::Prose);
            return;
        }
        let lonely = together <= 2
            || flow.text.len() > 160
            || separators >= 5 && flow.text.ends_with('.') && !flow.text.contains(';');
        let many = self.whole.filled >= 5 && flow.text.len() < 160;
        if separators > 0 && self.whole.filled == 1 && prose::is_all_names(&flow.text) {
            self.labelled_or_prose(flow);
            return;
        }
        if separators > 0
            && lonely
            && (phrase_words > 3 || flow.text.contains('\u{3001}'))
            && prose::holds_list(&flow.text)
            && !(many && separators < 5 && !boilerplate::introduces(&flow.text))
        {
            self.labelled_or_prose(flow);
            return;
        }
        if matches!(boilerplate::role(&flow.text, false), Role::Sentence)
            && !self.is_name_with_remark(&flow.text)
        {
            // A sentence may still hold a list; running text finds it or drops the sentence.
            if separators > 1 || prose::holds_list(&flow.text) {
                self.push(flow, Shape::Prose);
            } else if boilerplate::hands_over(&flow.text) {
                self.note(Between::Cue(cue::cue(&flow.text)));
            } else {
                self.note(Between::Body);
            }
            return;
        }
        self.labelled_or(flow, Shape::Line);
    }
}

/// Whether a line is a name and, behind a dash, a few small words on what it sent: "Harbor Club – read their letter".
fn is_name_with_remark(text: &str) -> bool {
    let Some((name, remark)) = DASHES
        .iter()
        .filter_map(|dash| text.split_once(dash))
        .min_by_key(|(name, _)| name.len())
    else {
        return false;
    };
    let (name, remark) = (Phrase::new(name), Phrase::new(remark));
    (2..=10).contains(&name.words.len())
        && remark.words.len() <= 10
        && remark.words.first().is_some_and(|word| {
            word.case == Case::Lower && remark.words.len() <= 6
                || name.organization_words() > 0
                || learned::probabilities(&name)[Field::Organization as usize] > 0.5
                || remark.is_sentence() && name.words.len() <= 5
        })
        && name.lower_share() == 0.0
        && boilerplate::role(name.text, false) == Role::Item
        && !cue::signs(name.text)
        && (name.organization_words() > 0
            || learned::probabilities(&name)[Field::Organization as usize] > 0.5)
}
