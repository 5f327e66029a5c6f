//! The functions that SQLite calls on an open file. Each asks the plan whether the call fails, records a change, and passes the
//! rest on to the platform.

#![expect(unsafe_code, reason = "SQLite calls a file system through pointers to functions")]

use std::collections::HashMap;
use std::ffi::{c_int, c_void};
use std::path::PathBuf;
use std::sync::LazyLock;

use parking_lot::Mutex;
use rusqlite::ffi;
use rusqlite::ffi::{sqlite3_file, sqlite3_int64, sqlite3_io_methods};

use super::plan::{Call, Op, failure, is_active, is_writer};
use super::record::{self, Change};

/// A file that SQLite has open.
#[derive(Default, Clone)]
struct OpenFile {
    path: PathBuf,
    /// Bytes that the writer has written last.
    written: c_int,
}

#[derive(Default)]
struct Files {
    /// Each open file, by its address.
    open: HashMap<usize, OpenFile>,
    /// The functions that replace those of the platform, by the address of the latter.
    replaced: HashMap<usize, usize>,
}

static FILES: LazyLock<Mutex<Files>> = LazyLock::new(Mutex::default);

/// The functions for one kind of file, with those of the platform behind them.
#[repr(C)]
struct Methods {
    ours: sqlite3_io_methods,
    platform: *const sqlite3_io_methods,
}

/// The open file; without its path where nothing is planned or recorded of it.
fn known(file: *mut sqlite3_file) -> OpenFile {
    FILES.lock().open.get(&(file as usize)).cloned().unwrap_or_default()
}

/// The result with which a call on an open file fails, if it does.
fn file_failure(file: *mut sqlite3_file, op: Op) -> Option<c_int> {
    if !is_active() {
        return None;
    }
    let OpenFile { path, written } = known(file);
    failure(&Call { op, path: &path, written, is_database: false })
}

/// # Safety
/// Called by SQLite alone, with a file that was opened by `vfs.rs`.
unsafe fn platform(file: *mut sqlite3_file) -> &'static sqlite3_io_methods {
    // SAFETY: `take_over` has set the functions to those of a `Methods`, which is never freed.
    unsafe { &*(*(*file).pMethods.cast::<Methods>()).platform }
}

/// Puts our functions in the place of those of the platform, for a file that was just opened.
///
/// # Safety
/// `file` is open.
pub(super) unsafe fn take_over(file: *mut sqlite3_file, path: PathBuf) {
    // SAFETY: as the caller says.
    unsafe {
        let methods = (*file).pMethods;
        let mut files = FILES.lock();
        files.open.insert(file as usize, OpenFile { path, written: 0 });
        let ours = *files.replaced.entry(methods as usize).or_insert_with(|| replace(methods) as usize);
        (*file).pMethods = ours as *const sqlite3_io_methods;
    }
}

/// # Safety
/// `platform` are the functions of an open file.
unsafe fn replace(platform: *const sqlite3_io_methods) -> *const Methods {
    // SAFETY: as the caller says.
    let methods = unsafe { *platform };
    let ours = sqlite3_io_methods {
        xClose: Some(close),
        xRead: Some(read),
        xWrite: Some(write),
        xTruncate: Some(truncate),
        xSync: Some(sync),
        xFileSize: Some(size),
        xLock: Some(lock),
        xUnlock: Some(unlock),
        xCheckReservedLock: Some(check_lock),
        xFileControl: Some(control),
        xShmMap: methods.xShmMap.map(|_| shm_map as _),
        xShmLock: methods.xShmLock.map(|_| shm_lock as _),
        ..methods
    };
    Box::leak(Box::new(Methods { ours, platform }))
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    // SAFETY: SQLite closes a file that it has opened.
    unsafe {
        let close = platform(file).xClose;
        FILES.lock().open.remove(&(file as usize));
        close.map_or(ffi::SQLITE_OK, |close| close(file))
    }
}

unsafe extern "C" fn read(file: *mut sqlite3_file, to: *mut c_void, count: c_int, at: sqlite3_int64) -> c_int {
    if let Some(failed) = file_failure(file, Op::Read) {
        return failed;
    }
    // SAFETY: the file is open.
    unsafe { platform(file).xRead.map_or(ffi::SQLITE_IOERR_READ, |read| read(file, to, count, at)) }
}

