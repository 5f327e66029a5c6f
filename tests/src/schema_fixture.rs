//! A small shop of one version of the schema as SQL text: how a file is written as text, and how a file is made from it.
//!
//! Each version of the schema that was released is kept so in `tests/fixtures/`, with rows in every table, so that later
//! versions are tested on files as that version has written them. `cargo run -p shop-tests --bin schema_fixture` writes
//! the text for the current version.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use rusqlite::Connection;

/// Makes the database of a fixture at `path`.
///
/// # Errors
/// Text that is not a fixture.
pub fn restore(path: &Path, fixture: &str) -> Result<()> {
    let conn = Connection::open(path)?;
    conn.execute_batch(fixture)?;
    // A shop's file always has a write-ahead log.
    conn.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    Ok(())
}

/// The database at `path` as text: its version, each object of its schema as it stands there, and all rows.
///
/// # Errors
/// A file that is not readable.
pub fn dump(path: &Path) -> Result<String> {
    let conn = Connection::open(path)?;
    let version: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let mut text = format!("PRAGMA user_version = {version};\nBEGIN;\n");
    let objects = objects(&conn)?;
    for (kind, _, sql) in objects.iter().filter(|(kind, ..)| kind != "index") {
        writeln!(text, "{sql};").with_context(|| kind.clone())?;
    }
    for table in tables(&conn)? {
        dump_rows(&conn, &table, &mut text)?;
    }
    for (.., sql) in objects.iter().filter(|(kind, ..)| kind == "index") {
        writeln!(text, "{sql};")?;
    }
    text.push_str("COMMIT;\n");
    Ok(text)
}

/// Kind, name and SQL of what the migrations define. What a virtual table makes for itself comes with it.
fn objects(conn: &Connection) -> Result<Vec<(String, String, String)>> {
    let mut statement = conn.prepare(
        "SELECT type, name, sql FROM sqlite_schema
         WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
           AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
         ORDER BY rowid",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The tables that hold rows of their own: those of virtual tables lie in their shadow tables.
pub fn tables(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare(
        "SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT IN ('sqlite_schema', 'sqlite_stat1', 'sqlite_stat4')
         ORDER BY name = 'sqlite_sequence' DESC, name",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// An INSERT for each row, after what the table has from its creation is removed.
fn dump_rows(conn: &Connection, table: &str, text: &mut String) -> Result<()> {
    // Generated columns are not among these.
    let mut columns = conn.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let columns = columns.query_map([table], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let quoted: Vec<String> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
    let mut rows = conn.prepare(&format!("SELECT {} FROM \"{table}\"", quoted.join(" || ', ' || ")))?;
    writeln!(text, "DELETE FROM \"{table}\";")?;
    for values in rows.query_map([], |row| row.get::<_, String>(0))? {
        let names: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
        writeln!(text, "INSERT INTO \"{table}\" ({}) VALUES ({});", names.join(", "), values?)?;
    }
    Ok(())
}
