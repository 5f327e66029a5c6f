//! The order of requests: the plain data structure of the lock manager, without threads, clocks or tasks.
//!
//! Every key has a line, ordered by arrival. A request waits in the line of each of its keys, one after another in the
//! global order of keys; after its last line it is handed out. Keys with a line are served in rotation, so that a busy
//! key does not delay the others. Three properties follow:
//! - Requests with the same keys, above all those with one key, are served strictly first come, first served.
//! - A request that has passed the line of one key and waits at the next does not block the first: requests behind it
//!   pass. Otherwise many requests at A, some of which also need B, would make all requests at B wait.
//! - No starvation and no deadlock: a request keeps its arrival number in every line, so only earlier requests are
//!   before it, and no request holds one key while it waits for another.
//!
//! Mutual exclusion is not implemented here: the caller of `take` must finish a request before it takes the next one.

use std::collections::{HashMap, VecDeque};

use shop_store::planted::{Bug, is_planted};

use super::{Keys, LockKey};

struct Entry<T> {
    number: u64,
    keys: Keys,
    /// The index of the key at which it waits.
    at: usize,
    value: T,
}

/// The lines of all keys.
pub struct Turns<T> {
    lines: HashMap<LockKey, VecDeque<Entry<T>>>,
    /// Every key that has a line, once.
    rotation: VecDeque<LockKey>,
    next_number: u64,
    waiting: usize,
}

impl<T> Turns<T> {
    /// Empty lines.
    #[must_use]
    pub fn new() -> Self {
        Self { lines: HashMap::new(), rotation: VecDeque::new(), next_number: 0, waiting: 0 }
    }

    /// Adds a request at the end; the returned number is its position in the order of arrival.
    pub fn join(&mut self, keys: Keys, value: T) -> u64 {
        let number = self.next_number;
        self.next_number += 1;
        self.waiting += 1;
        self.stand(Entry { number, keys, at: 0, value });
        number
    }

    /// The next request that has passed the lines of all its keys.
    pub fn take(&mut self) -> Option<T> {
        while let Some(key) = self.rotation.pop_front() {
            let Some(mut entry) = self.leave_front(key) else { continue };
            if self.advance(&mut entry) {
                self.waiting -= 1;
                return Some(entry.value);
            }
            self.stand(entry);
        }
        None
    }

    /// Removes a request from its line; `None` if it was taken before.
    pub fn leave(&mut self, number: u64, keys: &Keys) -> Option<T> {
        keys.as_slice().iter().find_map(|key| self.leave_line(*key, number))
    }

    /// The number of requests before this one in the line where it waits; `None` if it was taken.
    #[must_use]
    pub fn before(&self, number: u64, keys: &Keys) -> Option<usize> {
        let place = |key| self.lines.get(key)?.binary_search_by_key(&number, |entry| entry.number).ok();
        keys.as_slice().iter().find_map(place)
    }

    /// The number of requests in the line of a key.
    #[must_use]
    pub fn waiting_at(&self, key: LockKey) -> usize {
        self.lines.get(&key).map_or(0, VecDeque::len)
    }

