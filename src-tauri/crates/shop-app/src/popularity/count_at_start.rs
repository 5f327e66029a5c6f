//! The count at the start of the shop. A shop with a million orders in a month takes a second and more for it, so that it is
//! opened meanwhile: the newest days are counted first, and an answer waits only for the days that it is about.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use chrono::NaiveDate;
use shop_domain::BusinessDay;
use shop_domain::ranking::Sales;
use shop_store::daily_sales::{on, since};
use shop_store::{StoreError, StoreResult};

use super::{Popularity, first_counted};
use crate::runtime::Runtime;

/// How long the shop waits for the count before it opens without it. Most are through by then.
const WAIT: Duration = Duration::from_millis(100);

/// A count that may go on; dropping it ends the count.
pub(crate) struct Counting {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Counting {
    /// Begins to count what `daily_sales` holds now. To be called before the shop takes any write: what is sold from then on is
    /// added by the commits, and each sale is counted once.
    ///
    /// # Errors
    /// The database cannot be read.
    pub(crate) fn begin(popularity: &Arc<Popularity>, runtime: &Arc<Runtime>) -> StoreResult<Self> {
        popularity.counted.lock().from = NaiveDate::MAX;
        let stop = Arc::new(AtomicBool::new(false));
        // A message once the snapshot is taken and the newest day counted, another one only for an error.
        let (sender, begun) = mpsc::channel();
        let thread = thread::Builder::new().name("count-sales".to_owned()).spawn({
            let (popularity, runtime, stop) = (Arc::clone(popularity), Arc::clone(runtime), Arc::clone(&stop));
            move || {
                // Whatever becomes of the count, no answer waits for ever.
                let _released = Released(&popularity);
                if let Err(error) = popularity.count_all(&runtime, &stop, || drop(sender.send(Ok(())))) {
                    tracing::error!(%error, "not all sales are counted; the ranking of products may be wrong");
                    drop(sender.send(Err(error)));
                }
            }
        });
        let counting = Self { stop, thread: Some(thread.map_err(|error| StoreError::Unfit(error.to_string()))?) };
        if let Ok(first) = begun.recv() {
            first?;
        }
        match begun.recv_timeout(WAIT) {
            Ok(Err(error)) => Err(error),
            Ok(Ok(())) | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Ok(counting),
        }
    }
}

/// Waits for the thread, which holds the shop's file. It ends after the day that it counts.
impl Drop for Counting {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Popularity {
    /// Adds the sales of all days that are counted, the newest first, as of one instant. `begun` is called after the first.
    fn count_all(&self, runtime: &Runtime, stop: &AtomicBool, begun: impl FnOnce()) -> StoreResult<()> {
        let today = runtime.today();
        let first = first_counted(today);
        let epoch = runtime.epoch();
        runtime.read(|db| {
            self.add_all(today, since(db, today)?, || true);
            begun();
            // A restore brings other sales and counts them itself.
            let is_valid = || epoch == runtime.epoch();
            let mut day = today;
            while day > first && !stop.load(Ordering::Relaxed) && is_valid() {
                day = day.minus_days(1);
                self.add_all(day, on(db, day)?, is_valid);
            }
            Ok(())
        })
    }

    fn add_all(&self, day: BusinessDay, sold: Vec<(BusinessDay, Sales)>, is_valid: impl Fn() -> bool) {
        let mut counted = self.counted.lock();
        for (day, sales) in sold.into_iter().filter(|_| is_valid()) {
            counted.counters.add(day.date(), sales);
        }
        drop(counted);
        self.release(day.date());
    }

    /// Lets the answers go on that need no day before `from`.
    fn release(&self, from: NaiveDate) {
        let mut counted = self.counted.lock();
        counted.from = counted.from.min(from);
        self.more.notify_all();
    }
}

/// Releases all answers when it is dropped.
struct Released<'a>(&'a Popularity);

impl Drop for Released<'_> {
    fn drop(&mut self) {
        self.0.release(NaiveDate::MIN);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::locks::LockKey;
    use crate::runtime::{ShopOptions, Sold};

    async fn sold_each_day(runtime: &Arc<Runtime>, days: u64) {
        let today = runtime.today();
        for back in 0..days {
            let sales = Sales { product_id: 1 + (back % 2) as i64, quantity: 10, amount: 100 };
            let sell = move |writing: &mut crate::runtime::Writing<'_>| {
                Ok(shop_store::daily_sales::add(writing.tx, today.minus_days(back), sales, writing.now)?)
            };
            runtime.write(LockKey::Shop, sell).await.expect("it is sold");
        }
    }

    #[tokio::test]
    async fn what_is_sold_during_the_count_is_counted_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let runtime = Runtime::open(ShopOptions::new(folder.path()), Vec::new()).expect("it opens");
        sold_each_day(&runtime, 31).await;
        let popularity = Arc::new(Popularity::new());
        let counting = Counting::begin(&popularity, &runtime).expect("it counts");
        let today = runtime.today();
        popularity.count(Sold { day: today.date(), product_id: 2, quantity: 3, amount: 30 });
        popularity.count(Sold { day: today.minus_days(1).date(), product_id: 2, quantity: -10, amount: -100 });
        let best = popularity.best(first_counted(today).date(), today.date(), 5);
        let units: Vec<_> = best.iter().map(|sales| (sales.product_id, sales.quantity)).collect();
        assert_eq!(units, [(1, 150), (2, 143)], "thirty days, without the day before them");
        drop(counting);
        assert_eq!(Arc::strong_count(&runtime), 1, "the count does not hold the shop any more");
    }

    #[test]
    fn an_answer_waits_for_its_days_and_for_no_others() {
        let popularity = Arc::new(Popularity::new());
        popularity.counted.lock().from = NaiveDate::MAX;
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).expect("March has it");
        let asked = thread::spawn({
            let popularity = Arc::clone(&popularity);
            move || (popularity.best(day(8), day(9), 5), popularity.counted.lock().from)
        });
        popularity.release(day(9));
        popularity.release(day(8));
        let (best, from) = asked.join().expect("it is answered");
        assert_eq!((best.len(), from), (0, day(8)), "with two days counted");
        drop(Released(&popularity));
        assert_eq!(popularity.best(day(1), day(9), 5).len(), 0, "at the end no answer waits");
    }
}
