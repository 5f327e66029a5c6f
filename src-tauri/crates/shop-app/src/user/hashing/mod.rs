//! The queue for hashing passwords: how many hashes run at once, in which memory, and in which order.
//!
//! argon2 uses a core and 19 MiB for a while, by design. The memory for each concurrent hash is allocated once and
//! reused: when it was allocated for each hash, it stayed in the per-thread arenas of the allocator, and sixty
//! concurrent sign-ins used gigabytes.
//!
//! There are two lines. Known users (sign-in, password change) go before newcomers who register. Each line has its own
//! capacity, so that many registrations cannot block customers. While both lines wait, every eighth hash is a
//! newcomer's.

mod lines;

use std::sync::LazyLock;

use parking_lot::Mutex;
use tokio::sync::{Semaphore, SemaphorePermit, oneshot};

use self::lines::Lines;
pub(super) use self::lines::{HashLine, HashMemory};
use shop_contract::{ErrorCode, ShopError};

/// Maximum number of concurrent hashes on any machine: four blocks of 19 MiB are the memory limit for sign-ins, and
/// they serve about two hundred users a second. The limit also keeps pending attempts below the number of failures that
/// blocks an address, because each attempt counts as failed until it succeeds: many users can sign in from one address.
const MOST_AT_ONCE: usize = 4;
/// Maximum length of each line.
const WAITING: usize = 64;

/// One queue for the machine: all shops that are open in the program share its cores.
static QUEUE: LazyLock<HashQueue> = LazyLock::new(|| HashQueue::new(at_once(), WAITING));

/// A place in the queue, released when it is dropped or its work is done.
pub(super) struct HashPermit {
    place: SemaphorePermit<'static>,
    line: HashLine,
    queue: &'static HashQueue,
}

impl HashPermit {
    /// Takes a place in a line.
    ///
    /// # Errors
    /// `OVERLOADED` if the line is full.
    pub(super) fn take(line: HashLine) -> Result<Self, ShopError> {
        QUEUE.enter(line)
    }

    /// Waits for its turn and runs the work off the async threads. Started work keeps its memory until it ends, even if
    /// its future was dropped. The error is a text for the log, if the work panicked.
    pub(super) async fn run<T: Send + 'static>(
        self,
        work: impl FnOnce(&mut HashMemory) -> T + Send + 'static,
    ) -> Result<T, String> {
        let Self { place, line, queue } = self;
        let mut lease = queue.memory(line).await;
        let worked = tokio::task::spawn_blocking(move || {
            let done = work(&mut lease.memory);
            drop((lease, place));
            done
        });
        worked.await.map_err(|error| error.to_string())
    }
}

struct HashQueue {
    known_places: Semaphore,
    newcomer_places: Semaphore,
    lines: Mutex<Lines>,
}

/// Memory in use; dropping it passes it to the next waiting hash.
struct Lease {
    memory: HashMemory,
    queue: &'static HashQueue,
    /// Whether the memory was already returned because the lines were empty.
    is_returned: bool,
}

impl HashQueue {
    fn new(at_once: usize, waiting: usize) -> Self {
        let places = || Semaphore::new(at_once + waiting);
        Self { known_places: places(), newcomer_places: places(), lines: Mutex::new(Lines::new(at_once)) }
    }

    fn enter(&'static self, line: HashLine) -> Result<HashPermit, ShopError> {
        let places = match line {
            HashLine::Known => &self.known_places,
            HashLine::Newcomer => &self.newcomer_places,
        };
        let place = places.try_acquire().map_err(|_| ErrorCode::Overloaded)?;
        Ok(HashPermit { place, line, queue: self })
    }

    async fn memory(&'static self, line: HashLine) -> Lease {
        let permit = {
            let mut lines = self.lines.lock();
            if let Some(memory) = lines.idle.pop() {
                return self.lease(memory);
            }
            let (sender, permit) = oneshot::channel();
            lines.wait(line, sender);
            permit
        };
        permit.await.expect("BUG: a waiter gets memory or has left")
    }

    fn lease(&'static self, memory: HashMemory) -> Lease {
        Lease { memory, queue: self, is_returned: false }
    }

    /// Passes memory to the next waiting hash, or keeps it if the lines are empty.
    fn hand_on(&'static self, memory: HashMemory) {
        let mut lease = self.lease(memory);
        loop {
            let next = {
                let mut lines = self.lines.lock();
                let next = lines.next();
                if next.is_none() {
                    lines.idle.push(std::mem::take(&mut lease.memory));
                    lease.is_returned = true;
                }
                next
            };
            match next.map(|next| next.send(lease)) {
                // The receiver was dropped meanwhile; the memory goes to the next one.
                Some(Err(back)) => lease = back,
                Some(Ok(())) | None => return,
            }
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if !self.is_returned {
            self.is_returned = true;
            self.queue.hand_on(std::mem::take(&mut self.memory));
        }
    }
}

fn at_once() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(MOST_AT_ONCE)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::HashLine::{Known, Newcomer};
    use super::*;

