//! The comparison form of a name: what two spellings of the same name have in common.
//!
//! Owns everything that is set aside for comparing: case, accents, quotes, dashes,
//! `&`, the leading article, the legal form, an acronym in parentheses, and whether a state at the end is written out.
//! It deliberately does not compare: that is for `score.rs`.

use super::tokens::{Gap, Token, tokenize};
use super::vocabulary::is_little;
use super::{legal, words};

/// The comparison form of a name: two names with equal forms are the same name, written differently.
///
/// Set aside are case, accents, kinds of quotes and dashes, punctuation and white space, `&` for "and", a leading article,
/// a legal form (`Inc.`, `e.V.`), an acronym in parentheses; a state's postal code at the end is written out, and so are a
/// handful of abbreviations that have one meaning (`Univ.`, `Natl.`). Words are separated by one space. Normalizing a
/// second time changes nothing. A text without any letter or digit is only folded, so that two of them do not become equal.
pub fn normalize(name: &str) -> String {
    Cut::new(name).key()
}

/// A name cut into words, with what is set aside for comparing taken out of them.
pub(super) struct Cut<'a> {
    name: &'a str,
    /// Whether an article, a code or an abbreviation was replaced or dropped.
    changed: bool,
    /// The words that remain, in order.
    pub tokens: Vec<Token>,
    /// The acronym given in parentheses after the whole name, folded; an alias of it.
    pub acronym: Option<String>,
    /// An acronym in parentheses in the middle of the name: the alias of a part of it only.
    pub inner_acronym: Option<String>,
    /// The legal form that was set aside.
    pub legal: Option<&'static str>,
}

impl<'a> Cut<'a> {
    /// Cuts a name and sets aside what does not count.
    pub(super) fn new(name: &'a str) -> Self {
        let mut cut = Cut {
            changed: false,
            name,
            tokens: tokenize(name),
            acronym: None,
            inner_acronym: None,
            legal: None,
        };
        cut.set_aside_acronym();
        cut.set_aside_legal_form();
        cut.write_out_los_angeles();
        cut.set_aside_articles();
        cut.write_out();
        cut
    }

    /// Whether capitals say something here: not every word is in capitals.
    pub(super) fn is_mixed(&self) -> bool {
        self.tokens
            .iter()
            .any(|token| token.text.len() > 1 && !token.capitals)
    }

    /// The comparison form.
    ///
    /// What is set aside can uncover more of its kind (an article behind a legal form, an initial that reads as an article
    /// without its dot), so it is cut again until nothing changes; most names need no second look.
    pub(super) fn key(&self) -> String {
        let mut key = self.joined();
        let mut look_again = self.set_aside_something();
        for _ in 0..8 {
            if !look_again {
                break;
            }
            let again = Cut::new(&key);
            look_again = again.set_aside_something();
            key = again.joined();
        }
        key
    }

    /// Whether a second pass could set more aside.
    fn set_aside_something(&self) -> bool {
        self.changed
            || self.legal.is_some()
            || self.acronym.is_some()
            || self.inner_acronym.is_some()
            || !self.name.is_ascii()
            || self.tokens.iter().any(|token| token.dotted || token.elided > 0)
    }

    fn joined(&self) -> String {
        if self.tokens.is_empty() {
            return words::fold(self.name);
        }
        let mut key = String::with_capacity(self.name.len());
        for token in &self.tokens {
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(&token.text);
        }
        key
    }

    fn set_aside_acronym(&mut self) {
        self.set_aside_acronym_in_parentheses();
        if self.acronym.is_none() {
            self.set_aside_acronym_beside();
        }
    }

