//! Logos: how large each prints, and the pictures behind them.
//!
//! Logos of one height would make a long one shout and a square one whisper. So each has the same area, within limits of
//! height and of the width of its place in the row.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BlockEntry, PartKind, SignatoryBlock};

/// The width of the text on a page of US Letter with margins of one inch, in twips (1/20 point).
const TEXT_WIDTH: u32 = 9360;
/// What stays free at each side of a logo.
const APART: u32 = 140;
/// The side of a square logo is at most this, and no logo is higher.
const LARGEST_SQUARE: f64 = 1360.0;
const HIGHEST: f64 = 1500.0;
/// The side of a square logo, as a part of the room that it has.
const SQUARE: f64 = 0.48;

/// An organization's logo as it is kept: a PNG of 8-bit RGB that is not interlaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// What the picture is kept under: its SHA-256, in lower-case hexadecimal.
    pub picture: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// A logo as it prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "block/")]
pub struct PrintedLogo {
    /// What the picture is kept under.
    pub picture: String,
    /// How wide it prints, in twips (1/20 point).
    pub width: u32,
    /// How high it prints, in twips.
    pub height: u32,
}

impl PrintedLogo {
    /// A logo in a row of so many.
    pub(super) fn new(logo: &Logo, in_row: usize) -> Self {
        let room = f64::from(place_width(in_row).saturating_sub(2 * APART));
        let side = (room * SQUARE).min(LARGEST_SQUARE);
        let shape = f64::from(logo.width.max(1)) / f64::from(logo.height.max(1));
        // The width and height of the same area, then made smaller in their shape where they are too large.
        let (width, height) = (side * shape.sqrt(), side / shape.sqrt());
        let by = (room / width).min(HIGHEST / height).min(1.0);
        let twips = |length: f64| ((length * by).round() as u32).max(1);
        Self {
            picture: logo.picture.clone(),
            width: twips(width),
            height: twips(height),
        }
    }
}

/// How wide the place of each logo is in a row of so many, in twips.
pub(super) fn place_width(in_row: usize) -> u32 {
    TEXT_WIDTH / u32::try_from(in_row.max(1)).unwrap_or(1)
}

/// The pictures of a block, by what they are kept under.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pictures(BTreeMap<String, Arc<[u8]>>);

impl Pictures {
    /// Brings a picture.
    pub fn bring(&mut self, name: String, png: Vec<u8>) {
        self.0.insert(name, png.into());
    }

    /// The bytes of a picture, if it was brought.
    pub fn get(&self, name: &str) -> Option<&Arc<[u8]>> {
        self.0.get(name)
    }
}

impl SignatoryBlock {
    /// What the pictures of its logos are kept under, each once, in the order of the block.
    pub fn picture_names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let logos = self.groups.iter().flat_map(|group| &group.entries);
        let mut seen = std::collections::HashSet::new();
        for logo in logos.filter_map(|entry| entry.logo.as_ref()) {
            if seen.insert(logo.picture.as_str()) {
                names.push(logo.picture.clone());
            }
        }
        names
    }

    /// The logo of an entry with its picture; none where the name prints.
    pub(super) fn logo<'b>(&'b self, entry: &'b BlockEntry) -> Option<(&'b PrintedLogo, &'b [u8])> {
        let logo = entry.logo.as_ref()?;
        Some((logo, self.pictures.get(&logo.picture)?.as_ref()))
    }
}

impl BlockEntry {
    /// The name that signed, which is also what a screen reader says in the place of its logo.
    pub fn name(&self) -> String {
        let name = self.parts.iter().find(|part| part.kind == PartKind::Name);
        name.map_or_else(|| self.text(), |part| part.text.clone().into_owned())
    }
}

/// The width and height in pixels of a PNG that can be printed as a logo: 8-bit RGB, not interlaced.
pub fn picture_size(png: &[u8]) -> Option<(u32, u32)> {
    Packed::read(png).map(|packed| (packed.width, packed.height))
}

/// The pixels of a PNG as they are packed in it, for a format that unpacks them in the same way.
pub(super) struct Packed {
    pub(super) width: u32,
    pub(super) height: u32,
    /// What the data chunks hold: zlib over rows of RGB, each behind the number of its filter.
    pub(super) data: Vec<u8>,
}

impl Packed {
    /// Reads a PNG (ISO/IEC 15948) of 8-bit RGB that is not interlaced; none for any other.
    pub(super) fn read(png: &[u8]) -> Option<Self> {
        /// Bits a channel, colour type, compression, filter, interlacing.
        const PLAIN_RGB: [u8; 5] = [8, 2, 0, 0, 0];
        let mut rest = png.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
        let mut packed: Option<Self> = None;
        while let Some((head, after)) = rest.split_first_chunk::<8>() {
            let [a, b, c, d, kind @ ..] = *head;
            let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).ok()?;
            let content = after.get(..length)?;
            rest = after.get(length.checked_add(4)?..)?;
            match (&kind, &mut packed) {
                (b"IHDR", None) => {
                    let (width, others) = content.split_first_chunk::<4>()?;
                    let (height, others) = others.split_first_chunk::<4>()?;
                    if others != PLAIN_RGB {
                        return None;
                    }
                    packed = Some(Self {
                        width: u32::from_be_bytes(*width),
                        height: u32::from_be_bytes(*height),
                        data: Vec::new(),
                    });
                }
                (b"IDAT", Some(packed)) => packed.data.extend_from_slice(content),
                (b"IEND", Some(_)) => return packed,
                _ => {}
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(width: u32, height: u32, in_row: usize) -> (u32, u32) {
        let logo = Logo {
            picture: String::new(),
            width,
            height,
        };
        let printed = PrintedLogo::new(&logo, in_row);
        (printed.width, printed.height)
    }

    #[test]
    fn logos_of_any_shape_have_the_same_area() {
        let area = |(width, height): (u32, u32)| f64::from(width) * f64::from(height);
        let square = area(printed(300, 300, 4));
        for (width, height) in [(600, 300), (640, 213), (200, 250), (12, 9)] {
            let other = area(printed(width, height, 4));
            assert!(
                (other / square - 1.0).abs() < 0.01,
                "{width} by {height}: {other} beside {square}"
            );
        }
    }

    #[test]
    fn none_is_wider_than_its_place_or_too_high() {
        for in_row in 1..=6 {
            for (width, height) in [(640, 10), (640, 640), (10, 640), (1, 1)] {
                let (wide, high) = printed(width, height, in_row);
                assert!(
                    wide + 2 * APART <= place_width(in_row),
                    "{wide} in a row of {in_row}"
                );
                assert!(high <= 1500, "{high}");
                assert!(wide >= 1 && high >= 1);
            }
        }
        // In its own shape all the same.
        let (wide, high) = printed(640, 64, 4);
        assert_eq!(wide / high, 10);
    }
}
