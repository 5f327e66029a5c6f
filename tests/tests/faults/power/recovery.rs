//! What SQLite makes of the files that a power cut has left, and what the shop makes of it at its start.

#![expect(
    unsafe_code,
    reason = "a checkpoint without a statement, so that SQLite does not read the schema of each image"
)]

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags, ffi};
use shop_app::runtime::ManualClock;
use shop_store::{StorageLimits, WalOrigin, wal_origin};
use tempfile::TempDir;

use super::GROUPS;
use super::disk::Image;
use super::workload::Answered;
use crate::folder::{file_in, new_folder, open};

/// Bytes at the begin of a database that say how it is written. Its first start in WAL mode changes them without a group.
const HEADER: usize = 100;

/// What a recovered database holds.
pub struct Held {
    groups: i64,
    keys: HashSet<(i64, String)>,
}

impl Held {
    /// Whether it holds the answer of a request with this key.
    pub fn has(&self, user_id: i64, key: &str) -> bool {
        self.keys.contains(&(user_id, key.to_owned()))
    }

    /// Whether it holds what was answered.
    ///
    /// # Errors
    /// In words, where it does not.
    pub fn holds(&self, answered: &[Answered]) -> Result<(), String> {
        for Answered { groups, key, .. } in answered {
            if *groups > self.groups {
                return Err(format!("group {groups} was answered, and {} are left", self.groups));
            }
            if let Some(key) = key.as_ref().filter(|key| !self.keys.contains(*key)) {
                return Err(format!("{key:?} was answered, and is lost"));
            }
        }
        Ok(())
    }
}

/// How a database is checked that has come out for the first time.
pub type Examine = Box<dyn Fn(&[u8]) -> Result<Held, String>>;

/// Recovers images. Databases that are equal to the last byte are checked once.
pub struct Recovery {
    folder: TempDir,
    now: DateTime<Utc>,
    examine: Examine,
    /// The databases that have come out, with what they hold, in the order of the record.
    known: Vec<(Vec<u8>, Held)>,
}

impl Recovery {
    /// With an empty memory, for shops at this time.
    pub fn new(now: DateTime<Utc>, examine: Examine) -> Self {
        Self { folder: new_folder(), now, examine, known: Vec::new() }
    }

    /// How many different databases have come out.
    pub fn databases(&self) -> usize {
        self.known.len()
    }

    /// Recovers an image as SQLite does, and checks what comes out.
    ///
    /// # Errors
    /// In words, where the database is damaged or the shop is not in order.
    pub fn recover(&mut self, image: &Image) -> Result<&Held, String> {
        lay(self.folder.path(), image)?;
        let content = recovered(&file_in(self.folder.path()))?;
        // One of the latest, mostly.
        let place = match self.known.iter().rposition(|(known, _)| *known == content) {
            Some(place) => place,
            None => {
                let held = (self.examine)(&content)?;
                self.known.push((content, held));
                self.known.len() - 1
            }
        };
        Ok(&self.known[place].1)
    }

    /// Refuses two databases after the same groups: a part of a group is missing from one of them.
    ///
    /// # Errors
    /// The number of groups.
    pub fn refuse_seconds(&self) -> Result<(), String> {
        for (at, (content, held)) in self.known.iter().enumerate() {
            let is_second = |(other, other_held): &(Vec<u8>, Held)| {
                other_held.groups == held.groups && other.get(HEADER..) != content.get(HEADER..)
            };
            if self.known[..at].iter().any(is_second) {
                return Err(format!("after {} groups the database is not always the same", held.groups));
            }
        }
        Ok(())
    }

    /// Compares the database with its WAL, as a start does before SQLite opens them.
    ///
    /// # Errors
    /// In words, where the WAL would be set aside.
    pub fn compare(&self, image: &Image) -> Result<(), String> {
        lay(self.folder.path(), image)?;
        match wal_origin(&file_in(self.folder.path())) {
            Ok(WalOrigin::Own) => Ok(()),
            Ok(other) => Err(format!("the WAL is taken for that of another file: {other:?}")),
            Err(error) => Err(format!("the WAL is not compared: {error}")),
        }
    }

