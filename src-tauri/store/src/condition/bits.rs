//! Rows of a long list by their place among all ids, the smallest first: which place an id has, and a bit for each.

/// Rows of a list, a bit each by their place.
pub struct Bits(Vec<u64>);

impl Bits {
    /// None of so many rows.
    pub fn none(rows: usize) -> Self {
        Self(vec![0; rows.div_ceil(64)])
    }

    /// Every one of so many rows.
    pub fn all(rows: usize) -> Self {
        let mut bits = Self(vec![u64::MAX; rows.div_ceil(64)]);
        if let Some(last) = bits.0.last_mut().filter(|_| !rows.is_multiple_of(64)) {
            *last = (1 << (rows % 64)) - 1;
        }
        bits
    }

    /// Takes a row in, or out.
    pub fn set(&mut self, place: u32, on: bool) {
        if let Some(bits) = self.0.get_mut(place as usize / 64) {
            let bit = 1 << (place % 64);
            *bits = if on { *bits | bit } else { *bits & !bit };
        }
    }

    /// Whether a row is in it.
    pub fn has(&self, place: u32) -> bool {
        self.0
            .get(place as usize / 64)
            .is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }

    /// Leaves only the rows that are in both.
    pub fn keep(&mut self, others: &Self) {
        for (bits, other) in self.0.iter_mut().zip(&others.0) {
            *bits &= other;
        }
    }

    /// How many rows are in it.
    pub fn count(&self) -> u32 {
        self.0.iter().map(|bits| bits.count_ones()).sum()
    }

    /// The rows in it, in order.
    pub fn places(&self) -> impl Iterator<Item = u32> {
        let each = self.0.iter().zip(0_u32..);
        each.flat_map(|(bits, at)| {
            let mut left = *bits;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(at * 64 + bit)
            })
        })
    }
}

/// The places of ids among all.
pub struct Places<'a> {
    ids: &'a [i64],
    /// Where the one after the last one found stands: ids mostly come in their order.
    next: usize,
}

impl<'a> Places<'a> {
    /// For ids in ascending order.
    pub fn of(ids: &'a [i64]) -> Self {
        Self { ids, next: 0 }
    }

    /// Where an id stands; fastest when asked in ascending order.
    pub fn find(&mut self, id: i64) -> Option<u32> {
        let at = if self.ids.get(self.next) == Some(&id) {
            self.next
        } else {
            self.ids.binary_search(&id).ok()?
        };
        self.next = at + 1;
        u32::try_from(at).ok()
    }
}