    fn set_aside_acronym_in_parentheses(&mut self) {
        let Some(open) = self.tokens.iter().position(|token| token.gap == Gap::Open) else {
            return;
        };
        let inside = self.tokens[open + 1..]
            .iter()
            .position(|token| token.gap != Gap::Space);
        let close = inside.map_or(self.tokens.len(), |n| open + 1 + n);
        if open == 0 {
            return;
        }
        // "BLOC (Black Leaders Organizing for Communities)": the name is inside, the acronym before.
        if open == 1 && close == self.tokens.len() && close - open > 1 {
            let first = &self.tokens[0];
            let inside = &self.tokens[open..close];
            if first.text.len() > 1
                && (initials_match(&first.text, inside)
                    || looks_like_acronym(first) && abbreviates(&first.text, inside, 1))
            {
                self.acronym = Some(self.tokens.remove(0).text);
                self.tokens[0].gap = Gap::Start;
            }
            return;
        }
        let group = &self.tokens[open..close];
        let text: String = group.iter().map(|token| token.text.as_str()).collect();
        let shouted = self.tokens[..open]
            .iter()
            .all(|token| token.capitals || token.text.len() < 2);
        let spelled = group.len() == 1 && text.len() > 1 && initials_match(&text, &self.tokens[..open]);
        let capitals = !shouted
            && open > 1
            && text.len() > 2
            && group.len() <= 3
            && group.iter().all(looks_like_acronym);
        let place = is_place_code(&text);
        let digits = group.iter().any(|token| token.text.chars().any(char::is_numeric));
        if digits || !(spelled || capitals && !place) {
            return;
        }
        let rest_is_legal = close == self.tokens.len()
            || legal_form_of(&self.tokens[close..]).is_some_and(|(n, _)| n == self.tokens.len() - close);
        if rest_is_legal {
            self.acronym = Some(text);
        } else {
            self.inner_acronym = Some(text);
        }
        self.tokens.drain(open..close);
    }

    /// `Confédération Générale du Travail – CGT`, `CGT: Confédération ...`, `CGT Confédération ...`: an acronym beside the
    /// name that it stands for, at either end.
    fn set_aside_acronym_beside(&mut self) {
        let count = self.tokens.len();
        if count < 3 {
            return;
        }
        let stands_for = |token: &Token, gap: Gap, rest: &[Token]| {
            let parted = !matches!(gap, Gap::Space | Gap::Close);
            let length = token.text.chars().count();
            if length < 2 || !(parted || token.capitals && length > 2) {
                return false;
            }
            // Without a mark between them, or in small letters, it must be exactly the first letters of the rest.
            initials_match(&token.text, rest)
                || parted
                    && looks_like_acronym(token)
                    && !is_place_code(&token.text)
                    && abbreviates(&token.text, rest, 1)
        };
        let mixed = self.is_mixed();
        let [first, rest @ ..] = self.tokens.as_slice() else {
            return;
        };
        let rest_end = rest
            .iter()
            .position(|token| {
                matches!(token.gap, Gap::Comma | Gap::Dash | Gap::Open) && !std::ptr::eq(token, &rest[0])
            })
            .unwrap_or(rest.len());
        if stands_for(first, rest[0].gap, rest)
            || rest_end > 1 && stands_for(first, rest[0].gap, &rest[..rest_end])
        {
            let whole = stands_for(first, rest[0].gap, rest);
            let acronym = Some(self.tokens.remove(0).text);
            self.tokens[0].gap = Gap::Start;
            if whole {
                self.acronym = acronym;
            } else {
                self.inner_acronym = acronym;
            }
            return;
        }
        for at in 2..count {
            let token = &self.tokens[at];
            let last = at + 1 == count;
            let ends = last || self.tokens[at + 1].gap != Gap::Space;
            // Inside a name it stands between two marks; at its end, without one, in capitals among small letters.
            let parted = token.gap != Gap::Space;
            if ends && (parted || last && mixed) && stands_for(token, token.gap, &self.tokens[..at]) {
                let acronym = Some(self.tokens.remove(at).text);
                if last {
                    self.acronym = acronym;
                } else {
                    self.inner_acronym = acronym;
                }
                return;
            }
        }
    }