    /// Starts the shop on the image as the power cut has left it, with all that a start does.
    ///
    /// # Errors
    /// In words, where the shop does not open or is not in order.
    pub fn start(&self, image: &Image) -> Result<Held, String> {
        let folder = new_folder();
        lay(folder.path(), image)?;
        let file = file_in(folder.path());
        start(folder.path(), self.now)?;
        held(&file)
    }
}

/// Puts the files of an image into a folder.
fn lay(folder: &Path, image: &Image) -> Result<(), String> {
    let file = file_in(folder);
    for end in ["-shm", "-wal", "-journal"] {
        let _ = fs::remove_file(shop_app::runtime::with_end(&file, end));
    }
    for (name, content) in image {
        if let Some(content) = content {
            fs::write(folder.join(name), content).map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}

/// The database after SQLite has recovered it: the WAL is applied and gone.
fn recovered(file: &Path) -> Result<Vec<u8>, String> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(file, flags).map_err(|error| format!("it does not open: {error}"))?;
    // Reads the first page and recovers the WAL, but not the schema.
    conn.execute_batch("BEGIN IMMEDIATE; COMMIT").map_err(|error| format!("it is not recovered: {error}"))?;
    // SAFETY: the connection is open; no name of a database means all of them, and no figures are asked for.
    let result = unsafe {
        ffi::sqlite3_wal_checkpoint_v2(
            conn.handle(),
            std::ptr::null(),
            ffi::SQLITE_CHECKPOINT_TRUNCATE,
            std::ptr::null_mut(),
            std::ptr::null_mut(),
        )
    };
    if result != ffi::SQLITE_OK {
        return Err(format!("the WAL is not applied: {result}"));
    }
    conn.close().map_err(|(_, error)| error.to_string())?;
    fs::read(file).map_err(|error| error.to_string())
}

/// Checks a database: its pages, the invariants, what it holds, and that the shop starts on it and leaves nothing half done.
pub fn examine(content: &[u8], now: DateTime<Utc>) -> Result<Held, String> {
    let folder = new_folder();
    let file = file_in(folder.path());
    fs::write(&file, content).map_err(|error| error.to_string())?;
    let ceiling = StorageLimits::default().wal_ceiling_bytes;
    let broken = shop_store::verify::broken_in_file(&file, chrono_tz::Asia::Seoul, ceiling, |db, go_on| {
        shop_app::seal::broken(db, None, 100, go_on)
    });
    let broken = broken.map_err(|error| format!("it cannot be verified: {error}"))?;
    if let Some(first) = broken.first() {
        return Err(format!("an invariant is broken: {first}"));
    }
    let held = held(&file)?;
    start(folder.path(), now)?;
    Ok(held)
}

/// What a database of a shop holds.
pub fn held(file: &Path) -> Result<Held, String> {
    let read = || -> rusqlite::Result<Held> {
        let conn = Connection::open(file)?;
        let groups = conn.query_row(GROUPS, [], |row| row.get(0))?;
        let mut statement = conn.prepare("SELECT user_id, key FROM idempotency")?;
        let keys = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        Ok(Held { groups, keys })
    };
    read().map_err(|error| format!("it is not readable: {error}"))
}

/// A start of the shop: what was left half done is finished, and then all invariants hold.
pub fn start(folder: &Path, now: DateTime<Utc>) -> Result<(), String> {
    let shop = open(folder, &Arc::new(ManualClock::new(now))).map_err(|error| format!("it does not start: {error}"))?;
    let finishing = shop_app::payment::finish_compensations(&shop);
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
    runtime.block_on(finishing).map_err(|error| format!("a compensation is not finished: {error:?}"))?;
    let open = shop.read(|db| shop_store::payment::uncompensated(db, 1)).map_err(|error| error.to_string())?;
    let broken = shop_app::verify(&shop).map_err(|error| error.to_string())?;
    if open.is_empty() && broken.is_empty() {
        return Ok(());
    }
    Err(format!("after the start {open:?} is left open, and {broken:?} broken"))
}
