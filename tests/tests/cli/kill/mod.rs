//! The program is killed with SIGKILL under orders, payments, charges and coupons, over and over. A request without an answer is
//! repeated with its key, an answered one is asked again, and the file must say what the answers say.
//!
//! The moments of the kills come from a seed. Where a group commits between two of them is up to the machine.

mod customer;
mod market;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::json;
use shop_tests::proof::{Report, is_full, report};
use tempfile::TempDir;
use tokio::sync::Semaphore;

use self::customer::{Customer, Market};
use self::market::{compare, customers, open_market, renew_tokens};
use crate::program::{change, command, file, jangteo};
use crate::served::Served;

/// Kills of the full form.
const FULL: u64 = 500;
/// Kills of the quick form at the least; it goes on until its time is over.
const LEAST: u64 = 20;
/// Time of the quick form.
const QUICK: Duration = Duration::from_secs(40);
/// Answers between a start and its kill, at most.
const MOST_ANSWERS: u64 = 60;
/// Every so many cycles each customer gets a fresh access token: one is valid for fifteen minutes.
const FRESH_TOKENS: u64 = 20;
/// Every so many cycles the next start is killed as well.
const KILLED_STARTS: u64 = 4;
/// Kills within which a planted bug must be caught.
const KILLS_OF_A_PLANT: u64 = 10;

/// A change behind the shop's back after a kill.
type Plant = fn(&Path);

/// Bugs that the test must catch, as they would look from outside.
const PLANTS: [(&str, Plant); 5] = [
    ("the log is lost", |folder| {
        for end in ["db-wal", "db-shm"] {
            let _ = fs::remove_file(file(folder).with_extension(end));
        }
    }),
    ("the answers are forgotten", |folder| change(folder, "DELETE FROM idempotency")),
    ("a unit comes back", |folder| {
        change(
            folder,
            "UPDATE stock SET available_quantity = available_quantity + 1
             WHERE product_id = (SELECT max(id) FROM product)",
        );
    }),
    ("a point is lost", |folder| {
        change(
            folder,
            "UPDATE user SET available_point = available_point - 1
             WHERE id = (SELECT max(user_id) FROM balance_transaction)",
        );
    }),
    ("an issued coupon is not counted", |folder| {
        change(
            folder,
            "UPDATE coupon SET issued_quantity = issued_quantity - 1 WHERE id = (SELECT max(coupon_id) FROM user_coupon)",
        );
    }),
];

/// A shop that is killed again and again, with its customers.
struct Killed<'a> {
    folder: &'a Path,
    market: Arc<Market>,
    customers: Vec<Customer>,
    /// The program of the next cycle.
    served: Arc<Served>,
    random: u64,
    cycles: u64,
    repeated: usize,
    asked_again: usize,
}

impl<'a> Killed<'a> {
    fn start(folder: &'a Path, market: &Arc<Market>, seed: u64) -> Self {
        let (market, customers) = (Arc::clone(market), customers(folder, market));
        let served = Arc::new(Served::start(folder));
        Self { folder, market, customers, served, random: seed, cycles: 0, repeated: 0, asked_again: 0 }
    }

