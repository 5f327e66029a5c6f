//! Whether a recorded history of one key is linearizable: whether its operations can be put in one order that keeps the time
//! of invocations and responses, and in which each response is the one that a plain counter gives.
//!
//! The search is that of Wing and Gong with a memo of the states that have failed (Lowe). Operations with the same response that
//! could come next are tried once, by the earliest response: in any order that begins with a later one the two can change
//! places.

use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, Ordering};

/// What was asked of a counter that holds 0 to its limit, and what was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// So much was added; the new value where it was told.
    Added(i64, Option<i64>),
    /// So much was not added, because the value would have left its range.
    Refused(i64),
    /// The value was read.
    Read(i64),
}

/// One operation: what happened, between its invocation and its response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// The operation and its response.
    pub step: Step,
    /// When it was invoked, by the clock of the history.
    pub invoked: u64,
    /// When its response came.
    pub responded: u64,
}

/// The clock of a history: each look at it is later than all before.
#[derive(Debug, Default)]
pub struct LogicalClock(AtomicU64);

impl LogicalClock {
    /// The next instant.
    pub fn now(&self) -> u64 {
        self.0.fetch_add(1, Ordering::SeqCst)
    }
}

/// A counter and what was done to it.
#[derive(Debug)]
pub struct History {
    /// The value at first.
    pub start: i64,
    /// The largest value.
    pub limit: i64,
    /// The operations, in any order.
    pub steps: Vec<Recorded>,
}

/// The operations that are in the order already, one bit each.
type Done = Vec<u64>;

impl History {
    /// An order that explains every response, as indexes into the steps; `None` where there is none.
    pub fn linearization(&self) -> Option<Vec<usize>> {
        let mut search = Search { history: self, failed: HashSet::new(), order: Vec::with_capacity(self.steps.len()) };
        let done = vec![0; self.steps.len().div_ceil(64)];
        search.goes_on(&done, self.start).then_some(search.order)
    }

    /// The value after a step; `None` where its response does not fit.
    fn after(&self, value: i64, step: Step) -> Option<i64> {
        let is_in_range = |value: &i64| (0..=self.limit).contains(value);
        match step {
            Step::Added(amount, told) => {
                Some(value + amount).filter(is_in_range).filter(|after| told.is_none_or(|told| told == *after))
            }
            Step::Refused(amount) => (!is_in_range(&(value + amount))).then_some(value),
            Step::Read(read) => (read == value).then_some(value),
        }
    }
}

struct Search<'a> {
    history: &'a History,
    /// Sets of operations and the value after them from which no order goes on.
    failed: HashSet<(Done, i64)>,
    order: Vec<usize>,
}

impl Search<'_> {
    fn goes_on(&mut self, done: &Done, value: i64) -> bool {
        let steps = &self.history.steps;
        if self.order.len() == steps.len() {
            return true;
        }
        if self.failed.contains(&(done.clone(), value)) {
            return false;
        }
        for next in self.candidates(done) {
            let Some(after) = self.history.after(value, self.history.steps[next].step) else { continue };
            let mut with = done.clone();
            with[next / 64] |= 1 << (next % 64);
            self.order.push(next);
            if self.goes_on(&with, after) {
                return true;
            }
            self.order.pop();
        }
        self.failed.insert((done.clone(), value));
        false
    }

    /// The operations that can come next: no other one that is left had responded before they were invoked. Of those with the
    /// same response, the one that responded first.
    fn candidates(&self, done: &Done) -> Vec<usize> {
        let steps = &self.history.steps;
        let left = || (0..steps.len()).filter(|index| done[index / 64] & (1 << (index % 64)) == 0);
        let first_response = left().map(|index| steps[index].responded).min().unwrap_or(u64::MAX);
        let mut next: Vec<usize> = left().filter(|index| steps[*index].invoked < first_response).collect();
        next.sort_by_key(|index| steps[*index].responded);
        let mut seen = HashSet::new();
        next.retain(|index| seen.insert(steps[*index].step));
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(steps: &[(Step, u64, u64)]) -> History {
        let steps = steps.iter().map(|(step, invoked, responded)| Recorded {
            step: *step,
            invoked: *invoked,
            responded: *responded,
        });
        History { start: 0, limit: 2, steps: steps.collect() }
    }

    #[test]
    fn a_history_that_a_counter_can_have_is_explained() {
        for (why, steps) in [
            ("nothing happened", vec![]),
            ("one after another", vec![(Step::Added(1, Some(1)), 0, 1), (Step::Read(1), 2, 3)]),
            ("a read during the addition sees either", vec![(Step::Added(1, None), 0, 3), (Step::Read(0), 1, 2)]),
            ("the later invocation came first", vec![(Step::Added(1, Some(2)), 0, 3), (Step::Added(1, Some(1)), 1, 2)]),
            ("full", vec![(Step::Added(2, None), 0, 1), (Step::Refused(1), 2, 3)]),
            ("nothing left", vec![(Step::Refused(-1), 0, 1)]),
        ] {
            let history = history(&steps);
            assert_eq!(history.linearization().map(|order| order.len()), Some(steps.len()), "{why}");
        }
    }

    #[test]
    fn a_history_that_no_counter_can_have_is_refused() {
        for (why, steps) in [
            ("a lost update", vec![(Step::Added(1, Some(1)), 0, 2), (Step::Added(1, Some(1)), 1, 3)]),
            ("a stale read", vec![(Step::Added(1, None), 0, 1), (Step::Read(0), 2, 3)]),
            ("more than there is", vec![(Step::Added(2, None), 0, 9), (Step::Added(1, None), 1, 8)]),
            ("refused although there was room", vec![(Step::Added(1, None), 0, 1), (Step::Refused(1), 2, 3)]),
            ("a read that goes back", vec![(Step::Added(1, None), 0, 9), (Step::Read(1), 1, 2), (Step::Read(0), 3, 4)]),
        ] {
            assert_eq!(history(&steps).linearization(), None, "{why}");
        }
    }

    #[test]
    fn sixty_four_at_once_are_searched_in_no_time() {
        let mut steps: Vec<_> = (0..64).map(|at| (Step::Added(1, None), at, 200 - at)).collect();
        let mut all = history(&steps);
        all.limit = 64;
        assert!(all.linearization().is_some(), "any order will do");
        all.limit = 63;
        assert_eq!(all.linearization(), None, "no order will do, and equal operations are not tried one by one");
        steps.push((Step::Read(64), 201, 202));
        all = history(&steps);
        all.limit = 64;
        assert!(all.linearization().is_some(), "the last read sees all of them");
    }
}
