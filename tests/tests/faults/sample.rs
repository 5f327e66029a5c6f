//! A choice that is the same each time, and that a seed decides.

/// A sequence of numbers that a seed decides (SplitMix64).
#[derive(Debug, Clone)]
pub struct Numbers(u64);

impl Numbers {
    /// The sequence of a seed.
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is above 0.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end as u64)).expect("BUG: it is below a usize")
    }

    /// Whether it comes true, so many times in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// At most so many of these, chosen by the seed; all of them where there are no more.
pub fn sample<T>(mut from: Vec<T>, most: usize, seed: u64) -> Vec<T> {
    let mut numbers = Numbers::of(seed);
    for place in 0..most.min(from.len()) {
        let other = place + numbers.below(from.len() - place);
        from.swap(place, other);
    }
    from.truncate(most);
    from
}
