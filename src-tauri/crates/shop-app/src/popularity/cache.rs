//! Cached answers about popular products, valid for five minutes. Concurrent misses wait for one computation.
//!
//! Age is measured by the shop's clock. Invalidation changes the version of all answers instead of removing them,
//! because an answer that is being computed would be inserted after the removal.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use shop_contract::PopularProducts;
use shop_store::planted::{Bug, is_planted};

/// Lifetime of an answer.
const TTL: TimeDelta = TimeDelta::minutes(5);
/// Maximum number of answers: every `days` with the limits in use.
const CAPACITY: u64 = 256;

/// The parameters of a request and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Question {
    pub(crate) today: NaiveDate,
    pub(crate) days: i64,
    pub(crate) limit: usize,
}

/// Hits and misses of the cache.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HitRate {
    /// Requests that the cache answered.
    pub hits: u64,
    /// Requests that needed a computation.
    pub misses: u64,
}

/// `None` stands for a failed computation, so that it is tried again.
type Answer = Option<Arc<PopularProducts>>;

pub(crate) struct Cache {
    answers: moka::sync::Cache<(u64, Question), Answer>,
    version: AtomicU64,
    hits: AtomicU64,
    misses: AtomicU64,
}

impl Cache {
    pub(crate) fn new() -> Self {
        Self {
            answers: moka::sync::Cache::new(CAPACITY),
            version: AtomicU64::new(0),
            hits: AtomicU64::new(0),
            misses: AtomicU64::new(0),
        }
    }

    /// The cached answer, if it is fresh.
    pub(crate) fn fresh(&self, question: Question, now: DateTime<Utc>) -> Answer {
        let answer = self.answers.get(&(self.version(), question)).flatten()?;
        if !is_fresh(&answer, now) {
            return None;
        }
        self.hits.fetch_add(1, Ordering::Relaxed);
        Some(answer)
    }

    /// The cached answer, otherwise the result of `compute`.
    pub(crate) fn answer<E>(
        &self,
        question: Question,
        now: DateTime<Utc>,
        compute: impl FnOnce() -> Result<PopularProducts, E>,
    ) -> Result<Answer, E> {
        let mut failure = None;
        let is_stale = |answer: &Answer| !answer.as_ref().is_some_and(|answer| is_fresh(answer, now));
        let entry = self
            .answers
            .entry((self.version(), question))
            .or_insert_with_if(|| compute().map(Arc::new).map_err(|error| failure = Some(error)).ok(), is_stale);
        let counter = if entry.is_fresh() { &self.misses } else { &self.hits };
        counter.fetch_add(1, Ordering::Relaxed);
        failure.map_or_else(|| Ok(entry.into_value()), Err)
    }

    /// Inserts an answer, regardless of the age of the cached one.
    pub(crate) fn put(&self, version: u64, question: Question, answer: PopularProducts) {
        self.answers.insert((version, question), Some(Arc::new(answer)));
    }

    /// The cached requests of today.
    pub(crate) fn questions(&self, today: NaiveDate) -> Vec<Question> {
        let version = self.version();
        let kept = self.answers.iter().map(|(key, _)| *key);
        kept.filter(|(of, question)| *of == version && question.today == today).map(|(_, question)| question).collect()
    }

    pub(crate) fn version(&self) -> u64 {
        self.version.load(Ordering::Acquire)
    }

    pub(crate) fn forget(&self) {
        if is_planted(Bug::StaleCache) {
            return;
        }
        self.version.fetch_add(1, Ordering::AcqRel);
    }

    pub(crate) fn hit_rate(&self) -> HitRate {
        HitRate { hits: self.hits.load(Ordering::Relaxed), misses: self.misses.load(Ordering::Relaxed) }
    }
}

/// An answer from the future is old, too: the clock went back.
fn is_fresh(answer: &PopularProducts, now: DateTime<Utc>) -> bool {
    (TimeDelta::zero()..TTL).contains(&(now - answer.computed_at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shop_contract::Period;

    fn answer(computed_at: DateTime<Utc>) -> PopularProducts {
        PopularProducts { items: Vec::new(), period: Period { from: String::new(), to: String::new() }, computed_at }
    }

    fn question() -> Question {
        Question { today: NaiveDate::default(), days: 3, limit: 5 }
    }

    fn ask(cache: &Cache, now: DateTime<Utc>) -> DateTime<Utc> {
        let answer = cache.answer::<()>(question(), now, || Ok(answer(now)));
        answer.expect("it can be computed").expect("there is one").computed_at
    }

    #[test]
    fn an_answer_is_good_for_five_minutes() {
        let (cache, start) = (Cache::new(), DateTime::<Utc>::default());
        for (seconds, computed_at) in [(0, 0), (299, 0), (300, 300), (301, 300), (299, 299)] {
            let then = ask(&cache, start + TimeDelta::seconds(seconds));
            assert_eq!(then, start + TimeDelta::seconds(computed_at), "asked after {seconds} s");
        }
        assert_eq!(cache.hit_rate(), HitRate { hits: 2, misses: 3 }, "each question counts once");
    }

    #[test]
    fn what_was_being_computed_when_all_was_forgotten_is_not_seen() {
        let (cache, start) = (Cache::new(), DateTime::<Utc>::default());
        let later = start + TimeDelta::seconds(1);
        let stale = cache.answer::<()>(question(), start, || {
            cache.forget();
            Ok(answer(start))
        });
        assert!(stale.is_ok(), "an earlier request gets what was true then");
        assert_eq!(ask(&cache, later), later, "a call after it gets a new answer");
    }

    #[test]
    fn a_failure_is_not_kept() {
        let (cache, now) = (Cache::new(), DateTime::<Utc>::default());
        assert_eq!(cache.answer(question(), now, || Err("no")).err(), Some("no"), "the failure is told");
        assert_eq!(ask(&cache, now), now, "and the next one tries again");
    }
}
