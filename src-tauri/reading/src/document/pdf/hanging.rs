//! Names that go on indented below their beginning: in a list set so, as directories are, the lines of one name are put together
//! again, and columns of such names follow each other.
//!
//! The text of a page has no indents, and a name that was broken would be two.

use super::{Line, Stretch};

/// How far two places may be apart to be one, in points.
const NEAR: f64 = 1.5;

/// Where lines of one column begin, and where those that go on.
#[derive(Debug, Clone, Copy)]
struct Edge {
    begins: f64,
    goes_on: f64,
}

/// The lines of a page with the indented ones joined to those that they go on from; with several columns of them, those lines one column after
/// the other. Where nothing hangs, the lines as they are.
pub(super) fn joined(lines: Vec<Line>) -> Vec<Line> {
    let edges = edges(&lines);
    if edges.is_empty() {
        return lines;
    }
    let column = |stretch: &Stretch| {
        edges
            .iter()
            .position(|edge| is_at(stretch.x, edge.begins) || is_at(stretch.x, edge.goes_on))
    };
    let mut out: Vec<Line> = Vec::new();
    let mut columns: Vec<Vec<Line>> = edges.iter().map(|_| Vec::new()).collect();
    for line in lines {
        if !line.stretches.iter().all(|stretch| column(stretch).is_some()) {
            out.extend(columns.iter_mut().flat_map(std::mem::take));
            out.push(line);
            continue;
        }
        for stretch in line.stretches {
            let Some(at) = column(&stretch) else { continue };
            match columns[at]
                .last_mut()
                .and_then(|above| above.stretches.last_mut())
            {
                Some(above) if is_at(stretch.x, edges[at].goes_on) => {
                    above.text.truncate(above.text.trim_end().len());
                    above.text.push(' ');
                    above.text.push_str(&stretch.text);
                }
                _ => columns[at].push(Line {
                    apart: line.apart,
                    stretches: vec![stretch],
                }),
            }
        }
    }
    out.extend(columns.into_iter().flatten());
    out
}

fn is_at(x: f64, place: f64) -> bool {
    (x - place).abs() < NEAR
}

/// The columns in which lines go on indented: there are two of them at least, and of those that are indented by the same, at most one in five stands
/// below a line that had room for its first word. Where one column hangs, the others are told by where their lines begin.
fn edges(lines: &[Line]) -> Vec<Edge> {
    let all = || lines.iter().flat_map(|line| &line.stretches);
    let mut places: Vec<(f64, usize)> = Vec::new();
    for stretch in all() {
        match places.iter_mut().find(|(place, _)| is_at(stretch.x, *place)) {
            Some((_, count)) => *count += 1,
            None => places.push((stretch.x, 1)),
        }
        if places.len() > MOST_PLACES {
            return Vec::new();
        }
    }
    let mut found: Vec<Edge> = Vec::new();
    let mut indent = None;
    for &(begins, count) in places.iter().filter(|(_, count)| *count > 2) {
        let size = all()
            .find(|stretch| is_at(stretch.x, begins))
            .map_or(0.0, |stretch| stretch.size);
        for &(goes_on, _) in places
            .iter()
            .filter(|(_, hanging)| *hanging > 1 && *hanging < count)
        {
            let by = goes_on - begins;
            if (0.6 * size..3.0 * size).contains(&by) && hangs(lines, begins, goes_on) {
                found.push(Edge { begins, goes_on });
                indent = Some(by);
            }
        }
    }
    // A column in which one name alone was broken, or none.
    if let Some(by) = indent {
        for &(begins, count) in &places {
            let known = found
                .iter()
                .any(|edge| is_at(begins, edge.begins) || is_at(begins, edge.goes_on));
            if count > 2 && !known {
                found.push(Edge {
                    begins,
                    goes_on: begins + by,
                });
            }
        }
    }
    found.sort_by(|a, b| a.begins.total_cmp(&b.begins));
    found
}