    /// The next number of the seed below `below` (SplitMix64).
    fn below(&mut self, below: u64) -> u64 {
        self.random = self.random.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.random ^ (self.random >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % below
    }

    /// One kill with all that follows. An error is a broken promise.
    async fn cycle(&mut self, plant: Option<Plant>) -> Result<(), String> {
        self.cycles += 1;
        self.shop_until_killed().await?;
        if let Some(plant) = plant {
            plant(self.folder);
        }
        if self.cycles.is_multiple_of(KILLED_STARTS) {
            self.kill_a_start();
        }
        if self.cycles.is_multiple_of(FRESH_TOKENS) {
            renew_tokens(self.folder, &mut self.customers);
        }
        self.served = Arc::new(Served::start(self.folder));
        for customer in &mut self.customers {
            self.repeated += usize::from(customer.repeat(&self.served).await?);
        }
        for customer in &mut self.customers {
            self.asked_again += customer.ask_again(&self.served).await?;
        }
        compare(self.folder, &self.market, &self.customers)
    }

    /// All customers at once, until the kill that comes at a random moment after a random number of answers.
    async fn shop_until_killed(&mut self) -> Result<(), String> {
        let (answers, pause) = (1 + self.below(MOST_ANSWERS), Duration::from_micros(self.below(20_000)));
        let done = Arc::new(Semaphore::new(0));
        let shop_on = |mut customer: Customer| {
            let (served, done) = (Arc::clone(&self.served), Arc::clone(&done));
            tokio::spawn(async move {
                let end = customer.shop_on(&served, &done).await;
                if end.is_err() {
                    // The kill must not wait for answers that nobody asks for any more.
                    done.add_permits(MOST_ANSWERS as usize);
                }
                (customer, end)
            })
        };
        let shopping: Vec<_> = std::mem::take(&mut self.customers).into_iter().map(shop_on).collect();
        drop(done.acquire_many(answers as u32).await.expect("they shop"));
        tokio::time::sleep(pause).await;
        self.served.signal("KILL");
        let mut ends = Vec::new();
        for customer in shopping {
            let (customer, end) = customer.await.expect("a customer does not panic");
            self.customers.push(customer);
            ends.push(end);
        }
        Arc::get_mut(&mut self.served).expect("nobody calls any more").wait();
        ends.into_iter().collect()
    }

    /// Ends the program of the next cycle.
    fn end(mut self) {
        self.served.signal("KILL");
        Arc::get_mut(&mut self.served).expect("nobody calls any more").wait();
    }

    /// Starts the program and kills it before anybody has asked it anything.
    fn kill_a_start(&mut self) {
        let pause = Duration::from_millis(self.below(400));
        let mut started = command(&["serve", "--port", "0"], self.folder).spawn().expect("the program starts");
        std::thread::sleep(pause);
        started.kill().expect("it is ours");
        started.wait().expect("it ends");
    }
}

/// Whether the test notices a bug that is planted after each kill.
async fn is_caught(market_folder: &Path, market: &Arc<Market>, (name, plant): (&str, Plant)) -> bool {
    let folder = TempDir::new().expect("a folder");
    copy_folder(market_folder, folder.path());
    let mut killed = Killed::start(folder.path(), market, name.len() as u64);
    let mut noticed = None;
    while noticed.is_none() && killed.cycles < KILLS_OF_A_PLANT {
        noticed = killed.cycle(Some(plant)).await.err();
    }
    eprintln!("{name}: after {} kills: {}", killed.cycles, noticed.as_deref().unwrap_or("not noticed"));
    killed.end();
    noticed.is_some()
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_outlives_every_kill() {
    let started = Instant::now();
    let folder = TempDir::new().expect("a folder");
    let market = open_market(folder.path()).await;
    let fresh = TempDir::new().expect("a folder");
    copy_folder(folder.path(), fresh.path());
    let mut killed = Killed::start(folder.path(), &market, 12);
    let is_over = |cycles| if is_full() { cycles >= FULL } else { cycles >= LEAST && started.elapsed() > QUICK };
    while !is_over(killed.cycles) {
        let kept = killed.cycle(None).await;
        assert_eq!(kept, Ok(()), "kill {}", killed.cycles);
    }
    let (cycles, repeated, asked_again) = (killed.cycles, killed.repeated, killed.asked_again);
    killed.end();
    eprintln!("{cycles} kills, {repeated} requests repeated, {asked_again} answers asked again");
    assert!(repeated > 0 && asked_again > 0, "the kills came in the middle of work: {repeated}, {asked_again}");
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "the books are right");
    let mut caught = 0;
    for plant in PLANTS {
        caught += u64::from(is_caught(fresh.path(), &market, plant).await);
    }
    report(&Report {
        goal: "killed-program",
        figure: cycles,
        unit: "kills",
        reach: if is_full() { FULL } else { LEAST },
        planted: PLANTS.len() as u64,
        caught,
        seconds: started.elapsed().as_secs_f64(),
    });
}
