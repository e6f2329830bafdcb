//! The container of old Office files (MS-CFB): a little file system, of which one stream is wanted.
//!
//! Every chain of sectors is followed for at most as many steps as there are sectors, so that a loop ends.

use crate::problem::FileError;

const END: u32 = 0xFFFF_FFFE;

/// A container that is open.
pub struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    mini_sector: usize,
    mini_below: u64,
    chains: Vec<u32>,
    mini_chains: Vec<u32>,
    entries: Vec<Entry>,
}

/// A stream of the container.
struct Entry {
    name: String,
    kind: u8,
    start: u32,
    size: u64,
    /// The entries before and behind it in its folder, and the first of its own, by their places.
    beside: [u32; 2],
    below: u32,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

impl<'a> Compound<'a> {
    /// Opens a container.
    pub fn open(bytes: &'a [u8]) -> Result<Self, FileError> {
        Self::try_open(bytes).ok_or(FileError::Damaged)
    }

    fn try_open(bytes: &'a [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 30)?;
        let mini_shift = u16_at(bytes, 32)?;
        if !(7..=16).contains(&shift) || !(2..=shift).contains(&mini_shift) {
            return None;
        }
        let mut compound = Self {
            bytes,
            sector: 1 << shift,
            mini_sector: 1 << mini_shift,
            mini_below: u64::from(u32_at(bytes, 56)?),
            chains: Vec::new(),
            mini_chains: Vec::new(),
            entries: Vec::new(),
        };
        // Where the table of chains is: 109 sectors in the header, the rest in a chain of their own.
        let most = bytes.len() / compound.sector + 2;
        let mut tables: Vec<u32> = (0..109).filter_map(|at| u32_at(bytes, 76 + at * 4)).collect();
        let mut next = u32_at(bytes, 68)?;
        let mut steps = 0;
        while next < END - 1 && steps < most && tables.len() < most + 109 {
            let sector = compound.sector_at(next)?;
            let words = sector.len() / 4;
            tables.extend((0..words - 1).filter_map(|at| u32_at(sector, at * 4)));
            next = u32_at(sector, (words - 1) * 4)?;
            steps += 1;
        }
        for table in tables.into_iter().filter(|table| *table < END - 1).take(most) {
            let sector = compound.sector_at(table)?;
            compound
                .chains
                .extend((0..sector.len() / 4).filter_map(|at| u32_at(sector, at * 4)));
        }
        let directory = compound.chain(u32_at(bytes, 48)?, u64::MAX);
        compound.entries = directory.chunks_exact(128).filter_map(entry).collect();
        let mini = compound.chain(u32_at(bytes, 60)?, u64::MAX);
        compound.mini_chains = (0..mini.len() / 4)
            .filter_map(|at| u32_at(&mini, at * 4))
            .collect();
        Some(compound)
    }

    fn sector_at(&self, number: u32) -> Option<&'a [u8]> {
        let start = (usize::try_from(number).ok()?.checked_add(1)?).checked_mul(self.sector)?;
        let end = (start + self.sector).min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| sector.len() >= 8)
    }

    /// The bytes of a chain of sectors, this many at most. What is missing at the end is missing.
    fn chain(&self, start: u32, size: u64) -> Vec<u8> {
        let mut out = Vec::new();
        let size = usize::try_from(size).unwrap_or(usize::MAX).min(self.bytes.len());
        let mut next = start;
        for _ in 0..=self.bytes.len() / self.sector {
            let Some(sector) = self.sector_at(next).filter(|_| out.len() < size) else {
                break;
            };
            out.extend_from_slice(sector);
            next = self.chains.get(next as usize).copied().unwrap_or(END);
        }
        out.truncate(size);
        out
    }

    /// Whether there is a stream of this name.
    pub fn has(&self, name: &str) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of a stream.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self
            .entries
            .iter()
            .find(|entry| entry.kind == 2 && entry.name.eq_ignore_ascii_case(name))?;
        self.bytes_of(entry)
    }

    /// The bytes of a stream that stands in no folder: a container in it has streams of the same names.
    pub fn stream_of_root(&self, name: &str) -> Option<Vec<u8>> {
        let root = self.entries.iter().find(|entry| entry.kind == 5)?;
        let mut waiting = vec![root.below];
        // A loop ends when as many were looked at as there are.
        for _ in 0..=2 * self.entries.len() {
            let at = waiting.pop()?;
            let Some(entry) = self.entries.get(at as usize) else {
                continue;
            };
            if entry.kind == 2 && entry.name.eq_ignore_ascii_case(name) {
                return self.bytes_of(entry);
            }
            waiting.extend(entry.beside);
        }
        None
    }

    fn bytes_of(&self, entry: &Entry) -> Option<Vec<u8>> {
        if entry.size >= self.mini_below {
            return Some(self.chain(entry.start, entry.size));
        }
        // Small streams are in small sectors, all of which are in the stream of the root.
        let root = self.entries.iter().find(|entry| entry.kind == 5)?;
        let container = self.chain(root.start, root.size);
        let mut out = Vec::new();
        let size = usize::try_from(entry.size).ok()?;
        let mut next = entry.start;
        for _ in 0..=container.len() / self.mini_sector {
            let start = (next as usize).checked_mul(self.mini_sector)?;
            let Some(sector) = container
                .get(start..(start + self.mini_sector).min(container.len()))
                .filter(|_| out.len() < size)
            else {
                break;
            };
            out.extend_from_slice(sector);
            next = self.mini_chains.get(next as usize).copied().unwrap_or(END);
        }
        out.truncate(size);
        Some(out)
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, 64)?).min(64);
    let units: Vec<u16> = (0..length / 2)
        .filter_map(|at| u16_at(bytes, at * 2))
        .take_while(|unit| *unit != 0)
        .collect();
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        kind: *bytes.get(66)?,
        beside: [u32_at(bytes, 68)?, u32_at(bytes, 72)?],
        below: u32_at(bytes, 76)?,
        start: u32_at(bytes, 116)?,
        // The upper half is garbage in old files.
        size: u64::from(u32_at(bytes, 120)?),
    })
}
