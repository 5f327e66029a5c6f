//! Whether a WAL was written for the database file that it lies beside. SQLite applies any WAL with the right name, and a
//! WAL of another file destroys the pages of this one.
//!
//! The commit marks are the evidence. Each group writes the next number of its writer, and a WAL begins with the group after
//! the last one of its database. So the database alone must hold, of each writer in the WAL, the number before its first or
//! one of those that follow (a checkpoint copies the marks like any page). No path, inode or time is asked: a folder that
//! was copied or unpacked elsewhere is still a database with its WAL.

mod database;
mod frames;
mod leaf;

use std::collections::{HashMap, HashSet};
use std::path::Path;

use self::database::Alone;
use self::frames::Log;
use crate::db::StoreResult;
use crate::open::with_end;

/// What a database file and the WAL beside it are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WalOrigin {
    /// The WAL belongs to the database, or there is none, or nothing speaks against it.
    Own,
    /// The WAL belongs to another database, and must not be applied.
    Another,
    /// The database has no table, and the WAL does not hold one either: no shop is in them.
    NoShop {
        /// Whether the WAL holds anything.
        has_log: bool,
    },
}

/// Compares the database at `path` with the WAL beside it, before any other connection is opened. The files are only read.
/// Where the evidence is missing or contradicts itself, for example because a checkpoint was interrupted, the WAL counts as
/// the database's own.
///
/// # Errors
/// I/O errors of the WAL.
pub fn wal_origin(path: &Path) -> StoreResult<WalOrigin> {
    let wal = with_end(path, "-wal");
    let salts = Log::salts_of(&wal)?;
    let alone = Alone::read(path);
    let log = Log::read(&wal)?;
    // Another process has begun the WAL anew between the two reads, which belong to different moments.
    if log.salts != salts {
        return Ok(WalOrigin::Own);
    }
    Ok(match alone {
        Ok(Some(alone)) if !log.images.is_empty() && !continues(&log, &alone) && alone.is_sound() => WalOrigin::Another,
        Ok(None) if !begins_a_shop(&log) => WalOrigin::NoShop { has_log: !log.is_empty() },
        // A database that cannot be read without its WAL may still be one that is whole with it.
        _ => WalOrigin::Own,
    })
}

/// Whether the WAL needs no database: it has the page that names the tables, and the first group of each writer.
fn begins_a_shop(log: &Log) -> bool {
    log.holds_every_page() || (log.holds(1) && numbers(log).values().all(|(first, _)| *first <= 1))
}

/// The first and the highest number of each writer in the WAL.
fn numbers(log: &Log) -> HashMap<&str, (i64, i64)> {
    let mut known: HashMap<&str, (i64, i64)> = HashMap::new();
    for mark in log.images.iter().flatten() {
        let (_, last) = known.entry(&mark.writer).or_insert((mark.sequence, mark.sequence));
        *last = mark.sequence.max(*last);
    }
    known
}

/// Whether the WAL continues what the database holds.
fn continues(log: &Log, alone: &Alone) -> bool {
    let Some(marks) = &alone.marks else { return false };
    let known = numbers(log);
    let sequence_of = |writer: &str| marks.iter().find(|mark| mark.writer == writer).map(|mark| mark.sequence);
    let holds = |writer: &str, (first, last): (i64, i64)| {
        sequence_of(writer).is_some_and(|found| found >= first - 1 && found <= last)
    };
    if log.holds_every_page() {
        // A restore writes every page, with the marks of the backup. Only those of the running writer continue.
        return marks.is_empty() || known.iter().any(|(writer, span)| holds(writer, *span));
    }
    let fits = |writer: &str, span: (i64, i64)| holds(writer, span) || (span.0 <= 1 && sequence_of(writer).is_none());
    let is_known = |writer: &str| known.contains_key(writer);
    let spans: Vec<_> = log.images.iter().filter_map(|rows| Some((rows.first()?.id, rows.last()?.id))).collect();
    // Rows of one page are neighbours, so that no other row of the table lies between them.
    let is_between = |id: i64| alone.is_one_page || spans.iter().any(|(from, to)| (*from..=*to).contains(&id));
    known.iter().all(|(writer, span)| fits(writer, *span))
        && marks.iter().all(|mark| is_known(&mark.writer) || !is_between(mark.id))
}

/// A row of `commit_mark`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mark {
    id: i64,
    writer: String,
    sequence: i64,
}

/// The pages that a WAL holds.
type Pages = HashSet<u32>;

#[cfg(test)]
mod tests;
