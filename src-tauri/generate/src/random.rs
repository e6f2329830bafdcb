//! Numbers that look random and are the same for the same seed, on every machine and with every version of any library.
//!
//! SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014. Good enough to make things up;
//! never for keys.

/// A row of numbers that a seed decides.
#[derive(Debug, Clone)]
pub(super) struct Random {
    state: u64,
}

impl Random {
    /// The row of a seed and of what it is for, so that more of one thing does not change another.
    pub(super) fn new(seed: u64, purpose: u64) -> Self {
        let mut random = Self { state: seed };
        random.state = random.number() ^ purpose.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        random
    }

    /// The next number, of 64 bits.
    pub(super) fn number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `end`; 0 when that is 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        // The high half of the product: Lemire, "Fast random integer generation in an interval", 2019, without the last
        // correction, which no list made up here would show.
        ((u128::from(self.number()) * end as u128) >> 64) as usize
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// True in so many of a hundred cases.
    pub(super) fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// True in so many of a thousand cases.
    pub(super) fn permille(&mut self, permille: usize) -> bool {
        self.below(1000) < permille
    }

    /// One of several; the empty value when there is none.
    pub(super) fn pick<T: Copy + Default>(&mut self, from: &[T]) -> T {
        from.get(self.below(from.len())).copied().unwrap_or_default()
    }

    /// One of several by their weights; the first when there is none or they weigh nothing.
    pub(super) fn weighted<T: Copy>(&mut self, from: &[(usize, T)]) -> Option<T> {
        let mut at = self.below(from.iter().map(|(weight, _)| weight).sum());
        for (weight, value) in from {
            if at < *weight {
                return Some(*value);
            }
            at -= weight;
        }
        from.first().map(|(_, value)| *value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_published_algorithm() {
        // The first numbers of SplitMix64 from 1234567, as its reference implementation in C prints them.
        let mut random = Random { state: 1_234_567 };
        assert_eq!(random.number(), 6_457_827_717_110_365_317);
        assert_eq!(random.number(), 3_203_168_211_198_807_973);
        assert_eq!(random.number(), 9_817_491_932_198_370_423);
    }

    #[test]
    fn numbers_stay_within_their_bounds_and_reach_them() {
        let mut random = Random::new(1, 1);
        let mut seen = [false; 7];
        for _ in 0..1_000 {
            seen[random.between(0, 6)] = true;
        }
        assert_eq!(seen, [true; 7]);
        assert_eq!(random.below(0), 0);
        assert_eq!(random.weighted::<u8>(&[]), None);
    }
}