    fn queue(at_once: usize, waiting: usize) -> &'static HashQueue {
        Box::leak(Box::new(HashQueue::new(at_once, waiting)))
    }

    fn refusal(entered: Result<HashPermit, ShopError>) -> Option<ErrorCode> {
        entered.err().map(|error| error.code)
    }

    #[tokio::test]
    async fn no_more_work_at_once_than_there_is_memory_and_no_more_wait_than_may() {
        static NOW: AtomicUsize = AtomicUsize::new(0);
        static MOST: AtomicUsize = AtomicUsize::new(0);
        let queue = queue(2, 3);
        let permits: Vec<_> = (0..5).map(|_| queue.enter(Known).expect("two work and three wait")).collect();
        assert_eq!(refusal(queue.enter(Known)), Some(ErrorCode::Overloaded), "the line is full");
        let work = |_: &mut HashMemory| {
            MOST.fetch_max(NOW.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            std::thread::yield_now();
            NOW.fetch_sub(1, Ordering::SeqCst);
        };
        let running: Vec<_> = permits.into_iter().map(|permit| tokio::spawn(permit.run(work))).collect();
        for permit in running {
            permit.await.expect("nobody panics").expect("the work is done");
        }
        assert!(MOST.load(Ordering::SeqCst) <= 2, "there is memory for two");
        assert_eq!(queue.known_places.available_permits(), 5, "every place was given back");
        assert_eq!(queue.lines.lock().idle.len(), 2, "and all of the memory");
    }

    #[test]
    fn a_line_that_is_full_shuts_nobody_out_of_the_other() {
        let queue = queue(1, 2);
        let strangers: Vec<_> = (0..3).map(|_| queue.enter(Newcomer).expect("there is a place")).collect();
        assert_eq!(refusal(queue.enter(Newcomer)), Some(ErrorCode::Overloaded), "no more strangers fit");
        let known: Vec<_> = (0..3).map(|_| queue.enter(Known).expect("the known have places of their own")).collect();
        assert_eq!(refusal(queue.enter(Known)), Some(ErrorCode::Overloaded), "nor do more of the known");
        drop((strangers, known));
    }

    /// The order in which twenty of each line are served when all of them wait.
    async fn order_of_forty() -> Vec<HashLine> {
        let queue = queue(1, 64);
        let first = queue.memory(Known).await;
        let served: &'static Mutex<Vec<HashLine>> = Box::leak(Box::default());
        let waiting: Vec<_> = [Newcomer, Known]
            .into_iter()
            .flat_map(|line| std::iter::repeat_n(line, 20))
            .map(|line| {
                let permit = queue.enter(line).expect("there is a place");
                tokio::spawn(permit.run(move |_| served.lock().push(line)))
            })
            .collect();
        while queue.lines.lock().known.len() < 20 {
            tokio::task::yield_now().await;
        }
        drop(first);
        for one in waiting {
            one.await.expect("nobody panics").expect("the work is done");
        }
        served.lock().clone()
    }

    #[tokio::test]
    async fn the_known_go_first_and_newcomers_are_not_put_off_for_ever() {
        let served = order_of_forty().await;
        assert_eq!(served.len(), 40, "everybody is served");
        assert_eq!(served[..7], [Known; 7], "the known go first, however many strangers came before");
        assert_eq!(served[7], Newcomer, "then a newcomer comes in");
        let last_known = served.iter().rposition(|line| *line == Known).expect("they were served");
        assert_eq!(last_known, 21, "twenty of the known wait for two newcomers: {served:?}");
    }

    #[test]
    fn a_crowd_that_signs_in_at_once_does_not_close_its_address() {
        let under_way = i64::try_from(at_once() + WAITING).expect("a small number");
        assert!(under_way < shop_domain::limits::SIGN_IN_ADDRESS_FAILURES, "{under_way} tries are under way at most");
    }

    #[tokio::test]
    async fn a_dropped_request_gives_its_place_back() {
        let queue = queue(1, 1);
        drop(queue.enter(Known).expect("it is free").run(|_| ()));
        let permit = queue.enter(Known).expect("it is free again");
        assert!(permit.run(|_| panic!("on purpose")).await.is_err(), "a panic is told");
        let held = queue.memory(Known).await;
        for _ in 0..3 * WAITING {
            let mut gone = Box::pin(queue.enter(Known).expect("there is a place").run(|_| ()));
            assert!(polled_once(&mut gone).await.is_none(), "it waits");
        }
        assert!(queue.lines.lock().known.len() <= WAITING + 1, "waiters that have left are forgotten");
        let waits = tokio::spawn(queue.enter(Known).expect("there is a place").run(|_| ()));
        drop(held);
        waits.await.expect("nobody panics").expect("the memory passes waiters that have left");
    }

    async fn polled_once<T>(future: &mut std::pin::Pin<Box<impl Future<Output = T>>>) -> Option<T> {
        std::future::poll_fn(|cx| match future.as_mut().poll(cx) {
            std::task::Poll::Ready(done) => std::task::Poll::Ready(Some(done)),
            std::task::Poll::Pending => std::task::Poll::Ready(None),
        })
        .await
    }
}
