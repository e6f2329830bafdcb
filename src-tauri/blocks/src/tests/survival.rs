//! Property tests: whatever the names are, each format gives them back and nothing in them acts.
//!
//! Each format is read back by a small reader of its own, written from the format's rules and not from the
//! renderer.

use super::*;
use proptest::prelude::*;

/// Names as people and attackers write them.
fn any_name() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Elm",
        "&",
        "<b>",
        "</li>",
        "\\",
        "\\input{x}",
        "{",
        "}",
        "[a](b)",
        "*",
        "_",
        "__x__",
        "`",
        "#",
        "1. ",
        "- ",
        "+",
        "=",
        "===",
        "---",
        "> ",
        "|",
        "~~~",
        "&amp;",
        "&#39;",
        "<!--",
        "-->",
        "\"",
        "'",
        "’",
        "“",
        ", Inc.",
        ";",
        "\n",
        "\r\n",
        "\t",
        "\u{202e}",
        "\u{2067}",
        "\u{2069}",
        "\u{0}",
        "\u{1b}[2J",
        "שלום",
        "عدالة",
        "東京",
        "👩‍👩‍👧",
        "e\u{301}",
        " ",
        "  ",
        "\u{a0}",
        "=cmd|' /C calc'!A0",
        "@SUM",
        "\\u8226 ?",
        "{\\rtf1",
        "$x^2$",
        "%",
        "https://elm.example",
        "www.elm.example",
        "a@b.example",
        "\u{ffff}",
        "\u{2028}",
        "!",
        "![x](y)",
        "<javascript:x>",
        ")",
        "10)",
        "\\\\",
    ]);
    prop_oneof![
        4 => prop::collection::vec(pieces, 1..8).prop_map(|pieces| pieces.concat()),
        2 => "\\PC{1,40}",
        1 => any::<String>(),
        1 => "[a-zA-Z]{1000}",
        1 => "([a-zA-Z\\\\*_<&]{1,12} ?){80}",
    ]
}

pub(super) fn any_names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(any_name(), 1..6)
}

pub(super) fn any_layout() -> impl Strategy<Value = Layout> {
    // A line to sign on is no name.
    let listing = |layout: &Layout| *layout != Layout::Wet;
    prop::sample::select(Layout::ALL.iter().copied().filter(listing).collect::<Vec<_>>())
}

/// A block of these names in the order given, and the names as they have to come back.
pub(super) fn block_of(names: &[String], layout: Layout) -> (SignatoryBlock, Vec<String>) {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let options = BlockOptions {
        layout,
        order: Order::Entered,
        ..BlockOptions::default()
    };
    let block = arranged(&named(&names), &options);
    let printed = block
        .groups
        .iter()
        .flat_map(|group| &group.entries)
        .map(BlockEntry::text)
        .collect();
    (block, printed)
}

/// The sentence that prose must be, put together without a renderer.
pub(super) fn joined(block: &SignatoryBlock) -> String {
    let mut text = String::new();
    for group in &block.groups {
        for entry in &group.entries {
            text += &entry.text();
            text += &entry.after;
        }
        text += &group.stop;
    }
    text
}

/// What HTML shows: tags taken out, the five references resolved. Fails on any tag or attribute the renderer
/// does not own.
fn html_texts(html: &str) -> Vec<String> {
    const TAGS: &[&str] = &[
        "meta", "div", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "bdi", "br", "h3",
        "sup", "strong",
    ];
    let mut texts = vec![String::new()];
    // The rules for print stand before everything that comes from a name.
    let mut rest = match html.split_once("</style>") {
        Some((rules, rest)) if rules.matches('<').count() == 2 => rest,
        _ => html,
    };
    while let Some(at) = rest.find('<') {
        texts.last_mut().unwrap().push_str(&rest[..at]);
        let end = at + rest[at..].find('>').expect("every tag ends");
        let tag = rest[at + 1..end].trim_start_matches('/');
        let name = tag.split(' ').next().unwrap();
        assert!(TAGS.contains(&name), "unknown tag {tag}");
        assert!(!tag.contains(['<', '&']), "{tag}");
        if name != "bdi" {
            texts.push(String::new());
        }
        rest = &rest[end + 1..];
    }
    texts
        .into_iter()
        .map(|text| {
            assert!(!text.contains('>'), "{text}");
            text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
        })
        .filter(|text| !text.chars().all(|c| c == '\n'))
        .collect()
}