    /// The number of waiting requests.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting
    }

    /// Keys with a line.
    #[must_use]
    pub fn active_keys(&self) -> usize {
        self.lines.len()
    }

    /// The keys with the longest lines, at most `most`, the longest first.
    #[must_use]
    pub fn busiest(&self, most: usize) -> Vec<(LockKey, usize)> {
        let mut found: Vec<(LockKey, usize)> = Vec::with_capacity(most + 1);
        for (key, line) in &self.lines {
            let place = found.partition_point(|(other, waiting)| (line.len(), other) < (*waiting, key));
            if place < most {
                found.insert(place, (*key, line.len()));
                found.truncate(most);
            }
        }
        found
    }

    /// Inserts a request into the line of its current key, by arrival.
    fn stand(&mut self, entry: Entry<T>) {
        let key = entry.keys.as_slice()[entry.at];
        let line = self.lines.entry(key).or_default();
        if line.is_empty() {
            self.rotation.push_back(key);
        }
        match line.back() {
            Some(last) if last.number > entry.number => {
                let place = line.partition_point(|other| other.number < entry.number);
                line.insert(place, entry);
            }
            _ => line.push_back(entry),
        }
    }

    /// Takes the first request of a line whose key has just left the rotation; the key returns if the line is not
    /// empty.
    fn leave_front(&mut self, key: LockKey) -> Option<Entry<T>> {
        let line = self.lines.get_mut(&key)?;
        let entry = if is_planted(Bug::ServedOutOfOrder) { line.pop_back() } else { line.pop_front() };
        if line.is_empty() {
            self.lines.remove(&key);
        } else {
            self.rotation.push_back(key);
        }
        entry
    }

    /// Advances past all following keys without a line; `true` if there is no further key.
    fn advance(&self, entry: &mut Entry<T>) -> bool {
        loop {
            entry.at += 1;
            match entry.keys.as_slice().get(entry.at) {
                None => return true,
                Some(next) if self.lines.contains_key(next) => return false,
                Some(_) => {}
            }
        }
    }

    fn leave_line(&mut self, key: LockKey, number: u64) -> Option<T> {
        let line = self.lines.get_mut(&key)?;
        let place = line.binary_search_by_key(&number, |entry| entry.number).ok()?;
        let entry = line.remove(place)?;
        self.waiting -= 1;
        if line.is_empty() {
            self.lines.remove(&key);
            self.rotation.retain(|other| *other != key);
        }
        Some(entry.value)
    }
}

