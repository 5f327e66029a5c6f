//! One run of clients and the writer at the lock manager, and what must hold after it. Compiled once for each checker, whose
//! threads, mutex and lock manager stand beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use shop_store::{Feed, Task, Tx, Verdict, WriteFailure, finish};

use super::locks::{Admission, Keys, LockKey, LockManager, Ticket};
use super::{Countdown, thread};
use crate::lock_queue::{Conduct, Plan, Request, WriterStarts};

/// Longer than any run.
const LONG: Duration = Duration::from_secs(3_600);
/// Ids of products are below this.
const PRODUCTS: usize = 4;

/// A request and what became of it. The counts are read after all threads have ended.
struct Asked {
    keys: Vec<i64>,
    conduct: Conduct,
    /// Its number in the order of arrival.
    number: AtomicU64,
    runs: AtomicUsize,
    time_outs: AtomicUsize,
    has_left: AtomicBool,
    /// Whether its task is gone; its client is woken then.
    is_over: AtomicBool,
}

struct World {
    admission: Admission,
    asked: Vec<Asked>,
    /// The requests in the order in which they ran.
    served: parking_lot::Mutex<Vec<usize>>,
    /// Whether a request holds the stock of a product.
    held: [AtomicBool; PRODUCTS],
    /// How often a request met a key that another one held.
    collisions: AtomicUsize,
    /// Clients that have not finished.
    clients: Countdown,
    /// Whether two threads serve the queue.
    bug_two_writers: bool,
    writer: WriterStarts,
}

/// Runs the plan and checks what it has left.
///
/// # Panics
/// Where a promise of the lock manager is broken.
pub fn run(plan: &Plan) {
    let asked = plan.clients.iter().flatten().map(Asked::new).collect();
    let world = Arc::new(World {
        admission: Admission::new(),
        asked,
        served: parking_lot::Mutex::default(),
        held: Default::default(),
        collisions: AtomicUsize::new(0),
        clients: Countdown::new(plan.clients.len()),
        bug_two_writers: plan.bug_two_writers,
        writer: plan.writer,
    });
    let mut first = 0;
    let mut threads = Vec::new();
    for requests in &plan.clients {
        let (world, mine) = (Arc::clone(&world), first..first + requests.len());
        first = mine.end;
        threads.push(thread::spawn(move || ask(&world, mine)));
    }
    if plan.bug_two_writers {
        let world = Arc::clone(&world);
        threads.push(thread::spawn(move || serve(&world)));
    }
    let join_all = || threads.into_iter().for_each(|thread| thread.join().expect("no thread panics"));
    match plan.writer {
        WriterStarts::AtOnce => {
            serve(&world);
            join_all();
        }
        WriterStarts::AfterClients => {
            join_all();
            world.admission.close();
            serve(&world);
        }
    }
    world.check();
}

/// The writer.
fn serve(world: &World) {
    while let Some(task) = world.admission.wait() {
        finish(task, Ok(()));
    }
}

/// A client: it asks for all of its requests, then leaves or waits for each. The last client closes the queue.
fn ask(world: &Arc<World>, requests: std::ops::Range<usize>) {
    let tickets: Vec<_> = requests.map(|request| (&world.asked[request], join(world, request))).collect();
    for (asked, ticket) in tickets {
        if asked.conduct == Conduct::Leave && world.admission.leave(&ticket) {
            asked.has_left.store(true, Ordering::Relaxed);
        } else if world.writer == WriterStarts::AtOnce {
            while !asked.is_over.load(Ordering::Relaxed) {
                thread::park();
            }
        }
    }
    if world.writer == WriterStarts::AtOnce && world.clients.fetch_sub(1, Ordering::AcqRel) == 1 {
        world.admission.close();
    }
}