/// A line of CommonMark without its backslash escapes. Fails where a character that always formats stands
/// bare.
fn unescaped_markdown(line: &str) -> String {
    let mut text = String::new();
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' if characters.peek().is_some_and(char::is_ascii_punctuation) => {
                text.extend(characters.next())
            }
            '*' | '`' | '[' | ']' | '<' | '|' => panic!("{c} stands bare in {line}"),
            _ => text.push(c),
        }
    }
    text
}

/// LaTeX as it prints, for the commands that the renderer writes inside names. Fails on any other command.
fn unescaped_latex(source: &str) -> String {
    const COMMANDS: &[(&str, &str)] = &[
        ("textbackslash{}", "\\"),
        ("textasciitilde{}", "~"),
        ("textasciicircum{}", "^"),
        ("textless{}", "<"),
        ("textgreater{}", ">"),
        ("textbar{}", "|"),
        ("symbol{34}", "\""),
        ("textquotesingle{}", "'"),
        ("textasciigrave{}", "`"),
        ("{", "{"),
        ("}", "}"),
        ("$", "$"),
        ("&", "&"),
        ("#", "#"),
        ("%", "%"),
        ("_", "_"),
    ];
    let mut text = String::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' => {
                let found = COMMANDS.iter().find(|(command, _)| rest.starts_with(command));
                let (command, meaning) = found.unwrap_or_else(|| panic!("unknown command in {source}"));
                text.push_str(meaning);
                rest = &rest[command.len()..];
            }
            '~' => text.push('\u{a0}'),
            '{' | '}' => {}
            '$' | '&' | '#' | '%' | '_' | '^' => panic!("{c} stands bare in {source}"),
            _ => text.push(c),
        }
    }
    text
}

/// RTF as it prints, for what the renderer writes inside names. Fails on any other control word or open
/// brace.
fn unescaped_rtf(source: &str) -> String {
    let mut units: Vec<u16> = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' if rest.starts_with(['\\', '{', '}']) => {
                units.push(u16::from(rest.as_bytes()[0]));
                rest = &rest[1..];
            }
            '\\' => {
                let number = rest
                    .strip_prefix('u')
                    .unwrap_or_else(|| panic!("unknown control word in {source}"));
                let end = number.find('?').unwrap();
                units.push(number[..end].parse::<i16>().unwrap().cast_unsigned());
                rest = &number[end + 1..];
            }
            '{' | '}' => panic!("{c} stands bare in {source}"),
            _ => units.push(c as u16),
        }
    }
    String::from_utf16(&units).unwrap()
}

