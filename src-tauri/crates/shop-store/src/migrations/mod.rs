//! The migrations of the schema: numbered SQL, forward only, each in a transaction of its own. A landed migration is
//! never changed; a test holds their hashes.
//! A file of a newer version is refused before anything is written to it.

mod functions;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};

use crate::connection::open_in_memory;
use crate::error::StoreError;

/// A migration.
enum Step {
    /// Statements that any connection may run.
    Statements(&'static str),
    /// Statements that end with edits of the text of the schema; columns that a condition comes to name are added first.
    SchemaText(&'static str),
}

impl Step {
    fn run(&self, conn: &Connection) -> Result<(), StoreError> {
        match *self {
            Self::Statements(sql) => Ok(conn.execute_batch(sql)?),
            Self::SchemaText(sql) => {
                conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
                let edited = edit_schema(conn, sql);
                conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
                edited
            }
        }
    }
}

/// Edits the text of the schema, and makes every connection read it again.
fn edit_schema(conn: &Connection, sql: &str) -> Result<(), StoreError> {
    conn.pragma_update(None, "writable_schema", true)?;
    let edited = conn.execute_batch(sql);
    conn.execute_batch("PRAGMA writable_schema = RESET")?;
    edited?;
    let seen: i64 = conn.query_row("PRAGMA schema_version", [], |row| row.get(0))?;
    conn.pragma_update(None, "schema_version", seen + 1)?;
    Ok(())
}

/// The migrations in order; the version of a file is the number of those applied (`PRAGMA user_version`).
const STEPS: &[Step] = &[
    Step::Statements(include_str!("0001_shop.sql")),
    Step::Statements(include_str!("0002_product_by_place.sql")),
    Step::Statements(include_str!("0003_order_item_buyer.sql")),
    Step::Statements(include_str!("0004_search.sql")),
    Step::Statements(include_str!("0005_normal_text.sql")),
    Step::Statements(include_str!("0006_session_replaced.sql")),
    Step::Statements(include_str!("0007_outbox_order.sql")),
    Step::Statements(include_str!("0008_price_of_options.sql")),
    Step::Statements(include_str!("0009_order_notes.sql")),
    Step::Statements(include_str!("0010_sale_room.sql")),
    Step::Statements(include_str!("0011_seal.sql")),
    Step::SchemaText(include_str!("0012_checks.sql")),
    Step::Statements(include_str!("0013_charge_request.sql")),
    Step::Statements(include_str!("0014_roles.sql")),
    Step::Statements(include_str!("0015_coupon_distribution.sql")),
    Step::Statements(include_str!("0016_consent.sql")),
    Step::SchemaText(include_str!("0017_deposit.sql")),
    Step::SchemaText(include_str!("0018_parcels.sql")),
    Step::Statements(include_str!("0019_returns.sql")),
    Step::Statements(include_str!("0020_goods.sql")),
    Step::Statements(include_str!("0021_restock.sql")),
];

/// The version that this program writes.
#[must_use]
pub fn current_version() -> u32 {
    STEPS.len() as u32
}

/// Refuses a file that a newer program has written; only reads.
///
/// # Errors
/// [`StoreError::Newer`] for such a file.
pub(crate) fn refuse_newer(conn: &Connection) -> Result<(), StoreError> {
    let found = version(conn)?;
    if found > current_version() {
        return Err(StoreError::Newer { found, known: current_version() });
    }
    Ok(())
}

/// Migrates the file to [`current_version`]. Each step checks the version under the write lock: two processes may do so.
pub(crate) fn migrate(conn: &mut Connection) -> Result<(), StoreError> {
    migrate_to(conn, current_version())
}

fn migrate_to(conn: &mut Connection, wanted: u32) -> Result<(), StoreError> {
    functions::register(conn)?;
    while version(conn)? < wanted.min(current_version()) {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = version(&tx)?;
        if let Some(step) = STEPS.get(done as usize) {
            step.run(&tx)?;
            tx.pragma_update(None, "user_version", done + 1)?;
        }
        tx.commit()?;
    }
    Ok(())
}

/// Refuses an earlier file with a schema other than that of its version, because the result of the next migrations
/// would be unknown. Only reads. A file of the current version is not checked: nothing that it defines runs (see
/// `connection.rs`).
///
/// # Errors
/// [`StoreError::Unfit`] for such a file.
pub(crate) fn refuse_other_before_migration(conn: &Connection) -> Result<(), StoreError> {
    // One snapshot, because another process may be migrating: version and schema must belong together.
    let tx = conn.unchecked_transaction()?;
    if version(&tx)? < current_version() {
        refuse_other(&tx)?;
    }
    Ok(())
}

/// Refuses a file unless its schema is, object by object, the one that the migrations up to its version make.
/// Statistics of the query planner are allowed: they define nothing, and any `ANALYZE` leaves them.
///
/// # Errors
/// [`StoreError::Unfit`] naming the first object that differs.
pub(crate) fn refuse_other(conn: &Connection) -> Result<(), StoreError> {
    let mut own = open_in_memory()?;
    migrate_to(&mut own, version(conn)?)?;
    let (own, found) = (schema(&own)?, schema(conn)?);
    let differs = |one: &Object, others: &[Object]| !others.contains(one) && !one.is_statistics();
    let foreign = found.iter().find(|object| differs(object, &own)).map(|object| (object, "is not ours"));
    let lacking = || own.iter().find(|object| differs(object, &found)).map(|object| (object, "is missing"));
    let twice = || found.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| (&pair[0], "is there twice"));
    match foreign.or_else(lacking).or_else(twice) {
        Some((object, why)) => {
            let name: String = object.name.chars().take(64).collect();
            Err(StoreError::Unfit(format!(
                "the tables in the file are not those of this program: {} {name:?} {why}",
                object.kind
            )))
        }
        None => Ok(()),
    }
}

/// A row of `sqlite_schema`.
#[derive(PartialEq, Eq)]
struct Object {
    kind: String,
    name: String,
    table: String,
    sql: Option<String>,
}

impl Object {
    fn is_statistics(&self) -> bool {
        let known = STATISTICS.iter().find(|(name, _)| *name == self.name);
        self.kind == "table"
            && self.table == self.name
            && known.is_some_and(|(_, sql)| Some(*sql) == self.sql.as_deref())
    }
}

/// The tables that `ANALYZE` makes.
pub(crate) const STATISTICS: [(&str, &str); 2] = [
    ("sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
    ("sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
];

/// All objects of a file, internal ones included.
fn schema(conn: &Connection) -> Result<Vec<Object>, StoreError> {
    let mut all =
        conn.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name, tbl_name, sql")?;
    let rows = all.query_map([], |row| {
        Ok(Object { kind: row.get(0)?, name: row.get(1)?, table: row.get(2)?, sql: row.get(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn version(conn: &Connection) -> Result<u32, StoreError> {
    let found: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    u32::try_from(found).map_err(|_| StoreError::Unfit(format!("the file holds no shop: its version is {found}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_version(version: u32) -> Connection {
        let mut conn = open_in_memory().expect("a database");
        migrate_to(&mut conn, version).expect("the steps of its time");
        conn
    }

    #[test]
    fn every_earlier_version_comes_to_the_same_schema() {
        for version in 1..current_version() {
            let mut old = of_version(version);
            refuse_other(&old).expect("its schema is that of its time");
            refuse_other_before_migration(&old).expect("and it may be migrated");
            old.pragma_update(None, "user_version", current_version()).expect("another version");
            let is_todays =
                schema(&old).expect("it is read") == schema(&of_version(current_version())).expect("so is it");
            assert_eq!(refuse_other(&old).is_ok(), is_todays, "version {version} under the number of today's");
            old.pragma_update(None, "user_version", version).expect("its version");
            migrate(&mut old).expect("it comes up");
            refuse_other(&old).expect("it is as a new file");
            assert_eq!(super::version(&old).expect("it has one"), current_version(), "from version {version}");
        }
    }

    #[test]
    fn texts_of_an_earlier_version_come_to_their_normal_form() {
        let mut old = of_version(3);
        old.execute_batch(
            "INSERT INTO product (id, name, category, price, created_at, updated_at)
                 VALUES (1, char(0x1106, 0x1165) || '그컵', '주방' || char(0xA0) || '용품', 1, 'T', 'T'),
                        (2, char(0x200B), '주방 용품', 1, 'T', 'T');
             INSERT INTO user (id, email, password_hash, name, phone, type, created_at, updated_at)
                 VALUES (1, 'a@b.c', 'x', 'A', '+82 10 1234 5678', 'CUSTOMER', 'T', 'T'),
                        (2, 'b@b.c', 'x', 'A', NULL, 'CUSTOMER', 'T', 'T');",
        )
        .expect("rows of its time");
        migrate(&mut old).expect("it comes up");
        let text = |sql: &str| old.query_row(sql, [], |row| row.get::<_, Option<String>>(0)).expect("a row");
        assert_eq!(text("SELECT name FROM product WHERE id = 1").as_deref(), Some("머그컵"), "a name in pieces");
        assert_eq!(
            text("SELECT count(*) || '' FROM product WHERE category = '주방 용품'").as_deref(),
            Some("2"),
            "one category"
        );
        assert_eq!(text("SELECT name FROM product WHERE id = 2").as_deref(), Some("\u{200B}"), "nothing becomes empty");
        assert_eq!(text("SELECT phone FROM user WHERE id = 1").as_deref(), Some("010-1234-5678"), "a telephone number");
        assert_eq!(text("SELECT phone FROM user WHERE id = 2"), None, "none stays none");
    }

    #[test]
    fn a_product_with_options_comes_to_cost_what_they_cost() {
        let mut old = of_version(7);
        old.execute_batch(
            "INSERT INTO product (id, name, category, price, list_order_price, created_at, updated_at)
                 VALUES (1, '셔츠', 'c', 39800, 39800, 'T', 'T'), (2, '컵', 'c', 500, 500, 'T', 'T'),
                        (3, '등', 'c', 900, 900, 'T', 'T'), (4, '끈', 'c', 100, 100, 'T', 'T');
             UPDATE product SET sale_rate = 50, sale_begins_at = 'T', sale_ends_at = 'U' WHERE id = 4;
             INSERT INTO product_option (product_id, state, name, price, created_at, updated_at)
                 VALUES (1, 'NORMAL', 'L', 45000, 'T', 'T'), (1, 'NORMAL', 'S', 17800, 'T', 'T'),
                        (1, 'DISCONTINUED', 'XS', 9000, 'T', 'T'), (1, 'DELETED', 'XXS', 1, 'T', 'T'),
                        (2, 'DELETED', '큰', 700, 'T', 'T'), (3, 'DISCONTINUED', '밝은', 800, 'T', 'T'),
                        (4, 'NORMAL', '긴', 300, 'T', 'T');",
        )
        .expect("rows of its time");
        migrate(&mut old).expect("it comes up");
        for (id, price, order_price, why) in [
            (1, 17_800, 17_800, "the lowest option on sale"),
            (2, 500, 500, "no option is left"),
            (3, 800, 800, "no option is on sale"),
            (4, 300, 100, "the job that begins and ends sales sets the order price"),
        ] {
            let sql = format!("SELECT price, list_order_price FROM product WHERE id = {id}");
            let found: (i64, i64) = old.query_row(&sql, [], |row| Ok((row.get(0)?, row.get(1)?))).expect("a row");
            assert_eq!(found, (price, order_price), "{why}");
        }
    }

    #[test]
    fn one_object_that_differs_is_named_in_every_version() {
        for (change, named) in [
            ("CREATE TRIGGER sqliteX AFTER INSERT ON user BEGIN SELECT 1; END", "trigger \"sqliteX\" is not ours"),
            ("CREATE VIEW sqliteview AS SELECT 1", "view \"sqliteview\" is not ours"),
            ("CREATE INDEX sqlite1 ON user (lower(email))", "index \"sqlite1\" is not ours"),
            ("ALTER TABLE user ADD COLUMN kind TEXT AS (type)", "table \"user\" is not ours"),
            ("DROP INDEX product_by_price", "is missing"),
            ("CREATE TABLE sqlitestat (x)", "table \"sqlitestat\" is not ours"),
        ] {
            for version in 1..=current_version() {
                let conn = of_version(version);
                conn.execute_batch(change).expect("the change");
                let refused = refuse_other(&conn).expect_err("it is not ours").to_string();
                assert!(refused.contains(named), "{change} in version {version}: {refused}");
            }
        }
    }

    #[test]
    fn what_analyze_leaves_is_let_pass() {
        let conn = of_version(current_version());
        conn.execute_batch(
            "INSERT INTO setting (key, value, created_at, updated_at) VALUES ('k', '1', 'T', 'T'); ANALYZE",
        )
        .expect("it is analysed");
        let made: i64 =
            conn.query_row("SELECT count(*) FROM sqlite_stat1", [], |row| row.get(0)).expect("there are statistics");
        assert!(made > 0, "something was left");
        refuse_other(&conn).expect("it defines nothing");
    }
}