/// Joins the queue.
fn join(world: &Arc<World>, request: usize) -> Ticket {
    let (asked, now) = (&world.asked[request], Instant::now());
    let deadline = if asked.conduct == Conduct::ComeLate { now.checked_sub(LONG).unwrap_or(now) } else { now + LONG };
    let keys = Keys::new(asked.keys.iter().copied().map(LockKey::Stock));
    let work = Box::new(Work { world: Arc::clone(world), request, client: thread::current() });
    let ticket = world.admission.execute(keys, deadline, work).expect("there is room");
    asked.number.store(ticket.number, Ordering::Relaxed);
    ticket
}

impl Asked {
    fn new((keys, conduct): &Request) -> Self {
        Self {
            keys: keys.clone(),
            conduct: *conduct,
            number: AtomicU64::new(0),
            runs: AtomicUsize::new(0),
            time_outs: AtomicUsize::new(0),
            has_left: AtomicBool::new(false),
            is_over: AtomicBool::new(false),
        }
    }
}

/// The work of a request. `finish` stands for the run: only the writer of a file has a transaction to run it in.
struct Work {
    world: Arc<World>,
    request: usize,
    client: thread::Thread,
}

impl Task for Work {
    fn run(&mut self, _tx: &Tx<'_>) -> Verdict {
        Verdict::Keep
    }

    fn finish(self: Box<Self>, end: Result<(), WriteFailure>) {
        let asked = &self.world.asked[self.request];
        if end == Err(WriteFailure::TimedOut) {
            asked.time_outs.fetch_add(1, Ordering::Relaxed);
            return;
        }
        asked.runs.fetch_add(1, Ordering::Relaxed);
        self.world.served.lock().push(self.request);
        let _holding = Holding::begin(&self.world, &asked.keys);
        if self.world.bug_two_writers {
            // The other writer could run now, and would meet the held keys.
            thread::yield_now();
        }
        if asked.conduct == Conduct::Panic {
            // Without the message that a panic prints: there are a million of them.
            std::panic::resume_unwind(Box::new("by design"));
        }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.world.asked[self.request].is_over.store(true, Ordering::Relaxed);
        self.client.unpark();
    }
}

/// The keys of a running request.
struct Holding<'a> {
    world: &'a World,
    keys: Vec<usize>,
}

impl<'a> Holding<'a> {
    fn begin(world: &'a World, keys: &[i64]) -> Self {
        let free = |key: &usize| !world.held[*key].swap(true, Ordering::Relaxed);
        let wanted: BTreeSet<usize> =
            keys.iter().map(|key| usize::try_from(*key).expect("an id of a product")).collect();
        let keys: Vec<usize> = wanted.iter().copied().filter(free).collect();
        world.collisions.fetch_add(wanted.len() - keys.len(), Ordering::Relaxed);
        Self { world, keys }
    }
}

impl Drop for Holding<'_> {
    fn drop(&mut self) {
        for key in &self.keys {
            self.world.held[*key].store(false, Ordering::Relaxed);
        }
    }
}

impl World {
    fn check(&self) {
        assert_eq!(self.collisions.load(Ordering::Relaxed), 0, "no two requests hold one key at once");
        for asked in &self.asked {
            let (ran, timed_out) = (asked.runs.load(Ordering::Relaxed), asked.time_outs.load(Ordering::Relaxed));
            let has_left = asked.has_left.load(Ordering::Relaxed);
            assert_eq!(ran + timed_out + usize::from(has_left), 1, "a request runs, expires or leaves, and once");
            assert_eq!(timed_out > 0, asked.conduct == Conduct::ComeLate, "just what comes late expires");
        }
        let mut served: BTreeMap<BTreeSet<i64>, Vec<u64>> = BTreeMap::new();
        for request in self.served.lock().iter() {
            let asked = &self.asked[*request];
            let number = asked.number.load(Ordering::Relaxed);
            served.entry(asked.keys.iter().copied().collect()).or_default().push(number);
        }
        for (keys, numbers) in served {
            assert!(numbers.is_sorted(), "first come, first served at {keys:?}: {numbers:?}");
        }
        let stats = self.admission.stats();
        assert_eq!((stats.active_keys, stats.waiters), (0, 0), "no key and no waiter is left");
    }
}