fn csv_rows(csv: &str) -> Vec<String> {
    let mut rows = vec![String::new()];
    let mut quoted = false;
    let mut characters = csv.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted && characters.peek() == Some(&'"') => {
                rows.last_mut().unwrap().extend(characters.next())
            }
            '"' => quoted = !quoted,
            '\n' if !quoted => rows.push(String::new()),
            _ => rows.last_mut().unwrap().push(c),
        }
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn printed_names_stand_on_one_line_and_say_the_same(name in any_name()) {
        let (_, printed) = block_of(std::slice::from_ref(&name), Layout::Lines);
        // Without white space, control characters and direction marks nothing may differ.
        let said = |text: &str| -> String {
            text.chars()
                .filter(|c| !c.is_whitespace() && !c.is_control())
                .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}'))
                .filter(|c| (*c as u32) & 0xfffe != 0xfffe)
                .collect()
        };
        prop_assert_eq!(said(&name), said(&printed.concat()));
        let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        prop_assert!(!printed.concat().contains(breaks));
    }

    #[test]
    fn text_gives_the_names_back(names in any_names()) {
        let (block, printed) = block_of(&names, Layout::Lines);
        prop_assert_eq!(text::render(&block), printed.join("\n"));
        let (block, _) = block_of(&names, Layout::Prose);
        prop_assert_eq!(text::render(&block), joined(&block));
    }

    #[test]
    fn text_columns_lose_no_character(names in any_names()) {
        let (block, printed) = block_of(&names, Layout::Columns);
        let count = |text: &str| { let mut all: Vec<char> = text.chars().filter(|c| *c != ' ' && *c != '\n').collect(); all.sort_unstable(); all };
        prop_assert_eq!(count(&text::render(&block)), count(&printed.concat()));
    }

    #[test]
    fn html_gives_the_names_back(names in any_names(), layout in any_layout()) {
        let (block, printed) = block_of(&names, layout);
        let texts = html_texts(&html::render(&block));
        match layout {
            Layout::Prose => prop_assert_eq!(texts, if printed.is_empty() { vec![] } else { vec![joined(&block)] }),
            Layout::Table => prop_assert_eq!(texts.get(1..).unwrap_or_default(), printed),
            _ => prop_assert_eq!(texts, printed),
        }
    }

    #[test]
    fn markdown_gives_the_names_back(names in any_names()) {
        let (block, printed) = block_of(&names, Layout::Lines);
        let source = markdown::render(&block);
        let lines: Vec<String> = if source.is_empty() { vec![] } else {
            source.split("\\\n").map(unescaped_markdown).collect()
        };
        prop_assert_eq!(lines, printed);
    }

    #[test]
    fn latex_gives_the_names_back(names in any_names()) {
        let (block, printed) = block_of(&names, Layout::Lines);
        let source = latex::render(&block);
        let body = source.strip_prefix("\\begin{flushleft}\\interlinepenalty=10000\n").and_then(|rest| rest.strip_suffix("\n\\end{flushleft}"));
        let lines: Vec<String> = body.map(|body| body.split("\\par\n").map(|line| unescaped_latex(line.strip_prefix("\\hangindent=1em ").unwrap())).collect()).unwrap_or_default();
        prop_assert_eq!(lines, printed);
    }

    #[test]
    fn rtf_gives_the_names_back(names in any_names()) {
        let (block, printed) = block_of(&names, Layout::Lines);
        let source = rtf::render(&block);
        prop_assert!(source.is_ascii());
        let lines: Vec<String> = source
            .lines()
            .filter_map(|line| line.strip_prefix("\\pard\\plain\\f0\\fs24\\keep\\fi-240\\li240 ")?.strip_suffix("\\par"))
            .map(unescaped_rtf)
            .collect();
        prop_assert_eq!(lines, printed);
    }

    #[test]
    fn csv_gives_the_names_back_and_no_formula(names in any_names()) {
        let (block, printed) = block_of(&names, Layout::Lines);
        let rows = csv_rows(&csv::render(&block));
        for (row, name) in rows.iter().skip(1).zip(&printed) {
            prop_assert!(!row.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']));
            let guarded = format!("'{name}");
            prop_assert!(row == name || *row == guarded, "{} {}", row, name);
        }
        prop_assert_eq!(rows.len().saturating_sub(1), printed.len());
    }

    #[test]
    fn the_reader_of_tables_reads_the_csv_back_exactly(names in any_names()) {
        let (block, printed) = block_of(&names, Layout::Lines);
        // A name with a bar or a semicolon in it is read as several.
        if !printed.is_empty() && !printed.iter().any(|name| name.contains(['|', ';'])) {
            let reading = reading::csv::read_text(&csv::render(&block), Some(',')).unwrap();
            let read: Vec<&str> = reading.table.rows().skip(1).map(|row| row.cell(0)).collect();
            prop_assert_eq!(read, printed);
        }
    }
}
