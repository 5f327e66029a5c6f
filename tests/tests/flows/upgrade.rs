//! A file of an earlier schema where there is no room for its copy: it is not touched, and the reason can pass.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;
use shop_app::backup::StartRefusal;
use shop_app::context::Shop;
use shop_app::runtime::{Disk, ShopOptions};
use shop_contract::StartProblem;
use shop_tests::first_schema::FIRST_SCHEMA;
use tempfile::TempDir;

struct FullDisk;

impl Disk for FullDisk {
    fn free_bytes(&self, _folder: &Path) -> Option<u64> {
        Some(4096)
    }
}

#[tokio::test]
async fn without_room_for_the_copy_the_file_stays_as_it_is() {
    let folder = TempDir::new().expect("a folder");
    let file = Shop::file_in(folder.path());
    drop(Shop::open(ShopOptions::new(folder.path())).expect("a new shop"));
    Connection::open(&file).expect("it opens").execute_batch(FIRST_SCHEMA).expect("as the first program wrote it");
    let before = fs::read(&file).expect("the file");
    let mut options = ShopOptions::new(folder.path());
    options.disk = Arc::new(FullDisk);
    let refused = Shop::open(options).err().expect("it is refused");
    assert_eq!(StartRefusal::new(folder.path(), &refused).problem, StartProblem::Full, "{refused}");
    assert!(fs::read(&file).expect("the file") == before, "not one byte is changed");
    drop(Shop::open(ShopOptions::new(folder.path())).expect("it opens once there is room"));
}