    fn set_aside_legal_form(&mut self) {
        while let Some((count, form)) = legal_form_of(&self.tokens) {
            if count >= self.tokens.len() {
                break;
            }
            // Of "Co., Ltd." the last says more than the first.
            self.legal = self.legal.or(Some(form));
            self.tokens.truncate(self.tokens.len() - count);
        }
        // "National Something, Inc., Madison Chapter"; "OAO Something".
        let mut at = 1;
        while at + 1 < self.tokens.len() {
            if matches!(
                self.tokens[at].text.as_str(),
                "inc" | "llc" | "ltd" | "gmbh" | "incorporated"
            ) {
                self.legal = self.legal.or(legal::legal_form(&self.tokens[at].text));
                let gap = self.tokens.remove(at).gap;
                if let Some(next) = self.tokens.get_mut(at)
                    && next.gap == Gap::Space
                {
                    next.gap = gap;
                }
            } else {
                at += 1;
            }
        }
        loop {
            let before = legal_form_before(&self.tokens);
            match before {
                Some((count, form)) if count < self.tokens.len() => {
                    self.legal = self.legal.or(Some(form));
                    self.tokens.drain(..count);
                }
                _ => break,
            }
        }
        // What a removed middle or front uncovered at the end.
        if let Some((count, form)) = legal_form_of(&self.tokens)
            && count < self.tokens.len()
        {
            self.legal = self.legal.or(Some(form));
            self.tokens.truncate(self.tokens.len() - count);
            self.set_aside_legal_form();
        }
    }

    /// `LA Tenants` is no article and, without a comma before it, no Louisiana either.
    fn write_out_los_angeles(&mut self) {
        if self.tokens.len() < 2 || !self.is_mixed() {
            return;
        }
        for token in &mut self.tokens {
            if token.capitals && token.text == "la" && matches!(token.gap, Gap::Start | Gap::Space) {
                token.text = "los angeles".to_owned();
                self.changed = true;
            }
        }
    }

    fn set_aside_articles(&mut self) {
        loop {
            let Some(first) = self.tokens.first() else { return };
            let elided = usize::from(first.elided);
            if elided == 1 && first.text.starts_with('l') {
                self.changed = true;
                self.tokens[0].text.drain(..elided);
                self.tokens[0].elided = 0;
                continue;
            }
            let Some(next) = self.tokens.get(1) else { return };
            // The rule of `leading_article`, asked on the words alone.
            if first.dotted || first.text.len() > 3 {
                return;
            }
            let phrase = format!("{} {}", first.text, next.text);
            if words::leading_article(&phrase).is_none() {
                return;
            }
            self.changed = true;
            self.tokens.remove(0);
        }
    }

    /// Writes out a state's code at the end, and the abbreviations that have one meaning.
    fn write_out(&mut self) {
        let mixed = self.is_mixed();
        if self.tokens.len() > 1
            && let Some(last) = self.tokens.last_mut()
            && let Some(full) = state_in_full(last, mixed)
        {
            last.text = full.to_owned();
            self.changed = true;
        }
        let count = self.tokens.len();
        for at in 0..count {
            let number_follows = self
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.text.starts_with(|c: char| c.is_ascii_digit()));
            let token = &mut self.tokens[at];
            let full = match token.text.as_str() {
                "univ" => "university",
                "natl" => "national",
                "intl" => "international",
                "assn" => "association",
                "dept" => "department",
                "govt" => "government",
                "ctr" | "cntr" => "center",
                "fdn" | "fndn" => "foundation",
                "cmte" | "cttee" => "committee",
                "svc" | "svcs" => "services",
                "inst" => "institute",
                "hosp" => "hospital",
                "amer" => "american",
                "1st" => "first",
                "2nd" => "second",
                "3rd" => "third",
                "4th" => "fourth",
                "5th" => "fifth",
                "6th" => "sixth",
                "7th" => "seventh",
                "centre" => "center",
                "centres" => "centers",
                "theatre" => "theater",
                "labour" => "labor",
                "programme" => "program",
                "organisation" => "organization",
                "organisations" => "organizations",
                "defence" => "defense",
                "no" if number_follows && at > 0 => "",
                "co" if at > 0 && at + 1 == count && (token.dotted || !token.capitals) => "company",
                _ => continue,
            };
            token.text = full.to_owned();
            self.changed = true;
        }
        self.tokens.retain(|token| !token.text.is_empty());
    }
}

/// Whether a word reads as an acronym by its capitals: `NAACP`, `UiTM`.
fn looks_like_acronym(token: &Token) -> bool {
    token.capitals && token.text.len() <= 12
}

/// Whether a short text in parentheses or behind a dash is rather a place than an acronym.
fn is_place_code(text: &str) -> bool {
    words::state_code(text).is_some() || words::is_country(text) || text == "nyc" || text == "eu"
}

