//! The comparison form of a name: what two spellings of the same name have in common.
//!
//! Owns the cutting of a name into words, and everything that is set aside for comparing: case, accents, quotes, dashes,
//! `&`, the leading article, the legal form, an acronym in parentheses, and whether a state at the end is written out.
//! It deliberately judges nothing: what two different forms have to do with each other is for `score.rs`.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;

use super::words;

/// The comparison form of a name: two names with equal forms are the same name, written differently.
///
/// Set aside are case, accents, kinds of quotes and dashes, punctuation and white space, `&` for "and", a leading article,
/// a legal form (`Inc.`, `e.V.`), an acronym in parentheses; a state's postal code at the end is written out, and so are a
/// handful of abbreviations that have one meaning (`Univ.`, `Natl.`). Words are separated by one space. Normalizing a
/// second time changes nothing. A text without any letter or digit is only folded, so that two of them do not become equal.
pub fn normalize(name: &str) -> String {
    Cut::new(name).key()
}

/// What stood between a word and the word before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing: the first word.
    Start,
    /// A space, a hyphen or other mark that joins rather than parts.
    Space,
    /// A comma, semicolon, colon or slash.
    Comma,
    /// A dash that parts, with space around it.
    Dash,
    /// An opening parenthesis or bracket.
    Open,
    /// A closing one.
    Close,
}

/// One word of a name, folded, with what its writing told.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Folded letters and digits only.
    pub text: String,
    /// All its letters were capitals, and it has more than one.
    pub capitals: bool,
    /// A dot followed or stood inside: an abbreviation or initials.
    pub dotted: bool,
    /// Initials joined into one word (`U.S.`).
    pub initials: bool,
    /// Bytes of `text` that an apostrophe cut off at the front (`l'`, `d'`); 0 without.
    pub elided: u8,
    /// What stood before it.
    pub gap: Gap,
}

/// A name cut into words, with what is set aside for comparing taken out of them.
pub(super) struct Cut<'a> {
    name: &'a str,
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
        self.tokens.iter().any(|token| token.text.len() > 1 && !token.capitals)
    }

    /// The comparison form.
    pub(super) fn key(&self) -> String {
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
            let first = &self.tokens[0].text;
            if first.len() > 1 && initials_match(first, &self.tokens[open..close]) {
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
        let place =
            words::state_code(&text).is_some() || words::is_country(&text) || text == "nyc" || text == "eu";
        let digits = group.iter().any(|token| token.text.chars().any(char::is_numeric));
        if !(spelled || capitals) || (place && !spelled) || digits {
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
                self.legal = self.legal.or(words::legal_form(&self.tokens[at].text));
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
            }
        }
    }

    fn set_aside_articles(&mut self) {
        loop {
            let Some(first) = self.tokens.first() else { return };
            let elided = usize::from(first.elided);
            if elided == 1 && first.text.starts_with('l') {
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
        }
        self.tokens.retain(|token| !token.text.is_empty());
    }
}

/// Whether a word reads as an acronym by its capitals: `NAACP`, `UiTM`.
fn looks_like_acronym(token: &Token) -> bool {
    token.capitals && token.text.len() <= 12
}

/// Whether an acronym is made of the first letters of words, with the little words counted or not.
pub(super) fn initials_match(acronym: &str, tokens: &[Token]) -> bool {
    let all = tokens.iter().filter_map(|token| token.text.chars().next());
    let significant = tokens
        .iter()
        .filter(|token| !is_little(&token.text))
        .filter_map(|token| token.text.chars().next());
    acronym.chars().count() > 1 && (all.eq(acronym.chars()) || significant.eq(acronym.chars()))
}

