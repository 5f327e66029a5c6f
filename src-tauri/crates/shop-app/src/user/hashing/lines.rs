//! Who waits for memory to hash in, and who is next.

use std::collections::VecDeque;

use argon2::{Block, Params};
use tokio::sync::oneshot;

use super::Lease;

/// While both lines wait, one hash in this many goes to a newcomer.
const NEWCOMER_EVERY: u32 = 8;
/// So many senders in a line are looked through for those whose receivers have gone.
const CROWDED: usize = 64;

/// Which line a hash stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HashLine {
    /// Of somebody whom the shop knows, or who says so: signing in, changing a password, opening the shop.
    Known,
    /// Of a stranger who registers.
    Newcomer,
}

/// What one hash is computed in; made when it is first used.
#[derive(Default)]
pub struct HashMemory(Vec<Block>);

impl HashMemory {
    /// Room for a hash of the recommended cost; what was in it is of no interest.
    pub fn blocks(&mut self) -> &mut [Block] {
        self.0.resize(Params::DEFAULT.block_count(), Block::new());
        &mut self.0
    }
}

/// Who waits, and the memory that nobody uses. While any is idle, nobody waits.
pub(super) struct Lines {
    pub(super) idle: Vec<HashMemory>,
    pub(super) known: VecDeque<oneshot::Sender<Lease>>,
    pub(super) newcomers: VecDeque<oneshot::Sender<Lease>>,
    /// Hashes that went to the known since the last newcomer's, while newcomers waited.
    passed_over: u32,
}

impl Lines {
    /// Nobody waits, and there is memory for so many hashes.
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
            // Those who went away have given up their places, not their senders.
            waiting.retain(|sender| !sender.is_closed());
        }
        waiting.push_back(sender);
    }

    /// The known first, but a newcomer's turn is not put off for ever.
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