impl<T> Default for Turns<T> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: LockKey = LockKey::Stock(1);
    const B: LockKey = LockKey::Stock(2);

    /// Adds the requests in order, then takes until the lines are empty.
    fn order(requests: &[(&'static str, &[LockKey])]) -> Vec<&'static str> {
        let mut turns = Turns::new();
        for (name, keys) in requests {
            turns.join(Keys::new(keys.iter().copied()), *name);
        }
        let taken = std::iter::from_fn(|| turns.take()).collect();
        assert_eq!((turns.waiting(), turns.active_keys()), (0, 0), "at rest nothing is kept");
        assert!(turns.rotation.is_empty(), "at rest no key is in rotation");
        taken
    }

    #[test]
    fn one_key_is_first_come_first_served() {
        assert_eq!(order(&[("1", &[A]), ("2", &[A]), ("3", &[A])]), ["1", "2", "3"], "in order of arrival");
    }

    #[test]
    fn keys_are_served_in_rotation() {
        let taken = order(&[("a1", &[A]), ("a2", &[A]), ("a3", &[A]), ("b1", &[B])]);
        assert_eq!(taken, ["a1", "b1", "a2", "a3"], "a crowd at A lets the one at B through");
    }

    #[test]
    fn both_orders_of_keys_are_one_order() {
        let taken = order(&[("ab", &[A, B]), ("ba", &[B, A]), ("ab2", &[A, B])]);
        assert_eq!(taken, ["ab", "ba", "ab2"], "the same keys are the same line, whatever their order");
    }

    #[test]
    fn who_waits_elsewhere_does_not_hold_up_the_line() {
        let mut requests: Vec<(&'static str, &[LockKey])> = vec![("a", &[A]); 100];
        requests.push(("both", &[A, B]));
        requests.push(("b", &[B]));
        let taken = order(&requests);
        assert!(taken.iter().position(|name| *name == "b") < Some(3), "B is free although one in the crowd wants it");
        assert_eq!(taken.last(), Some(&"both"), "it keeps its place behind those who came to A before");
    }

    #[test]
    fn who_came_first_stays_first_at_the_second_key() {
        let taken = order(&[("a", &[A]), ("both", &[A, B]), ("b1", &[B]), ("b2", &[B]), ("b3", &[B]), ("b4", &[B])]);
        let place = |name| taken.iter().position(|other| *other == name);
        assert!(place("both") < place("b4"), "at B it goes before all who came later and still stand there");
    }

    #[test]
    fn leaving_loses_nobodys_turn() {
        let mut turns = Turns::new();
        let keys = Keys::from(A);
        let numbers: Vec<_> = (0..3).map(|n| turns.join(keys.clone(), n)).collect();
        assert_eq!(turns.leave(numbers[1], &keys), Some(1), "one in the middle leaves");
        assert_eq!(turns.leave(numbers[1], &keys), None, "and only once");
        assert_eq!((turns.take(), turns.take(), turns.take()), (Some(0), Some(2), None), "the others keep their order");
        assert_eq!(turns.active_keys(), 0, "an unused key costs nothing");
    }

    #[test]
    fn the_last_of_a_line_takes_its_key_along() {
        let mut turns = Turns::new();
        let number = turns.join(Keys::new([A, B]), "x");
        assert_eq!(turns.leave(number, &Keys::new([A, B])), Some("x"), "it leaves");
        assert_eq!(
            (turns.take(), turns.active_keys(), turns.rotation.len()),
            (None, 0, 0),
            "and nothing is left of it"
        );
    }

    #[test]
    fn the_longest_lines_are_told() {
        let mut turns = Turns::new();
        for (id, waiting) in [(1, 2), (2, 5), (3, 1), (4, 5)] {
            for n in 0..waiting {
                turns.join(Keys::from(LockKey::Stock(id)), n);
            }
        }
        let told = [(LockKey::Stock(2), 5), (LockKey::Stock(4), 5), (LockKey::Stock(1), 2)];
        assert_eq!(turns.busiest(3), told, "the longest first, alike ones by key, and no more than were asked for");
        assert_eq!(turns.busiest(9).len(), 4, "nor more than there are");
    }

    #[test]
    fn ten_thousand_keys_once_each_leave_nothing() {
        let mut turns = Turns::new();
        for id in 0..10_000 {
            turns.join(Keys::from(LockKey::Order(id)), id);
        }
        assert_eq!(std::iter::from_fn(|| turns.take()).count(), 10_000, "each is served");
        assert_eq!(turns.active_keys(), 0, "and forgotten");
    }
    proptest::proptest! {
        /// For any sequence of joining, leaving and taking: requests with one key keep their order, each request is
        /// served once, and in the end nothing is left.
        #[test]
        fn any_crowd_is_served_once_and_in_order(
            crowd in proptest::collection::vec((proptest::collection::btree_set(0i64..4, 1..4), 0u8..4), 1..200)
        ) {
            let mut turns = Turns::new();
            let (mut expected, mut served) = (Vec::new(), Vec::new());
            for (name, (keys, luck)) in crowd.iter().enumerate() {
                let keys = Keys::new(keys.iter().map(|id| LockKey::Stock(*id)));
                let number = turns.join(keys.clone(), (name, keys.clone()));
                match luck {
                    0 => { turns.leave(number, &keys).expect("it had not been taken"); }
                    1 => { expected.push(name); served.extend(turns.take()); }
                    _ => expected.push(name),
                }
            }
            served.extend(std::iter::from_fn(|| turns.take()));
            let of = |wanted: &Keys| served.iter().filter(|(_, keys)| keys.as_slice() == wanted.as_slice()).map(|(name, _)| *name).collect::<Vec<_>>();
            for (_, keys) in &served {
                proptest::prop_assert!(of(keys).is_sorted(), "the same keys are first come, first served");
            }
            let mut names: Vec<_> = served.iter().map(|(name, _)| *name).collect();
            names.sort_unstable();
            proptest::prop_assert_eq!(names, expected, "everybody who stayed is served once");
            proptest::prop_assert_eq!((turns.waiting(), turns.active_keys(), turns.rotation.len()), (0, 0, 0));
        }
    }
}
