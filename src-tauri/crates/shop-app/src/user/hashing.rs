//! The queue for hashing passwords. Hashing takes a core and 19 MiB for a while, on purpose; so there are never more at it
//! than the machine has cores, and never more than 64 in line.

use std::sync::LazyLock;

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::contract::{ErrorCode, ShopError};

/// How many may wait for a core.
const WAITING: usize = 64;

/// The machine's one queue: its cores are shared by all shops that are open in the program.
static QUEUE: LazyLock<Queue> = LazyLock::new(|| Queue::new(cores(), WAITING));

/// A place in the queue, given back when it is dropped or its work is done.
pub(super) struct Turn {
    place: SemaphorePermit<'static>,
    cores: &'static Semaphore,
}

impl Turn {
    /// Takes a place.
    ///
    /// # Errors
    /// `OVERLOADED` where the line is full.
    pub(super) fn take() -> Result<Self, ShopError> {
        QUEUE.enter()
    }

    /// Waits for a core and works there, off the async threads. Work that has begun keeps its core to its end, also where
    /// nobody waits for it any more.
    ///
    /// # Errors
    /// In words for the log, where the work panicked.
    pub(super) async fn run<T: Send + 'static>(self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, String> {
        let Self { place, cores } = self;
        let core = cores.acquire().await.map_err(|error| error.to_string())?;
        let worked = tokio::task::spawn_blocking(move || {
            let done = work();
            drop((core, place));
            done
        });
        worked.await.map_err(|error| error.to_string())
    }
}

struct Queue {
    places: Semaphore,
    cores: Semaphore,
}

impl Queue {
    fn new(cores: usize, waiting: usize) -> Self {
        Self { places: Semaphore::new(cores + waiting), cores: Semaphore::new(cores) }
    }

    fn enter(&'static self) -> Result<Turn, ShopError> {
        let place = self.places.try_acquire().map_err(|_| ErrorCode::Overloaded)?;
        Ok(Turn { place, cores: &self.cores })
    }
}

/// At most 32, for two reasons: memory, and that tries under way stay below the number of failed ones that closes an
/// address, since each counts as failed until it succeeds. A whole crowd may sign in from one address.
fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(32)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn no_more_work_at_once_than_there_are_cores_and_no_more_wait_than_may() {
        static NOW: AtomicUsize = AtomicUsize::new(0);
        static MOST: AtomicUsize = AtomicUsize::new(0);
        let queue: &'static Queue = Box::leak(Box::new(Queue::new(2, 3)));
        let turns: Vec<_> = (0..5).map(|_| queue.enter().expect("two work and three wait")).collect();
        assert_eq!(queue.enter().err().map(|error| error.code), Some(ErrorCode::Overloaded), "the line is full");
        let work = || {
            MOST.fetch_max(NOW.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            std::thread::yield_now();
            NOW.fetch_sub(1, Ordering::SeqCst);
        };
        let running: Vec<_> = turns.into_iter().map(|turn| tokio::spawn(turn.run(work))).collect();
        for turn in running {
            turn.await.expect("nobody panics").expect("the work is done");
        }
        assert!(MOST.load(Ordering::SeqCst) <= 2, "there are two cores");
        assert_eq!(queue.places.available_permits(), 5, "every place was given back");
    }

    #[test]
    fn a_crowd_that_signs_in_at_once_does_not_close_its_address() {
        let under_way = i64::try_from(cores() + WAITING).expect("a small number");
        assert!(under_way < shop_domain::limits::SIGN_IN_ADDRESS_FAILURES, "{under_way} tries are under way at most");
    }

    #[tokio::test]
    async fn whoever_goes_away_gives_the_place_back() {
        let queue: &'static Queue = Box::leak(Box::new(Queue::new(1, 0)));
        drop(queue.enter().expect("it is free").run(|| ()));
        let turn = queue.enter().expect("it is free again");
        assert!(turn.run(|| panic!("on purpose")).await.is_err(), "a panic is told");
        assert!(queue.enter().is_ok(), "and leaves no place taken");
    }
}