/// Words that join others and say nothing themselves, in the languages that names come in.
pub(super) fn is_little(word: &str) -> bool {
    matches!(
        word,
        "of" | "the"
            | "for"
            | "and"
            | "in"
            | "at"
            | "on"
            | "to"
            | "by"
            | "with"
            | "a"
            | "an"
            | "from"
            | "de"
            | "la"
            | "las"
            | "los"
            | "el"
            | "del"
            | "y"
            | "e"
            | "en"
            | "para"
            | "por"
            | "con"
            | "lo"
            | "le"
            | "les"
            | "du"
            | "des"
            | "et"
            | "pour"
            | "aux"
            | "au"
            | "sur"
            | "d"
            | "l"
            | "der"
            | "die"
            | "das"
            | "des_"
            | "fur"
            | "und"
            | "im"
            | "zu"
            | "zur"
            | "am"
            | "den"
            | "dem"
            | "von"
            | "fuer"
            | "di"
            | "degli"
            | "dei"
            | "della"
            | "delle"
            | "dello"
            | "dell"
            | "al"
            | "il"
            | "gli"
            | "per"
            | "ed"
            | "do"
            | "da"
            | "dos"
            | "das_"
            | "van"
            | "het"
            | "voor"
            | "i"
            | "och"
            | "og"
            | "ja"
            | "w"
            | "we"
    )
}