unsafe extern "C" fn write(file: *mut sqlite3_file, from: *const c_void, count: c_int, at: sqlite3_int64) -> c_int {
    if let Some(failed) = file_failure(file, Op::Write) {
        return failed;
    }
    if is_writer()
        && let Some(file) = FILES.lock().open.get_mut(&(file as usize))
    {
        file.written = count;
    }
    // SAFETY: the file is open, and SQLite passes so many bytes.
    unsafe {
        let writing = || platform(file).xWrite.map_or(ffi::SQLITE_IOERR_WRITE, |write| write(file, from, count, at));
        let bytes = || std::slice::from_raw_parts(from.cast::<u8>(), usize::try_from(count).unwrap_or(0)).to_vec();
        recorded(file, writing, || Change::Write(at.unsigned_abs(), bytes()))
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, length: sqlite3_int64) -> c_int {
    if let Some(failed) = file_failure(file, Op::Truncate) {
        return failed;
    }
    // SAFETY: the file is open.
    let truncate = || unsafe { platform(file).xTruncate.map_or(ffi::SQLITE_IOERR, |truncate| truncate(file, length)) };
    recorded(file, truncate, || Change::Truncate(length.unsigned_abs()))
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    if let Some(failed) = file_failure(file, Op::Sync) {
        return failed;
    }
    // SAFETY: the file is open.
    let sync = || unsafe { platform(file).xSync.map_or(ffi::SQLITE_OK, |sync| sync(file, flags)) };
    recorded(file, sync, || Change::Sync)
}

/// Runs a call that changes an open file.
fn recorded(file: *mut sqlite3_file, call: impl FnOnce() -> c_int, change: impl FnOnce() -> Change) -> c_int {
    let path = if record::is_active() { known(file).path } else { PathBuf::new() };
    record::run(&path, ffi::SQLITE_OK, call, change)
}

unsafe extern "C" fn size(file: *mut sqlite3_file, out: *mut sqlite3_int64) -> c_int {
    if let Some(failed) = file_failure(file, Op::Size) {
        return failed;
    }
    // SAFETY: the file is open.
    unsafe { platform(file).xFileSize.map_or(ffi::SQLITE_IOERR, |size| size(file, out)) }
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    if let Some(failed) = file_failure(file, Op::Lock) {
        return failed;
    }
    // SAFETY: the file is open.
    unsafe { platform(file).xLock.map_or(ffi::SQLITE_OK, |lock| lock(file, level)) }
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    // SAFETY: the file is open.
    let unlocked = unsafe { platform(file).xUnlock.map_or(ffi::SQLITE_OK, |unlock| unlock(file, level)) };
    // A lock that the platform cannot give up would be held until the file is closed, in every trial.
    file_failure(file, Op::Unlock).unwrap_or(unlocked)
}

unsafe extern "C" fn check_lock(file: *mut sqlite3_file, out: *mut c_int) -> c_int {
    if let Some(failed) = file_failure(file, Op::CheckLock) {
        return failed;
    }
    // SAFETY: the file is open.
    unsafe { platform(file).xCheckReservedLock.map_or(ffi::SQLITE_OK, |check| check(file, out)) }
}

unsafe extern "C" fn control(file: *mut sqlite3_file, operation: c_int, argument: *mut c_void) -> c_int {
    if operation == ffi::SQLITE_FCNTL_COMMIT_PHASETWO
        && let Some(failed) = file_failure(file, Op::AfterCommit)
    {
        return failed;
    }
    // SAFETY: the file is open.
    unsafe { platform(file).xFileControl.map_or(ffi::SQLITE_NOTFOUND, |control| control(file, operation, argument)) }
}

unsafe extern "C" fn shm_map(
    file: *mut sqlite3_file,
    part: c_int,
    bytes: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    if let Some(failed) = file_failure(file, Op::ShmMap) {
        return failed;
    }
    // SAFETY: the file is open.
    unsafe { platform(file).xShmMap.map_or(ffi::SQLITE_IOERR_SHMMAP, |map| map(file, part, bytes, extend, out)) }
}

unsafe extern "C" fn shm_lock(file: *mut sqlite3_file, first: c_int, count: c_int, flags: c_int) -> c_int {
    if flags & ffi::SQLITE_SHM_LOCK != 0
        && let Some(failed) = file_failure(file, Op::ShmLock)
    {
        return failed;
    }
    // SAFETY: the file is open.
    unsafe { platform(file).xShmLock.map_or(ffi::SQLITE_IOERR_SHMLOCK, |lock| lock(file, first, count, flags)) }
}
