//! Which calls fail: the kinds of calls, the codes with which they can fail, and the plans of the tests.

use std::ffi::c_int;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::Mutex;
use rusqlite::ffi;

/// The thread that writes the groups.
const WRITER: &str = "shop-writer";
/// The thread that copies the WAL into the database.
const CHECKPOINTER: &str = "shop-checkpointer";
/// Threads whose calls come at any time. They meet no fault that is planned by its number.
const BACKGROUND: [&str; 2] = [CHECKPOINTER, "shop-file-watch"];
/// Bytes of the header of a WAL; a frame ends with a whole page.
const WAL_HEADER: c_int = 32;

/// A kind of call of SQLite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Op {
    /// A file is opened.
    Open,
    /// Whether a file exists.
    Access,
    /// A file is deleted.
    Delete,
    /// Bytes are read.
    Read,
    /// Bytes are written.
    Write,
    /// A file is cut to a length.
    Truncate,
    /// What was written is brought to the disk.
    Sync,
    /// The length of a file.
    Size,
    /// A lock of the database file is taken.
    Lock,
    /// A lock of the database file is given up.
    Unlock,
    /// Whether another connection holds the database file.
    CheckLock,
    /// The call after a transaction was committed.
    AfterCommit,
    /// A part of the index of the WAL is mapped.
    ShmMap,
    /// A lock of the index of the WAL is taken.
    ShmLock,
}

/// The error that a call reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// `SQLITE_IOERR`, with the extended code of the call.
    Io,
    /// `SQLITE_FULL`, of writes.
    Full,
    /// `SQLITE_BUSY`, of locks.
    Busy,
    /// `SQLITE_CANTOPEN`, of opens.
    CantOpen,
    /// `SQLITE_CORRUPT`, of reads.
    Corrupt,
}

impl Code {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Io, Self::Full, Self::Busy, Self::CantOpen, Self::Corrupt];

    /// The result of a call that fails with this code; `None` where such a call never does.
    #[must_use]
    pub fn result(self, op: Op) -> Option<c_int> {
        match (self, op) {
            (Self::Io, op) => io_result(op),
            (Self::Full, Op::Write) => Some(ffi::SQLITE_FULL),
            (Self::Busy, Op::Lock | Op::ShmLock) => Some(ffi::SQLITE_BUSY),
            (Self::CantOpen, Op::Open) => Some(ffi::SQLITE_CANTOPEN),
            (Self::Corrupt, Op::Read) => Some(ffi::SQLITE_CORRUPT),
            _ => None,
        }
    }
}

fn io_result(op: Op) -> Option<c_int> {
    Some(match op {
        Op::Open => return None,
        Op::Access => ffi::SQLITE_IOERR_ACCESS,
        Op::Delete => ffi::SQLITE_IOERR_DELETE,
        Op::Read => ffi::SQLITE_IOERR_READ,
        Op::Write => ffi::SQLITE_IOERR_WRITE,
        Op::Truncate => ffi::SQLITE_IOERR_TRUNCATE,
        Op::Sync => ffi::SQLITE_IOERR_FSYNC,
        Op::Size => ffi::SQLITE_IOERR_FSTAT,
        Op::Lock => ffi::SQLITE_IOERR_LOCK,
        Op::Unlock => ffi::SQLITE_IOERR_UNLOCK,
        Op::CheckLock => ffi::SQLITE_IOERR_CHECKRESERVEDLOCK,
        Op::AfterCommit => ffi::SQLITE_IOERR,
        Op::ShmMap => ffi::SQLITE_IOERR_SHMMAP,
        Op::ShmLock => ffi::SQLITE_IOERR_SHMLOCK,
    })
}

/// The calls that fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Every call that can fail with this code, but for those of background threads.
    Any(Code),
    /// Every such call of the checkpointer.
    Checkpoint(Code),
    /// The sync of the WAL by the writer: every frame of the group is in the WAL, and COMMIT fails.
    Sync,
    /// The call of the writer after the group was committed: COMMIT fails although the group is committed.
    AfterCommit,
    /// Opening the database by the writer.
    Open,
}

/// A call, as a plan sees it.
pub(super) struct Call<'a> {
    pub(super) op: Op,
    pub(super) path: &'a Path,
    /// Bytes that the writer has written last to this file.
    pub(super) written: c_int,
    pub(super) is_database: bool,
}

