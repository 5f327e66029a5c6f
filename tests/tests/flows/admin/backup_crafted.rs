//! Copies with prepared content: what they define never runs, and what comes of them is a shop as this program makes it, or
//! nothing. Nobody becomes an admin by them.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde_json::json;
use shop_app::backup::{make_backup, restore_backup};
use shop_app::runtime::Principal;
use shop_app::user::{Who, open_sessions};
use shop_contract::{Empty, ErrorCode, RestoreBackup, Restored, ShopError};
use shop_tests::first_schema::FIRST_SCHEMA;

use crate::scene::{Scene, refused};

/// Makes everybody an admin as soon as a restore writes into the copy.
const PLANTED: &str = "CREATE TRIGGER sqliteX AFTER INSERT ON audit_log BEGIN UPDATE user SET type = 'ADMIN'; END;
                       CREATE TRIGGER sqliteY AFTER UPDATE ON session BEGIN UPDATE user SET type = 'ADMIN'; END;";

struct Shop {
    scene: Scene,
    admin: Principal,
    name: String,
    file: PathBuf,
    good: Vec<u8>,
}

impl Shop {
    /// With an order, an admin, customers who are signed in, and a copy of all that.
    async fn new() -> Self {
        let scene = Scene::new();
        let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
        let cup = scene.product(1_000, 10).await;
        let order = scene.buy(who, cup).await;
        scene.pay(who, &order).await.expect("it is paid");
        open_sessions(&scene.shop, Who::AllCustomers, "a test").await.expect("they are signed in");
        let name = make_backup(scene.call(admin), Empty {}).await.expect("a copy can be made").name;
        let file = scene.file().with_file_name("backups").join(&name);
        let good = fs::read(&file).expect("the copy");
        Self { scene, admin, name, file, good }
    }

    /// The copy with prepared content.
    fn craft(&self, sql: &str) {
        fs::write(&self.file, &self.good).expect("it is ours");
        craft(&self.file, sql);
    }

    async fn go_back(&self) -> Result<Restored, ShopError> {
        restore_backup(self.scene.call(self.admin), RestoreBackup { name: self.name.clone() }).await
    }

    fn admins(&self) -> i64 {
        self.scene.count("SELECT count(*) FROM user WHERE type = 'ADMIN'")
    }

    /// Everything that is defined in the live file.
    fn schema(&self) -> Vec<String> {
        let file = Connection::open(self.scene.file()).expect("it opens");
        let mut all =
            file.prepare("SELECT type || name || ifnull(sql, '') FROM sqlite_schema ORDER BY 1").expect("it is");
        all.query_map([], |row| row.get(0)).expect("rows").collect::<Result<_, _>>().expect("texts")
    }

    fn pragma(&self, name: &str) -> String {
        let file = Connection::open(self.scene.file()).expect("it opens");
        let value = file.query_row(&format!("SELECT CAST({name} AS TEXT) FROM pragma_{name}"), [], |row| row.get(0));
        value.expect("it says")
    }
}

fn craft(file: &Path, sql: &str) {
    let conn = Connection::open(file).expect("it opens");
    conn.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// A change of what the file says of itself, which SQLite makes on request.
fn rewrite(from: &str, to: &str) -> String {
    format!(
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '{from}', '{to}') WHERE name = 'user';
         PRAGMA writable_schema = RESET;"
    )
}

#[tokio::test]
async fn a_copy_that_defines_something_else_is_refused_before_it_runs() {
    let shop = Shop::new().await;
    let before = (shop.admins(), shop.schema());
    for (what, sql) in [
        ("triggers under a name like SQLite's own", PLANTED.to_owned()),
        (
            "a trigger in the place of another",
            "CREATE VIEW v AS SELECT 1 AS x; CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN SELECT 1; END".to_owned(),
        ),
        ("a view", "CREATE VIEW sqliteview AS SELECT * FROM user".to_owned()),
        ("an index over an expression", "CREATE INDEX sqliteindex ON user (lower(name))".to_owned()),
        ("a generated column", "ALTER TABLE user ADD COLUMN sqlitekind TEXT AS ('ADMIN')".to_owned()),
        ("a default of another kind", rewrite("''CUSTOMER'', ''ADMIN''", "''ADMIN'', ''CUSTOMER''")),
        ("a table more", "CREATE TABLE sqliteplan (x)".to_owned()),
        ("an index less", "DROP INDEX product_by_price".to_owned()),
    ] {
        for earlier in ["", FIRST_SCHEMA] {
            shop.craft(&format!("{earlier}{sql}"));
            let prepared = fs::read(&shop.file).expect("the copy");
            let details = refused(shop.go_back().await, ErrorCode::Conflict, what);
            assert_eq!(details["reason"], json!("NO_SHOP"), "{what}: {details}");
            assert!(fs::read(&shop.file).expect("the copy") == prepared, "{what}: the copy is not touched");
            assert_eq!((shop.admins(), shop.schema()), before, "{what}: nor is the shop");
        }
    }
}

