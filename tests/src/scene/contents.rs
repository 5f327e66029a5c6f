//! All that a shop's file holds, to see that a refusal has changed nothing.

use std::cell::RefCell;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

/// A connection that compares the rows of the shop.
pub struct Contents {
    file: Connection,
    /// The version of the file, as SQLite counts it, and the hash of the rows then.
    seen: RefCell<Option<(i64, u64)>>,
}

impl Contents {
    pub(super) fn of(file: &Path) -> Self {
        Self { file: Connection::open(file).expect("the file opens"), seen: RefCell::new(None) }
    }

    /// A hash of all rows. The mark of the last group is left out: a group whose requests were all refused leaves it, too.
    pub fn hash(&self) -> u64 {
        let version = self.file.query_row("PRAGMA data_version", [], |row| row.get(0)).expect("a number");
        if let Some((_, hash)) = self.seen.borrow().filter(|(seen, _)| *seen == version) {
            return hash;
        }
        let mut hasher = DefaultHasher::new();
        for table in self.tables() {
            self.add(&table, &mut hasher);
        }
        let hash = hasher.finish();
        *self.seen.borrow_mut() = Some((version, hash));
        hash
    }

    fn tables(&self) -> Vec<String> {
        let names =
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name <> 'commit_mark'
                     ORDER BY name";
        let mut names = self.file.prepare(names).expect("the tables are listed");
        let names = names.query_map([], |row| row.get(0)).expect("the tables are listed");
        names.map(|name| name.expect("a name")).collect()
    }

    fn add(&self, table: &str, hasher: &mut DefaultHasher) {
        let mut rows = self.file.prepare(&format!("SELECT * FROM \"{table}\"")).expect("a table can be read");
        let columns = rows.column_count();
        let mut rows = rows.query([]).expect("a table can be read");
        while let Some(row) = rows.next().expect("a row can be read") {
            for column in 0..columns {
                match row.get_ref(column).expect("a value") {
                    ValueRef::Null => 0_u8.hash(hasher),
                    ValueRef::Integer(number) => number.hash(hasher),
                    ValueRef::Real(number) => number.to_bits().hash(hasher),
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.hash(hasher),
                }
            }
        }
        table.hash(hasher);
    }
}