/// How many words at the end are a legal form, and which.
fn legal_form_of(tokens: &[Token]) -> Option<(usize, &'static str)> {
    let last = tokens.last()?;
    // Nearly every name ends otherwise; one look at the last word's length and letters spares the rest.
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
                words::legal_form(&dotted(&last.text))
            } else {
                words::legal_form(&last.text)
            }
        } else {
            let phrase: String = group.iter().map(|token| token.text.as_str()).collect();
            // Joined words of a phrase never mean a two-letter code.
            if phrase.len() < 4 || matches!(phrase.as_str(), "company") {
                None
            } else {
                words::legal_form(&phrase)
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
        words::legal_form(&phrase).map(|form| (count, form))
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
    let parted = matches!(last.gap, Gap::Comma | Gap::Dash | Gap::Open);
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

/// Cuts a text into words.
fn tokenize(name: &str) -> Vec<Token> {
    let text: Cow<str> = if name.is_ascii() {
        Cow::Borrowed(name)
    } else {
        ComposingNormalizerBorrowed::new_nfkc().normalize(name)
    };
    let mut tokens: Vec<Token> = Vec::with_capacity(8);
    let mut gap = Gap::Start;
    let mut word = Word::default();
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if is_word_character(c) {
            word.push(c);
            continue;
        }
        let rest = &text[at + c.len_utf8()..];
        let next = rest.chars().next();
        if is_invisible(c) {
            continue;
        }
        if is_apostrophe(c) && !word.text.is_empty() && next.is_some_and(is_word_character) {
            word.apostrophe();
            continue;
        }
        if c == '.' && !word.text.is_empty() {
            word.dotted = true;
            let after = rest.chars().nth(1);
            if word.segment == 1
                && next.is_some_and(char::is_alphabetic)
                && !after.is_some_and(is_word_character)
            {
                word.initials = true;
                word.segment = 0;
                continue;
            }
            if word.segment == 1 && word.initials {
                // The last letter of initials.
            }
        }
        if c == '/'
            && word.segment == 1
            && word.letters == 1
            && next.is_some_and(char::is_alphabetic)
            && rest.chars().nth(1).is_none_or(|c| !is_word_character(c))
        {
            // "A/S"
            word.initials = true;
            word.segment = 0;
            continue;
        }
        word.finish(&mut tokens, &mut gap);
        let spaced = text[..at].ends_with(char::is_whitespace) && next.is_none_or(char::is_whitespace);
        match c {
            '&' => {
                // `&amp;` is what a web form's export makes of it, with or without its semicolon.
                let entity = rest
                    .get(..3)
                    .is_some_and(|three| three.eq_ignore_ascii_case("amp"))
                    && rest[3..].chars().next().is_none_or(|c| !is_word_character(c));
                push_word(&mut tokens, &mut gap, "and");
                if entity {
                    for _ in 0..3 {
                        characters.next();
                    }
                    if rest[3..].starts_with(';') {
                        characters.next();
                    }
                }
            }
            '+' if spaced && !tokens.is_empty() => push_word(&mut tokens, &mut gap, "and"),
            '@' if spaced => push_word(&mut tokens, &mut gap, "at"),
            ',' | ';' | ':' | '/' | '|' => gap = gap_after(gap, Gap::Comma),
            '(' | '[' => gap = gap_after(gap, Gap::Open),
            ')' | ']' => gap = gap_after(gap, Gap::Close),
            '\u{2013}' | '\u{2014}' | '\u{2015}' => gap = gap_after(gap, Gap::Dash),
            '-' if spaced => gap = gap_after(gap, Gap::Dash),
            _ => gap = gap_after(gap, Gap::Space),
        }
    }
    word.finish(&mut tokens, &mut gap);
    join_spaced_initials(&mut tokens);
    tokens
}

/// The stronger of two gaps.
fn gap_after(before: Gap, now: Gap) -> Gap {
    match (before, now) {
        (Gap::Start, _) => Gap::Start,
        (_, Gap::Space) => before,
        (Gap::Close, Gap::Open) | (Gap::Open, _) => Gap::Open,
        _ => now,
    }
}

fn push_word(tokens: &mut Vec<Token>, gap: &mut Gap, text: &str) {
    let before = std::mem::replace(gap, Gap::Space);
    tokens.push(Token {
        text: text.to_owned(),
        capitals: false,
        dotted: false,
        initials: false,
        elided: 0,
        gap: before,
    });
}

/// Joins `J. P.` and `e. V.`: single letters, each with its dot, with a space between.
fn join_spaced_initials(tokens: &mut Vec<Token>) {
    let mut at = 1;
    while at < tokens.len() {
        let [before, after] = [&tokens[at - 1], &tokens[at]];
        let single = |token: &Token| token.dotted && (token.initials || token.text.chars().count() == 1);
        if single(before) && single(after) && after.gap == Gap::Space && after.text.chars().count() == 1 {
            let text = tokens.remove(at).text;
            tokens[at - 1].text.push_str(&text);
            tokens[at - 1].initials = true;
            tokens[at - 1].capitals = true;
        } else {
            at += 1;
        }
    }
}

/// A word while it is read.
#[derive(Default)]
struct Word {
    text: String,
    letters: usize,
    capitals: usize,
    segment: usize,
    dotted: bool,
    initials: bool,
    elided: usize,
}

impl Word {
    fn push(&mut self, c: char) {
        self.segment += 1;
        if c.is_alphabetic() {
            self.letters += 1;
            if !c.is_lowercase() {
                self.capitals += usize::from(c.is_uppercase());
            }
        }
        if c.is_ascii() {
            self.text.push(c.to_ascii_lowercase());
        } else {
            self.text.push(c);
        }
    }

    fn apostrophe(&mut self) {
        if self.elided == 0 && self.text.len() <= 4 {
            self.elided = self.text.len();
        }
    }

    fn finish(&mut self, tokens: &mut Vec<Token>, gap: &mut Gap) {
        if self.text.is_empty() {
            return;
        }
        let mut text = std::mem::take(&mut self.text);
        if !text.is_ascii() {
            text = words::fold(&text);
            // Folding may leave marks that are no letters.
            text.retain(is_word_character);
        }
        if !text.is_empty() {
            let capitals = self.letters > 1 && self.capitals >= 2 && self.capitals * 2 > self.letters;
            let elided = if self.elided < text.len() && text.is_ascii() {
                self.elided as u8
            } else {
                0
            };
            let before = std::mem::replace(gap, Gap::Space);
            tokens.push(Token {
                text,
                capitals,
                dotted: self.dotted,
                initials: self.initials,
                elided,
                gap: before,
            });
        }
        *self = Word::default();
    }
}

fn is_word_character(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    c.is_alphanumeric()
        || matches!(
            CodePointMapData::<GeneralCategory>::new().get(c),
            GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark
        )
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{2019}' | '\u{2018}' | '\u{201b}' | '\u{2032}' | '\u{b4}' | '`' | '\u{2bb}'..='\u{2bf}'
    )
}
