//! Popular products, counted in memory and answered from a cache.
//!
//! The counts are those of `daily_sales`, which is written in the transactions of payments and refunds; they are
//! rebuilt from it at start and updated after each commit. They only rank products.

mod cache;
mod count_at_start;
mod counters;
mod past;

use std::collections::HashMap;

use chrono::NaiveDate;
use parking_lot::{Condvar, MappedMutexGuard, Mutex, MutexGuard};
use shop_domain::BusinessDay;
use shop_domain::limits::COUNTER_DAYS;
use shop_domain::ranking::Sales;
use shop_store::{Db, StoreResult};

use self::cache::Cache;
pub use self::cache::HitRate;
pub(crate) use self::cache::Question;
pub(crate) use self::count_at_start::Counting;
use self::counters::{Counters, best};
use self::past::Past;
use crate::runtime::{Effects, Observer, Runtime, Sold};

/// The counts of the last 30 business days, and the cached answers.
pub struct Popularity {
    counted: Mutex<Counted>,
    /// Notified when more days are counted.
    more: Condvar,
    past: Past,
    pub(crate) cache: Cache,
}

/// The counts, and the days that they are of.
struct Counted {
    counters: Counters,
    /// The sales of this day and of those after it are counted, those of before are only if they came after the start.
    from: NaiveDate,
}

impl Popularity {
    pub(crate) fn new() -> Self {
        let counted = Counted { counters: Counters::default(), from: NaiveDate::MIN };
        Self { counted: Mutex::new(counted), more: Condvar::new(), past: Past::default(), cache: Cache::new() }
    }

    /// The counts, once the days from `first` on are counted.
    fn counted(&self, first: NaiveDate) -> MappedMutexGuard<'_, Counters> {
        let mut counted = self.counted.lock();
        self.more.wait_while(&mut counted, |counted| counted.from > first);
        MutexGuard::map(counted, |counted| &mut counted.counters)
    }

    /// Counts sold units; negative for returns.
    fn count(&self, sold: Sold) {
        let sales = Sales { product_id: sold.product_id, quantity: sold.quantity, amount: sold.amount };
        self.counted.lock().counters.add(sold.day, sales);
        if sold.quantity < 0 {
            self.past.forget(sold.day);
        }
    }

    /// Counts anew from the database.
    ///
    /// # Errors
    /// The database cannot be read; the counts are then those of before.
    pub fn rebuild(&self, runtime: &Runtime) -> StoreResult<()> {
        let mut counters = Counters::default();
        let first = first_counted(runtime.today());
        for (day, sales) in runtime.read(|db| shop_store::daily_sales::since(db, first))? {
            counters.add(day.date(), sales);
        }
        *self.counted.lock() = Counted { counters, from: NaiveDate::MIN };
        self.more.notify_all();
        Ok(())
    }

    /// Removes the days that no answer needs any more.
    pub(crate) fn purge(&self, today: BusinessDay) {
        self.counted.lock().counters.purge(first_counted(today).date());
    }

    /// The units of every product with a sale in the counted days.
    pub(crate) fn units(&self, today: BusinessDay) -> HashMap<i64, i64> {
        let first = first_counted(today).date();
        self.counted(first).units(first, today.date())
    }

    /// Invalidates all answers, because a product in them has changed.
    pub fn forget_answers(&self) {
        self.cache.forget();
    }

    /// Hits and misses of the cache.
    #[must_use]
    pub fn hit_rate(&self) -> HitRate {
        self.cache.hit_rate()
    }

    /// The `limit` best sellers from `first` to `last`, inclusive, of the days that are counted in memory.
    #[must_use]
    pub fn best(&self, first: NaiveDate, last: NaiveDate, limit: usize) -> Vec<Sales> {
        self.counted(first).best(first, last, limit)
    }

    /// The `limit` best sellers from `first` to `last`, inclusive; the days before `counted` are read from `db`, the
    /// others are counted in memory.
    pub(crate) fn best_of_all(
        &self,
        db: &Db,
        [first, last]: [BusinessDay; 2],
        counted: BusinessDay,
        limit: usize,
    ) -> StoreResult<Vec<Sales>> {
        if counted <= first {
            return Ok(self.best(first.date(), last.date(), limit));
        }
        let end = last.min(counted.minus_days(1));
        let past = self.past.sums((first.date(), end.date()), || shop_store::daily_sales::sums(db, first, end))?;
        if last < counted {
            return Ok(best(past.to_vec(), limit));
        }
        let recent = self.counted(counted.date()).sales(counted.date(), last.date());
        Ok(best(added(&past, recent), limit))
    }
}

impl Observer for Popularity {
    fn after_commit(&self, effects: &Effects) {
        for sold in &effects.sold {
            self.count(*sold);
        }
    }

    fn after_restore(&self, runtime: &Runtime) {
        if let Err(error) = self.rebuild(runtime) {
            tracing::error!(%error, "the popular products are those of before");
        }
        self.past.forget_all();
        self.forget_answers();
    }
}

/// The first of the days that are counted in memory.
pub(crate) fn first_counted(today: BusinessDay) -> BusinessDay {
    today.minus_days(COUNTER_DAYS as u64 - 1)
}

/// Adds two lists of sums; each product appears once.
fn added(past: &[Sales], recent: Vec<Sales>) -> Vec<Sales> {
    let mut sums: HashMap<i64, Sales> = recent.into_iter().map(|sales| (sales.product_id, sales)).collect();
    for sales in past {
        let sum = sums.entry(sales.product_id).or_insert(Sales { quantity: 0, amount: 0, ..*sales });
        sum.quantity = sum.quantity.saturating_add(sales.quantity);
        sum.amount = sum.amount.saturating_add(sales.amount);
    }
    sums.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::ShopOptions;
    use crate::runtime::locks::LockKey;

    #[tokio::test]
    async fn what_was_added_up_before_a_restore_is_added_up_anew_after_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let runtime = Runtime::open(ShopOptions::new(folder.path()), Vec::new()).expect("it opens");
        let popularity = Popularity::new();
        let (today, counted) = (runtime.today(), first_counted(runtime.today()));
        let before = counted.minus_days(7);
        let sell = async |quantity: i64| {
            let sales = Sales { product_id: 1, quantity, amount: 0 };
            let sold = runtime.write(LockKey::Shop, move |writing| {
                Ok(shop_store::daily_sales::add(writing.tx, before, sales, writing.now)?)
            });
            sold.await.expect("it is sold");
        };
        let units = || {
            let best = runtime.read(|db| popularity.best_of_all(db, [before, today], counted, 1));
            best.expect("they are read").iter().map(|sales| sales.quantity).sum::<i64>()
        };
        sell(5).await;
        assert_eq!(units(), 5, "the table is read");
        sell(2).await;
        assert_eq!(units(), 5, "nothing is told of a past day, because nothing but a refund changes it");
        popularity.after_restore(&runtime);
        assert_eq!(units(), 7, "a restore brings other past days");
    }
}
