//! The waiting lines for hash memory, and the order in which they are served.

use std::collections::VecDeque;

use argon2::{Block, Params};
use tokio::sync::oneshot;

use super::Lease;

/// While both lines wait, one of this many hashes is given to the newcomer line.
const NEWCOMER_EVERY: u32 = 8;
/// Above this length, senders whose receivers were dropped are removed from a line.
const CROWDED: usize = 64;

/// The waiting line of a hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HashLine {
    /// For known users: sign-in, password change, opening the shop.
    Known,
    /// For visitors who register.
    Newcomer,
}

/// The memory for one hash; allocated at first use.
#[derive(Default)]
pub struct HashMemory(Vec<Block>);

impl HashMemory {
    /// Memory for a hash of the recommended cost; its previous content does not matter.
    pub fn blocks(&mut self) -> &mut [Block] {
        self.0.resize(Params::DEFAULT.block_count(), Block::new());
        &mut self.0
    }
}

/// The waiting lines and the idle memory. While memory is idle, both lines are empty.
pub(super) struct Lines {
    pub(super) idle: Vec<HashMemory>,
    pub(super) known: VecDeque<oneshot::Sender<Lease>>,
    pub(super) newcomers: VecDeque<oneshot::Sender<Lease>>,
    /// Hashes given to the known line since the last newcomer, while newcomers waited.
    passed_over: u32,
}

impl Lines {
    /// Empty lines, and memory for `at_once` hashes.
    pub(super) fn new(at_once: usize) -> Self {
        let idle = (0..at_once).map(|_| HashMemory::default()).collect();
        Self { idle, known: VecDeque::new(), newcomers: VecDeque::new(), passed_over: 0 }
    }

    pub(super) fn wait(&mut self, line: HashLine, sender: oneshot::Sender<Lease>) {
        let waiting = match line {
            HashLine::Known => &mut self.known,
            HashLine::Newcomer => &mut self.newcomers,
        };
        if waiting.len() >= CROWDED {
            // Dropped receivers leave their senders in the line.
            waiting.retain(|sender| !sender.is_closed());
        }
        waiting.push_back(sender);
    }

    /// The next sender: the known line first, but every eighth hash is a newcomer's.
    pub(super) fn next(&mut self) -> Option<oneshot::Sender<Lease>> {
        let is_newcomers_turn = self.passed_over + 1 >= NEWCOMER_EVERY && !self.newcomers.is_empty();
        if is_newcomers_turn || self.known.is_empty() {
            self.passed_over = 0;
            return self.newcomers.pop_front();
        }
        self.passed_over = if self.newcomers.is_empty() { 0 } else { self.passed_over + 1 };
        self.known.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_of_a_hash_is_made_once() {
        let mut memory = HashMemory::default();
        let first = memory.blocks().as_ptr();
        assert_eq!(memory.blocks().len(), 19 * 1024, "19 MiB");
        assert_eq!(memory.blocks().as_ptr(), first, "it is the same");
    }
}
