//! Turns a foreign or older copy into one that this program would have made: the schema is compared before any
//! statement runs on it, the pages get the size of the shop, and then the missing migrations run.

use std::path::Path;

use rusqlite::OpenFlags;

use super::header::Header;
use crate::db::{Db, StoreResult};
use crate::error::StoreError;
use crate::migrations;
use crate::open::{open_candidate, open_writer};

/// Page size in bytes of a file that this program makes.
pub const OWN_PAGE_SIZE: u32 = 4_096;

/// Page size in bytes of an open shop; a file with another size cannot replace its content.
pub fn page_size(db: &Db) -> StoreResult<u32> {
    Ok(db.row("PRAGMA page_size", [], |row| row.get(0))?.unwrap_or(OWN_PAGE_SIZE))
}

/// Migrates a copy to the current version with pages of that size. No other connection may have the copy open; after an
/// error it is useless.
///
/// # Errors
/// [`StoreError::Newer`]; [`StoreError::Unfit`] for a file that holds no shop, whose schema is not exactly that of its
/// version, or whose texts are not UTF-8, before anything is run on it.
pub fn bring_up(path: &Path, page_size: u32) -> StoreResult<()> {
    compare(path)?;
    lay_out(path, page_size)?;
    let copy = open_writer(path)?.conn;
    // Back to a single file without a WAL.
    copy.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Creates an empty shop at a path with no file or an empty one, as a single file.
pub fn create_file(path: &Path) -> StoreResult<()> {
    open_writer(path)?.conn.close().map_err(|(_, error)| error)?;
    Ok(std::fs::File::open(path)?.sync_all()?)
}

/// Checks header and schema; reads nothing else.
fn compare(path: &Path) -> StoreResult<()> {
    Header::read(path)?.refuse_foreign()?;
    let conn = open_candidate(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    migrations::refuse_newer(&conn)?;
    match migrations::version(&conn)? {
        0 => Err(StoreError::Unfit("the file holds no shop".to_owned())),
        _ => migrations::refuse_other(&conn),
    }
}

/// Rewrites the file if its pages differ from those of the shop, and drops data of other programs.
fn lay_out(path: &Path, page_size: u32) -> StoreResult<()> {
    let header = Header::read(path)?;
    let conn = open_candidate(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    for (table, _) in migrations::STATISTICS {
        conn.execute_batch(&format!("DROP TABLE IF EXISTS {table}"))?;
    }
    if header.application_id != 0 {
        conn.pragma_update(None, "application_id", 0)?;
    }
    if header.page_size != page_size || header.moves_pages {
        // The page size cannot change while the file has a WAL; a copy has none.
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