impl Fault {
    /// The result of the call, if it is one that fails.
    fn result(self, call: &Call<'_>) -> Option<c_int> {
        let is_writer = || is_thread(&[WRITER]);
        match self {
            Self::Any(code) => code.result(call.op).filter(|_| !is_thread(&BACKGROUND)),
            Self::Checkpoint(code) => code.result(call.op).filter(|_| is_thread(&[CHECKPOINTER])),
            // A new WAL is also synced after its header.
            Self::Sync => {
                let is_wal = call.path.as_os_str().as_encoded_bytes().ends_with(b"-wal");
                let is_met = call.op == Op::Sync && is_wal && call.written > WAL_HEADER && is_writer();
                is_met.then_some(ffi::SQLITE_IOERR_FSYNC)
            }
            Self::AfterCommit => (call.op == Op::AfterCommit && is_writer()).then_some(ffi::SQLITE_IOERR),
            Self::Open => (call.op == Op::Open && call.is_database && is_writer()).then_some(ffi::SQLITE_CANTOPEN),
        }
    }
}

/// A fault that is planned.
struct Planned {
    folder: PathBuf,
    fault: Fault,
    /// Calls that still pass before the first one fails.
    skip: usize,
    /// Calls that still fail after them.
    times: usize,
    /// Calls that have failed.
    met: usize,
}

/// The calls on the databases of a folder.
struct Watched {
    folder: PathBuf,
    calls: Vec<Op>,
}

#[derive(Default)]
struct State {
    planned: Vec<Planned>,
    watched: Vec<Watched>,
}

static STATE: LazyLock<Mutex<State>> = LazyLock::new(Mutex::default);
/// Plans and watches, so that a call in a process without any of them takes no lock.
static ACTIVE: AtomicUsize = AtomicUsize::new(0);

/// Lets the next calls in that folder fail, so many times.
pub fn plan(folder: &Path, fault: Fault, times: usize) {
    plan_after(folder, fault, 0, times);
}

/// As [`plan`], after so many of these calls have passed.
pub fn plan_after(folder: &Path, fault: Fault, skip: usize, times: usize) {
    let mut state = STATE.lock();
    state.planned.push(Planned { folder: folder.to_owned(), fault, skip, times, met: 0 });
    state.count();
}

/// Calls in that folder that have failed as planned.
#[must_use]
pub fn met(folder: &Path) -> usize {
    STATE.lock().planned.iter().filter(|planned| planned.folder == folder).map(|planned| planned.met).sum()
}

/// Ends all faults of that folder.
pub fn mend(folder: &Path) {
    let mut state = STATE.lock();
    state.planned.retain(|planned| planned.folder != folder);
    state.count();
}

/// Lists the calls in that folder from now on, but for those of background threads.
pub fn watch(folder: &Path) {
    let mut state = STATE.lock();
    state.watched.push(Watched { folder: folder.to_owned(), calls: Vec::new() });
    state.count();
}

/// The calls since [`watch`], which ends.
#[must_use]
pub fn seen(folder: &Path) -> Vec<Op> {
    let mut state = STATE.lock();
    let place = state.watched.iter().position(|watched| watched.folder == folder);
    let calls = place.map(|place| state.watched.swap_remove(place).calls).unwrap_or_default();
    state.count();
    calls
}

impl State {
    fn count(&self) {
        ACTIVE.store(self.planned.len() + self.watched.len(), Ordering::SeqCst);
    }
}

/// Whether any call can fail or is counted.
pub(super) fn is_active() -> bool {
    ACTIVE.load(Ordering::Relaxed) > 0
}

/// Whether a lock stays taken for good: then nothing is gained by waiting for it.
pub(super) fn is_waiting_useless() -> bool {
    is_active()
        && STATE.lock().planned.iter().any(|planned| planned.fault == Fault::Any(Code::Busy) && planned.times > 1)
}

/// The result with which this call fails, if it does; counts it.
pub(super) fn failure(call: &Call<'_>) -> Option<c_int> {
    if !is_active() {
        return None;
    }
    let mut state = STATE.lock();
    if !is_thread(&BACKGROUND) {
        let watched = state.watched.iter_mut().filter(|watched| call.path.starts_with(&watched.folder));
        watched.for_each(|watched| watched.calls.push(call.op));
    }
    let mut planned = state.planned.iter_mut().filter(|planned| call.path.starts_with(&planned.folder));
    planned.find_map(|planned| {
        let result = planned.fault.result(call).filter(|_| planned.times > 0)?;
        if planned.skip > 0 {
            planned.skip -= 1;
            return None;
        }
        planned.times -= 1;
        planned.met += 1;
        Some(result)
    })
}

/// Whether this thread is the writer of a shop.
pub(super) fn is_writer() -> bool {
    is_thread(&[WRITER])
}

fn is_thread(names: &[&str]) -> bool {
    std::thread::current().name().is_some_and(|name| names.contains(&name))
}
