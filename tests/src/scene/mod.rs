//! A shop of its own for each scenario, with a clock that stands still, and short words for what users do in it. When
//! the scenario is over the identities are checked.

mod acts;
mod contents;
mod drafts;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use shop_app::context::{Admits, Caller};
use shop_app::context::{Call, Shop};
use shop_app::runtime::locks::LockKey;
use shop_app::runtime::{Disk, ManualClock, Principal, ShopOptions, WorkError, Writing};
use shop_contract::Moment;

pub use acts::Line;
pub use contents::Contents;
pub use drafts::{
    charged, coupon_edit_of, edit_of, item_rate, order, payment, product, rate, refused, transfer, with_code, won,
};

static NEXT: AtomicU64 = AtomicU64::new(1);

/// What a scene changes in the options with which its shop is opened.
type Change = Box<dyn Fn(&mut ShopOptions) + Send + Sync>;

/// The instant at which every scene begins: noon in Seoul, 10 March 2026.
#[must_use]
pub fn noon() -> DateTime<Utc> {
    at("2026-03-10T03:00:00Z")
}

/// An instant, as RFC 3339 writes it.
#[must_use]
pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

/// A day, or an instant, as an end of a period.
#[must_use]
pub fn moment(text: &str) -> Moment {
    text.to_owned().try_into().expect("a day or an instant")
}

fn next_number() -> u64 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// A shop and its clock.
pub struct Scene {
    /// The shop, open.
    pub shop: Arc<Shop>,
    /// Its time, which stands still until it is moved.
    pub clock: Arc<ManualClock>,
    folder: PathBuf,
    change: Change,
    is_falsified: AtomicBool,
}

impl Scene {
    /// A shop as the program opens it, but for its clock.
    #[must_use]
    pub fn new() -> Self {
        Self::with(|_| {})
    }

    /// A shop that is opened otherwise, at first and after every restart.
    pub fn with(change: impl Fn(&mut ShopOptions) + Send + Sync + 'static) -> Self {
        let folder = tempfile::Builder::new().prefix("jangteo-flow-").tempdir().expect("a folder for the scene").keep();
        let clock = Arc::new(ManualClock::new(noon()));
        let change: Change = Box::new(change);
        let shop = open(&folder, &clock, &change);
        Self { shop, clock, folder, change, is_falsified: AtomicBool::new(false) }
    }

    /// The program ends and is started anew; what start-up finishes is finished.
    pub async fn restart(&mut self) {
        self.shop = self.second_program();
        shop_app::payment::finish_compensations(&self.shop).await.expect("start-up finishes what was left");
    }

    /// A second program on the same file: a writer, locks and a memory of its own.
    #[must_use]
    pub fn second_program(&self) -> Arc<Shop> {
        open(&self.folder, &self.clock, &self.change)
    }

    /// Lets time pass.
    pub fn advance_minutes(&self, minutes: i64) {
        self.clock.advance(TimeDelta::minutes(minutes));
    }

    /// A call of a signed-in user, as the use case takes it.
    #[must_use]
    pub fn call<C: Caller>(&self, user: Principal) -> C {
        admitted(Call::new(Arc::clone(&self.shop), Some(user), None))
    }

    /// The same with an idempotency key.
    #[must_use]
    pub fn call_with_key<C: Caller>(&self, user: Principal, key: &str) -> C {
        admitted(Call::new(Arc::clone(&self.shop), Some(user), Some(key.to_owned())))
    }

    /// A call of an admin for an operation of this level.
    #[must_use]
    pub fn call_at<L: Admits>(&self, user: Principal) -> L::Call {
        let call = Call::new(Arc::clone(&self.shop), Some(user), None);
        L::admit(call).unwrap_or_else(|refusal| panic!("the level admits the caller: {refusal:?}"))
    }

    /// A call of a visitor.
    #[must_use]
    pub fn visitor(&self) -> Call {
        Call::new(Arc::clone(&self.shop), None, None)
    }

    /// The database.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        Shop::file_in(&self.folder)
    }

    /// What an admin, a second program or an accident does to the file.
    pub fn sql(&self, statement: &str) {
        let file = rusqlite::Connection::open(self.file()).expect("the file opens");
        file.execute_batch(statement).expect("the statement runs");
    }

    /// As [`Scene::sql`], to falsify the books: the scene ends without its check.
    pub fn falsify(&self, statement: &str) {
        self.is_falsified.store(true, Ordering::Relaxed);
        self.sql(statement);
    }

    /// A number that the file is asked for.
    #[must_use]
    pub fn count(&self, query: &str) -> i64 {
        let file = rusqlite::Connection::open(self.file()).expect("the file opens");
        file.query_row(query, [], |row| row.get(0)).expect("the query gives a number")
    }

    /// A text that the file is asked for.
    #[must_use]
    pub fn text(&self, query: &str) -> String {
        let file = rusqlite::Connection::open(self.file()).expect("the file opens");
        file.query_row(query, [], |row| row.get(0)).expect("the query gives a text")
    }

    /// Sees whether anything is written to the file.
    #[must_use]
    pub fn contents(&self) -> Contents {
        Contents::of(&self.file())
    }

    /// Writes what no use case writes yet.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Writing<'_>) -> Result<T, WorkError> + Send + 'static,
    ) -> T {
        let mut work = Some(work);
        let once = move |writing: &mut Writing<'_>| work.take().expect("the scene is set once")(writing);
        self.shop.write(LockKey::Shop, once).await.unwrap_or_else(|error| panic!("the scene is set: {error:?}"))
    }
}

impl Default for Scene {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        if !std::thread::panicking() && !self.is_falsified.load(Ordering::Relaxed) {
            let broken = shop_app::verify(&self.shop).expect("the shop can be verified");
            assert!(broken.is_empty(), "the identities hold after the scenario: {broken:?}");
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The call as a use case takes it.
///
/// # Panics
/// Where the use case does not admit the caller.
pub fn admitted<C: Caller>(call: Call) -> C {
    C::admit(call).unwrap_or_else(|refusal| panic!("the use case admits the caller: {refusal:?}"))
}

/// A disk with room, whatever the disk of this machine has: a scene that needs another one changes the options.
struct RoomyDisk;

impl Disk for RoomyDisk {
    fn free_bytes(&self, _folder: &Path) -> Option<u64> {
        Some(1 << 40)
    }
}

fn open(folder: &Path, clock: &Arc<ManualClock>, change: &Change) -> Arc<Shop> {
    let mut options = ShopOptions::new(folder);
    options.clock = Arc::clone(clock) as _;
    options.disk = Arc::new(RoomyDisk);
    change(&mut options);
    Shop::open(options).expect("the shop opens")
}