/// Whether an acronym is made of the beginnings of words, in order: `CONACYT` of "Consejo Nacional de Ciencia y
/// Tecnología". Every significant word but the `spared` gives one letter or more; the first always does.
pub(super) fn abbreviates<T: AsRef<str>>(
    acronym: &str,
    words: impl IntoIterator<Item = T>,
    spared: usize,
) -> bool {
    let mut letters = ['\0'; LONGEST_ACRONYM];
    let count = acronym.chars().count();
    if !(3..=LONGEST_ACRONYM).contains(&count) {
        return false;
    }
    for (letter, c) in letters.iter_mut().zip(acronym.chars()) {
        *letter = c;
    }
    let letters = &letters[..count];
    let spared = if letters.len() > 3 {
        spared.min(MOST_SPARED)
    } else {
        0
    };
    // By words spared and by words used (2 means two or more): bit n is set when the first n letters can be spelled.
    let mut reached = [[0_u32; 3]; MOST_SPARED + 1];
    reached[0][0] = 1;
    for word in words {
        let little = is_little(word.as_ref());
        let word = word.as_ref();
        let mut next = [[0_u32; 3]; MOST_SPARED + 1];
        for (spent, by_given) in reached.iter().enumerate() {
            for (given, &bits) in by_given.iter().enumerate() {
                for at in (0..letters.len()).filter(|at| bits >> at & 1 == 1) {
                    let common = word
                        .chars()
                        .take(MOST_OF_A_WORD)
                        .zip(&letters[at..])
                        .take_while(|(one, other)| one == *other)
                        .count();
                    for taken in 1..=common {
                        next[spent][(given + 1).min(2)] |= 1 << (at + taken);
                    }
                }
                if little {
                    next[spent][given] |= bits;
                } else if given > 0 && spent < spared {
                    next[spent + 1][given] |= bits;
                }
            }
        }
        reached = next;
    }
    reached
        .iter()
        .any(|by_given| by_given[2] >> letters.len() & 1 == 1)
}

/// The most words of a name of which an acronym need not have a letter.
const MOST_SPARED: usize = 1;

/// The most letters that an acronym takes from one word.
const MOST_OF_A_WORD: usize = 4;

/// Whether two comparison forms are the same but for their spaces (`color of change`, `colorofchange`), no number of the
/// one being cut in two in the other.
pub(super) fn same_letters(a: &str, b: &str) -> bool {
    let solid = |c: &char| *c != ' ';
    a.chars().filter(solid).eq(b.chars().filter(solid)) && numbers_in(a).eq(numbers_in(b))
}

/// A comparison form without its spaces.
pub(super) fn compact(key: &str) -> String {
    key.chars().filter(|c| *c != ' ').collect()
}

/// The runs of digits in a text.
fn numbers_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
}

/// Whether an acronym is made of the first letters of words, each little word counted or not; in Spanish, each letter twice where the words are
/// plurals (`CCOO`).
pub(super) fn initials_match<T: AsRef<str>>(acronym: &str, words: &[T]) -> bool {
    let letters: Vec<char> = acronym.chars().take(LONGEST_ACRONYM + 1).collect();
    if !(2..=LONGEST_ACRONYM).contains(&letters.len()) {
        return false;
    }
    initials_are(&letters, words)
        || once_of_plurals(&letters, words).is_some_and(|once| initials_are(&once, words))
}

/// The letters of an acronym that has each of them twice, where it has four or more and the words that count are plurals.
fn once_of_plurals<T: AsRef<str>>(letters: &[char], words: &[T]) -> Option<Vec<char>> {
    let (pairs, rest) = letters.as_chunks::<2>();
    let twice = pairs.len() > 1 && rest.is_empty() && pairs.iter().all(|[one, other]| one == other);
    let plural = |word: &T| is_little(word.as_ref()) || word.as_ref().ends_with('s');
    (twice && words.iter().all(plural)).then(|| pairs.iter().map(|[one, _]| *one).collect())
}

