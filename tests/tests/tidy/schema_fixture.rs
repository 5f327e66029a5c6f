//! Files of released schemas, kept as text in `tests/fixtures/schema_NNNN.sql`: the program opens each, brings it to the
//! current version, loses no row, and every invariant holds.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use shop_app::context::Shop;
use shop_app::runtime::ShopOptions;
use shop_app::verify_folder;
use shop_tests::root;
use shop_tests::schema_fixture::{restore, tables};
use tempfile::TempDir;

/// Every fixture by the version of its schema.
fn fixtures() -> BTreeMap<u32, PathBuf> {
    let folder = root().join("tests/fixtures");
    let entries =
        std::fs::read_dir(folder).expect("the folder of fixtures").map(|entry| entry.expect("an entry").path());
    let version = |path: &Path| path.file_name()?.to_str()?.strip_prefix("schema_")?.strip_suffix(".sql")?.parse().ok();
    entries.filter_map(|path| Some((version(&path)?, path))).collect()
}

/// Rows by table. What the program writes about itself when it opens a file is left out.
fn rows(file: &Path) -> BTreeMap<String, i64> {
    let conn = Connection::open(file).expect("it opens");
    let count = |table: &String| {
        conn.query_row(&format!("SELECT count(*) FROM \"{table}\""), [], |row| row.get(0)).expect("a number")
    };
    let tables = tables(&conn).expect("its tables");
    let is_of_shop =
        |table: &String| !table.contains("_search") && !table.starts_with("sqlite_") && table != "commit_mark";
    tables.into_iter().filter(is_of_shop).map(|table| (table.clone(), count(&table))).collect()
}

#[test]
fn each_released_schema_is_opened_and_every_invariant_holds() {
    let fixtures = fixtures();
    assert!(fixtures.contains_key(&7), "the first released schema is kept: {fixtures:?}");
    for (version, path) in fixtures {
        let text = std::fs::read_to_string(&path).expect("a text");
        assert!(text.len() < 300_000, "{} is small", path.display());
        let folder = TempDir::new().expect("a folder");
        let file = Shop::file_in(folder.path());
        restore(&file, &text).expect("a shop");
        let before = rows(&file);
        let empty: Vec<_> = before.iter().filter(|(_, count)| **count == 0).collect();
        assert!(empty.is_empty(), "every table of version {version} has rows: {empty:?}");
        drop(Shop::open(ShopOptions::new(folder.path())).expect("the program opens it"));
        let verified = verify_folder(folder.path()).expect("it can be verified");
        assert_eq!(verified.broken, [], "the invariants hold in the shop of version {version}");
        assert_eq!(verified.brought_up_from, None, "it is of the current version");
        let lost: Vec<_> = before.iter().filter(|(table, count)| rows(&file).get(*table) < Some(count)).collect();
        assert!(lost.is_empty(), "no row of version {version} is lost: {lost:?}");
    }
}
