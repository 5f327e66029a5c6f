//! How many places each holder has.

use std::collections::HashMap;
use std::hash::Hash;

/// Places by holder. Who has none costs no memory.
#[derive(Debug)]
pub(super) struct Shares<K>(HashMap<K, usize>);

impl<K: Eq + Hash> Shares<K> {
    pub(super) fn new() -> Self {
        Self(HashMap::new())
    }

    /// How many this one has.
    pub(super) fn of(&self, holder: &K) -> usize {
        self.0.get(holder).copied().unwrap_or(0)
    }

    /// One more.
    pub(super) fn add(&mut self, holder: K) {
        *self.0.entry(holder).or_insert(0) += 1;
    }

    /// One less.
    pub(super) fn remove(&mut self, holder: &K) {
        match self.0.get_mut(holder) {
            Some(1) => drop(self.0.remove(holder)),
            Some(places) => *places -= 1,
            None => {}
        }
    }

    #[cfg(test)]
    pub(super) fn holders(&self) -> usize {
        self.0.len()
    }
}