fn initials_are<T: AsRef<str>>(letters: &[char], words: &[T]) -> bool {
    // Bit n is set when the first n letters can be spelled with the words so far.
    let mut reached = 1_u32;
    for word in words {
        let word = word.as_ref();
        let first = word.chars().next();
        let spelled = (0..letters.len())
            .filter(|&at| reached >> at & 1 == 1 && first == Some(letters[at]))
            .fold(0, |bits, at| bits | 1 << (at + 1));
        reached = if is_little(word) {
            reached | spelled
        } else {
            spelled
        };
    }
    reached >> letters.len() & 1 == 1
}

/// The longest acronym that is looked for.
const LONGEST_ACRONYM: usize = 16;

/// How many words at the end are a legal form, and which.
fn legal_form_of(tokens: &[Token]) -> Option<(usize, &'static str)> {
    let last = tokens.last()?;
    // Most names end with another word, so the last word is checked first.
    let longest = tokens.len().min(5);
    for count in (1..=longest).rev() {
        let group = &tokens[tokens.len() - count..];
        if count > 1 && group[0].text.len() > 14 {
            continue;
        }
        let form = if count == 1 {
            // A word of its own keeps its dots; `Company` is part of a name ("Coca-Cola Company"), kept and weighed lightly.
            if matches!(
                last.text.as_str(),
                "company" | "co" | "compagnie" | "cie" | "cia" | "compania" | "companhia" | "compania_"
            ) {
                None
            } else if last.initials {
                legal::legal_form(&dotted(&last.text))
            } else {
                legal::legal_form(&last.text)
            }
        } else {
            let phrase: String = group.iter().map(|token| token.text.as_str()).collect();
            // Joined words of a phrase never mean a two-letter code, but for "e V".
            if phrase.len() < 4 && phrase != "ev" || matches!(phrase.as_str(), "company") {
                None
            } else {
                legal::legal_form(&phrase)
            }
        };
        if let Some(form) = form {
            return Some((count, form));
        }
    }
    None
}

/// Letters with a dot after each: the writing that tells `P.A.` from `PA`.
fn dotted(text: &str) -> String {
    text.chars().flat_map(|c| [c, '.']).collect()
}

/// Legal forms that stand before the name: those of Russia, Ukraine and their neighbours, Romania, Indonesia.
fn legal_form_before(tokens: &[Token]) -> Option<(usize, &'static str)> {
    let first = tokens.first()?;
    let single = match first.text.as_str() {
        "ooo" => Some("llc"),
        "oao" | "ojsc" | "jsc" | "pjsc" | "cjsc" | "zao" | "pao" => Some("jsc"),
        "srl" => Some("srl"),
        "pt" if first.initials || first.capitals => Some("pt"),
        _ => None,
    };
    if let Some(form) = single {
        return Some((1, form));
    }
    if !matches!(
        first.text.as_str(),
        "limited" | "open" | "public" | "closed" | "joint" | "societatea"
    ) {
        return None;
    }
    (3..=tokens.len().min(5)).rev().find_map(|count| {
        let phrase: String = tokens[..count].iter().map(|token| token.text.as_str()).collect();
        legal::legal_form(&phrase).map(|form| (count, form))
    })
}

/// The folded full name of the state that the last word of a name abbreviates.
fn state_in_full(last: &Token, mixed: bool) -> Option<&'static str> {
    if last.text.len() > 5 {
        return None;
    }
    let code = words::state_code(&last.text)?;
    let full = words::state_name(code)?;
    if last.text.len() > 2 {
        // The old abbreviations (Wis., Calif.) are also names and words without their dot.
        return (last.dotted && full != last.text).then_some(full);
    }
    let parted = matches!(
        last.gap,
        Gap::Comma | Gap::Colon | Gap::Slash | Gap::Dash | Gap::Open
    );
    let plain = matches!(
        code,
        "WI" | "WV"
            | "TX"
            | "FL"
            | "NY"
            | "NJ"
            | "NC"
            | "ND"
            | "NH"
            | "NM"
            | "TN"
            | "KY"
            | "MN"
            | "SD"
            | "VT"
            | "WY"
            | "DC"
            | "BC"
            | "QC"
    );
    // "Justice LA" is Los Angeles, "Partners VI" is the sixth.
    let capitals = mixed && last.capitals && !matches!(code, "LA" | "VI");
    (parted || plain || capitals).then_some(full)
}
