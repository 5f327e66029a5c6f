//! The rows of a shop's file, to see whether a write was done wholly, not at all, or in part.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::Value;
use shop_tests::schema_fixture::tables;

/// Tables that are no data of the shop: the marks of the writers, and the attempts, which are counted before they are made.
const NO_DATA: [&str; 2] = ["commit_mark", "sign_in_attempt"];

/// All rows of all tables.
#[derive(Debug, Clone, PartialEq)]
pub struct Contents(Vec<(String, Vec<Vec<Value>>)>);

/// Cells that two runs of the same write fill differently: table, row, column.
pub type Varying = BTreeSet<(String, usize, usize)>;

impl Contents {
    /// Reads a file, after SQLite has found every page, index and constraint of it in order.
    ///
    /// # Errors
    /// What SQLite finds wrong, in words.
    pub fn read(file: &Path) -> Result<Self, String> {
        let conn = Connection::open(file).map_err(|error| format!("the file does not open: {error}"))?;
        let found: String = conn
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
            .map_err(|error| format!("the file is not readable: {error}"))?;
        if found != "ok" {
            return Err(format!("the file is damaged: {found}"));
        }
        Self::rows(&conn).map_err(|error| format!("the rows are not readable: {error}"))
    }

    fn rows(conn: &Connection) -> anyhow::Result<Self> {
        let mut contents = Vec::new();
        for table in tables(conn)? {
            if NO_DATA.contains(&table.as_str()) {
                continue;
            }
            let mut statement = conn.prepare(&format!("SELECT * FROM \"{table}\""))?;
            let columns = statement.column_count();
            let rows = statement.query_map([], |row| (0..columns).map(|column| row.get(column)).collect())?;
            contents.push((table, rows.collect::<rusqlite::Result<_>>()?));
        }
        Ok(Self(contents))
    }

    /// The cells in which two results of the same write differ.
    ///
    /// # Errors
    /// The table in which the numbers of rows differ.
    pub fn varying(&self, other: &Self) -> Result<Varying, String> {
        let mut varying = Varying::new();
        for ((table, one), (_, two)) in self.0.iter().zip(&other.0) {
            if one.len() != two.len() {
                return Err(format!("{table}: {} rows against {}", one.len(), two.len()));
            }
            for (row, (one, two)) in one.iter().zip(two).enumerate() {
                let differing = one.iter().zip(two).enumerate().filter(|(_, (one, two))| one != two);
                varying.extend(differing.map(|(column, _)| (table.clone(), row, column)));
            }
        }
        Ok(varying)
    }

    /// All cells of these tables.
    pub fn cells_of(&self, tables: &[&str]) -> Varying {
        let of_tables = self.0.iter().filter(|(table, _)| tables.contains(&table.as_str()));
        let cells = of_tables.flat_map(|(table, rows)| {
            let of_row = move |(row, cells): (usize, &Vec<Value>)| (0..cells.len()).map(move |column| (row, column));
            rows.iter().enumerate().flat_map(of_row).map(|(row, column)| (table.clone(), row, column))
        });
        cells.collect()
    }

    /// Whether the rows are the same, but for these cells.
    pub fn is(&self, other: &Self, except: &Varying) -> bool {
        self == other || self.varying(other).is_ok_and(|found| found.is_subset(except))
    }

    /// The tables in which two contents differ, with the rows, for a message.
    pub fn difference(&self, other: &Self) -> String {
        let differing = self.0.iter().zip(&other.0).filter(|(one, two)| one != two);
        let named = differing.map(|((table, one), (_, two))| {
            let only = |these: &[Vec<Value>], those: &[Vec<Value>]| -> Vec<String> {
                these.iter().filter(|row| !those.contains(row)).map(|row| format!("{row:?}")).take(2).collect()
            };
            format!("{table}: {:?} against {:?}", only(one, two), only(two, one))
        });
        named.collect::<Vec<_>>().join("; ")
    }
}