#[tokio::test]
async fn counters_that_leave_no_room_for_ids_are_refused() {
    let shop = Shop::new().await;
    for sql in [
        "UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'user'",
        "UPDATE sqlite_sequence SET seq = 'x' WHERE name = 'session'",
        "UPDATE sqlite_sequence SET seq = 0 WHERE name = 'user'",
        "INSERT INTO sqlite_sequence (name, seq) VALUES ('user', 5)",
        "INSERT INTO sqlite_sequence (name, seq) VALUES ('setting', 5)",
        "INSERT INTO audit_log (id, action, target_type, target_id, created_at, updated_at) VALUES
             (9223372036854775807, 'a', 'SHOP', 0, '2026-03-10T03:00:00.000Z', '2026-03-10T03:00:00.000Z')",
        "UPDATE order_sequence SET last_number = 9223372036854775807",
    ] {
        shop.craft(sql);
        let details = refused(shop.go_back().await, ErrorCode::Conflict, sql);
        assert_eq!(details["reason"], json!("UNBALANCED"), "{sql}: {details}");
    }
    fs::write(&shop.file, &shop.good).expect("it is ours");
    shop.go_back().await.expect("as it was made it is good");
    shop.scene.customer(0).await;
}

/// A file with the schema of the shop whose texts are stored in another way.
fn stored_as(encoding: &str, good: &Path, to: &Path) {
    let from = Connection::open(good).expect("it opens");
    let other = Connection::open(to).expect("it opens");
    other.execute_batch(&format!("PRAGMA encoding = '{encoding}'")).expect("it is new");
    let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\'
                   AND name <> 'sqlite_sequence' ORDER BY rowid";
    let mut all = from.prepare(sql).expect("the schema");
    for statement in all.query_map([], |row| row.get::<_, String>(0)).expect("rows").flatten() {
        other.execute_batch(&statement).expect("it is made again");
    }
    let version: i64 = from.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("it has one");
    other.pragma_update(None, "user_version", version).expect("it is set");
}

#[tokio::test]
async fn a_copy_in_another_encoding_is_refused_with_its_reason() {
    let shop = Shop::new().await;
    let good = shop.file.with_extension("good");
    fs::write(&good, &shop.good).expect("it is ours");
    for encoding in ["UTF-16le", "UTF-16be"] {
        fs::remove_file(&shop.file).expect("it is ours");
        stored_as(encoding, &good, &shop.file);
        let details = refused(shop.go_back().await, ErrorCode::Conflict, encoding);
        assert!(details["found"].as_str().is_some_and(|found| found.contains("UTF-16")), "{encoding}: {details}");
    }
    assert_eq!(shop.pragma("encoding"), "UTF-8", "the shop's own stays");
}

#[tokio::test]
async fn a_copy_that_is_laid_out_otherwise_becomes_like_the_shops_own() {
    let shop = Shop::new().await;
    let before = (shop.admins(), shop.schema());
    for (what, sql) in [
        ("larger pages", "PRAGMA page_size = 8192; VACUUM"),
        ("the smallest pages", "PRAGMA page_size = 512; VACUUM"),
        ("pages that are moved", "PRAGMA auto_vacuum = FULL; VACUUM"),
        ("pages that may be moved", "PRAGMA auto_vacuum = INCREMENTAL; VACUUM"),
        ("a write-ahead log", "PRAGMA journal_mode = WAL"),
        ("the mark of another program", "PRAGMA application_id = 252006673"),
        ("statistics of the planner", "ANALYZE"),
        ("statistics that are made up", "ANALYZE; UPDATE sqlite_stat1 SET stat = '9999999999 0 x'"),
        ("an earlier version with larger pages", &format!("{FIRST_SCHEMA} PRAGMA page_size = 8192; VACUUM")),
    ] {
        shop.craft(sql);
        shop.go_back().await.unwrap_or_else(|error| panic!("{what}: {error:?}"));
        assert_eq!((shop.admins(), shop.schema()), before, "{what}: the shop is as this program makes it");
        let found = ["page_size", "auto_vacuum", "application_id", "encoding"].map(|name| shop.pragma(name));
        assert_eq!(found, ["4096", "0", "0", "UTF-8"], "{what}: and laid out so");
    }
}
