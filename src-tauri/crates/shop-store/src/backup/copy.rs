//! Makes a copy: one synced file without a WAL or journal.

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use crate::db::{Db, StoreResult};
use crate::error::StoreError;
use crate::open::{open_candidate, open_reader, open_target};
use crate::wal_limit::{WalLimit, empty_wal};

/// Pages between two progress reports: four MiB.
const PAGES: i32 = 1_024;

/// How often a copy is begun that is in the way of the WAL.
const TRIES: usize = 3;

/// Progress of a copy, in pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Pages copied.
    pub done: i64,
    /// Pages in all.
    pub total: i64,
}

/// Copies the database at `from`, which may be written to meanwhile, into the file at `to`, which must be empty or
/// absent. Writers do not wait for it. Blocks until the copy is on the disk.
///
/// # Errors
/// [`StoreError::Unfit`] for a source of length 0, which is not opened. The file at `to` is useless after an error.
pub fn copy_file(from: &Path, to: &Path, mut tell: impl FnMut(Share)) -> StoreResult<()> {
    copy_file_while(from, to, |share| {
        tell(share);
        Ok(())
    })
}

/// As [`copy_file`], until `go_on` refuses; it is called after every four MiB.
///
/// # Errors
/// As [`copy_file`]; the error of `go_on`.
pub fn copy_file_while(from: &Path, to: &Path, go_on: impl FnMut(Share) -> StoreResult<()>) -> StoreResult<()> {
    let source = open_source(from)?;
    // One snapshot for the whole copy: otherwise it would restart after each commit of another connection.
    source.conn.execute_batch("BEGIN")?;
    source.conn.query_row("PRAGMA schema_version", [], |_| Ok(()))?;
    copy_connection(&source.conn, to, go_on)
}

/// As [`copy_file_while`], from a file that is written to. The snapshot of the copy keeps the WAL from being reset; when
/// the WAL grows beyond `wal_ceiling_bytes`, the copy gives way and begins anew.
///
/// # Errors
/// As [`copy_file_while`]; [`StoreError::GaveWay`] for a copy that has given way several times.
pub fn copy_live(
    from: &Path,
    to: &Path,
    wal_ceiling_bytes: u64,
    mut go_on: impl FnMut(Share) -> StoreResult<()>,
) -> StoreResult<()> {
    for _ in 0..TRIES {
        let limit = WalLimit::begin(from, wal_ceiling_bytes);
        let copied = copy_file_while(from, to, |share| {
            go_on(share)?;
            if share.done < share.total { limit.go_on() } else { Ok(()) }
        });
        match copied {
            Err(StoreError::GaveWay) => {
                tracing::warn!("a copy gives way, because the WAL is beyond its ceiling");
                empty_wal(from);
            }
            done => return done,
        }
    }
    Err(StoreError::GaveWay)
}

/// As [`copy_file_while`], from an open connection, also one to a file that is no longer at its path.
///
/// # Errors
/// As [`copy_file_while`].
pub(crate) fn copy_connection(
    source: &Connection,
    to: &Path,
    go_on: impl FnMut(Share) -> StoreResult<()>,
) -> StoreResult<()> {
    let mut target = open_target(to)?;
    copy_pages(source, &mut target, go_on)?;
    // The pages mark the file as one with a WAL; a single file can be moved.
    target.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    target.close().map_err(|(_, error)| error)?;
    // No other connection has the copy open, so it may be opened without SQLite.
    std::fs::File::open(to)?.sync_all()?;
    Ok(())
}

/// Opens a copy for reading. Nothing is written to its folder, so that it may lie on a read-only medium.
pub(crate) fn open_copy(path: &Path) -> StoreResult<Db> {
    Ok(Db::new(open_candidate(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?))
}

/// The live file needs its WAL; a copy on a read-only medium has none.
fn open_source(from: &Path) -> StoreResult<Db> {
    open_reader(from).or_else(|_| open_copy(from))
}

fn copy_pages(
    from: &Connection,
    to: &mut Connection,
    mut go_on: impl FnMut(Share) -> StoreResult<()>,
) -> StoreResult<()> {
    to.pragma_update(None, "synchronous", "FULL")?;
    let copying = Backup::new(from, to)?;
    loop {
        let step = copying.step(PAGES)?;
        let progress = copying.progress();
        let total = i64::from(progress.pagecount);
        go_on(Share { done: total - i64::from(progress.remaining), total })?;
        match step {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            _ => return Err(StoreError::Unfit("another process holds the copy".to_owned())),
        }
    }
}
