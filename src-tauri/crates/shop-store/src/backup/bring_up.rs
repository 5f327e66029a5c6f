//! A copy of a copy becomes one that this program would have made: its schema is compared before anything is run on it, its pages
//! are laid out as the shop's are, and then the missing steps of the schema are run.

use std::path::Path;

use rusqlite::OpenFlags;

use super::header::Header;
use crate::db::{Db, Stored};
use crate::error::StoreError;
use crate::migrations;
use crate::open::{open_candidate, open_writer};

/// Bytes of a page in a file that this program makes.
pub const OWN_PAGE_SIZE: u32 = 4_096;

/// Bytes of a page in an open shop; pages of another size cannot take its place.
pub fn page_size(db: &Db) -> Stored<u32> {
    Ok(db.row("PRAGMA page_size", [], |row| row.get(0))?.unwrap_or(OWN_PAGE_SIZE))
}

/// Brings a copy to the current version of the schema, with pages of that size. Only forward; the copy must be one that nobody
/// else has open, and that is worth nothing where this fails.
///
/// # Errors
/// [`StoreError::Newer`]; [`StoreError::Unfit`] for a file that holds no shop, whose schema is not exactly that of its
/// version, or whose texts are not UTF-8, before anything is run on it.
pub fn bring_up(path: &Path, page_size: u32) -> Stored<()> {
    compare(path)?;
    lay_out(path, page_size)?;
    let copy = open_writer(path)?.conn;
    // Back to one file alone, as whoever reads it next expects.
    copy.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Makes the file of a shop with nothing in it, where there is none or an empty one. Nothing is left beside it.
pub fn create_file(path: &Path) -> Stored<()> {
    open_writer(path)?.conn.close().map_err(|(_, error)| error)?;
    Ok(std::fs::File::open(path)?.sync_all()?)
}

/// Reads the header and the schema, and nothing else.
fn compare(path: &Path) -> Stored<()> {
    Header::read(path)?.refuse_foreign()?;
    let conn = open_candidate(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    migrations::refuse_newer(&conn)?;
    match migrations::version(&conn)? {
        0 => Err(StoreError::Unfit("the file holds no shop".to_owned())),
        _ => migrations::refuse_other(&conn),
    }
}

/// Rewrites the file where its pages are not like the shop's, and drops what only another program has use for.
fn lay_out(path: &Path, page_size: u32) -> Stored<()> {
    let header = Header::read(path)?;
    let conn = open_candidate(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    for (table, _) in migrations::STATISTICS {
        conn.execute_batch(&format!("DROP TABLE IF EXISTS {table}"))?;
    }
    if header.application_id != 0 {
        conn.pragma_update(None, "application_id", 0)?;
    }
    if header.page_size != page_size || header.moves_pages {
        // The size of pages cannot change while the file has a WAL; a copy has none.
        conn.pragma_update(None, "page_size", page_size)?;
        conn.pragma_update(None, "auto_vacuum", 0)?;
        conn.execute_batch("VACUUM")?;
    }
    conn.close().map_err(|(_, error)| error)?;
    let laid_out = Header::read(path)?;
    if laid_out.page_size != page_size || laid_out.moves_pages {
        return Err(StoreError::Unfit(format!("the pages of the file stay at {} bytes", laid_out.page_size)));
    }
    Ok(())
}
