//! Data folders in memory where the machine has such a file system: a sync costs nothing there, and there are many.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest as _, Sha256};
use shop_app::context::Shop;
use shop_app::runtime::{ManualClock, Randomness, ShopOptions};
use shop_store::{StorageLimits, StoreResult};
use tempfile::TempDir;

use crate::scene::Scene;

/// Where the folders lie, if it is there.
const IN_MEMORY: &str = "/dev/shm";

/// The folder of the backups in a data folder.
const BACKUPS: &str = "backups";

/// A new folder.
pub fn new_folder() -> TempDir {
    let place = Path::new(IN_MEMORY);
    let place = if place.is_dir() { place.to_owned() } else { std::env::temp_dir() };
    tempfile::Builder::new().prefix("jangteo-fault-").tempdir_in(place).expect("a folder")
}

/// A copy of a folder whose shop is closed.
pub fn copy_of(folder: &Path) -> TempDir {
    let copy = new_folder();
    copy_into(folder, copy.path());
    copy
}

/// A closed copy of a scene's shop, with its backups.
pub fn closed_copy_of(scene: &Scene) -> TempDir {
    let (copy, backups) = (new_folder(), scene.file().with_file_name(BACKUPS));
    shop_store::backup::copy_file(&scene.file(), &file_in(copy.path()), |_| {}).expect("it is copied");
    if backups.is_dir() {
        copy_into(&backups, &copy.path().join(BACKUPS));
    }
    copy
}

fn copy_into(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder is ours");
    for entry in fs::read_dir(from).expect("the folder is there") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_into(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("it is copied");
        }
    }
}

/// Opens the shop of a folder.
pub fn open(folder: &Path, clock: &Arc<ManualClock>) -> StoreResult<Arc<Shop>> {
    open_with(folder, clock, StorageLimits::default())
}

/// As [`open`], with other limits of the storage.
pub fn open_with(folder: &Path, clock: &Arc<ManualClock>, storage: StorageLimits) -> StoreResult<Arc<Shop>> {
    let mut options = ShopOptions::new(folder);
    options.clock = Arc::clone(clock) as _;
    options.randomness = Arc::new(Numbered::new());
    options.storage = storage;
    Shop::open(options)
}

/// A shop's file in its folder.
pub fn file_in(folder: &Path) -> PathBuf {
    Shop::file_in(folder)
}

/// Other bytes for each opening of a shop, and the same ones in each run of a test: two runs of a write show which cells come
/// from them.
struct Numbered {
    opening: u64,
    asked: AtomicU64,
}

impl Numbered {
    fn new() -> Self {
        static OPENINGS: AtomicU64 = AtomicU64::new(0);
        Self { opening: OPENINGS.fetch_add(1, Ordering::SeqCst), asked: AtomicU64::new(0) }
    }
}

impl Randomness for Numbered {
    fn bytes(&self) -> [u8; 32] {
        Sha256::digest(format!("{} {}", self.opening, self.asked.fetch_add(1, Ordering::SeqCst))).into()
    }
}