/// More places than this at which lines begin, and the page is no list.
const MOST_PLACES: usize = 60;

/// Whether what is indented to a place goes on from the line above it in its column.
fn hangs(lines: &[Line], begins: f64, goes_on: f64) -> bool {
    let mut width: f64 = 0.0;
    for stretch in lines.iter().flat_map(|line| &line.stretches) {
        if is_at(stretch.x, begins) || is_at(stretch.x, goes_on) {
            width = width.max(stretch.end);
        }
    }
    let (mut indented, mut no_room) = (0, 0);
    for pair in lines.windows(2) {
        let of =
            |line: &'_ Line, place: f64| line.stretches.iter().position(|stretch| is_at(stretch.x, place));
        let Some(at) = of(&pair[1], goes_on) else { continue };
        indented += 1;
        let Some(above) = of(&pair[0], begins).or_else(|| of(&pair[0], goes_on)) else {
            continue;
        };
        let stretch = &pair[1].stretches[at];
        let room = width - pair[0].stretches[above].end;
        // A space is about a quarter of the size of the letters.
        no_room += usize::from(stretch.word - stretch.x + 0.25 * stretch.size > room - NEAR);
    }
    indented > 1 && no_room * 5 >= indented * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of text at places, each letter six points wide.
    fn page(lines: &[&[(f64, &str)]]) -> Vec<Line> {
        let width = |text: &str| 6.0 * text.chars().count() as f64;
        let stretch = |&(x, text): &(f64, &str)| Stretch {
            x,
            end: x + width(text),
            word: x + width(text.split(' ').next().unwrap_or_default()),
            size: 11.0,
            text: text.to_owned(),
        };
        let line = |stretches: &&[(f64, &str)]| Line {
            apart: false,
            stretches: stretches.iter().map(stretch).collect(),
        };
        lines.iter().map(line).collect()
    }

    fn texts(lines: Vec<Line>) -> Vec<String> {
        let text = |line: Line| {
            let texts: Vec<String> = line.stretches.into_iter().map(|stretch| stretch.text).collect();
            texts.join("\t")
        };
        lines.into_iter().map(text).collect()
    }

    #[test]
    fn names_that_go_on_indented_are_whole_and_their_columns_follow_each_other() {
        let lines = page(&[
            &[(70.0, "Signed by")],
            &[(50.0, "Alder Union of Brixley"), (250.0, "Elm League")],
            &[(50.0, "Birch Society for the"), (250.0, "Fir Fund of the Upper")],
            &[(62.0, "Upkeep of Quiet"), (262.0, "River")],
            &[(62.0, "Harbors"), (250.0, "Grove Watch")],
            &[(50.0, "Cedar Club"), (250.0, "Hill Trust")],
            &[(50.0, "Dune Watch of the Lower"), (250.0, "Ivy Workers")],
            &[(62.0, "River")],
        ]);
        assert_eq!(
            texts(joined(lines)),
            [
                "Signed by",
                "Alder Union of Brixley",
                "Birch Society for the Upkeep of Quiet Harbors",
                "Cedar Club",
                "Dune Watch of the Lower River",
                "Elm League",
                "Fir Fund of the Upper River",
                "Grove Watch",
                "Hill Trust",
                "Ivy Workers",
            ]
        );
    }

    #[test]
    fn titles_that_stand_indented_below_names_stay_lines() {
        let lines = || {
            page(&[
                &[(50.0, "Ana Mora")],
                &[(62.0, "Director of the Alder Union of Brixley")],
                &[(50.0, "Bo Lind")],
                &[(62.0, "Chair of Birch")],
                &[(50.0, "Cy Dahl")],
                &[(62.0, "Clerk")],
                &[(50.0, "Di Falk, whose office nobody wrote down")],
            ])
        };
        assert_eq!(texts(joined(lines())), texts(lines()));
    }
}
