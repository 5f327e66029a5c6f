//! A disk that fails on request: a file system for SQLite that passes every call on to that of the platform, but for the
//! calls that a test has chosen. It is installed for the whole process; only the writer of the shop in one folder meets
//! a fault.

#![expect(unsafe_code, reason = "SQLite calls a file system through pointers to functions")]

use std::collections::HashMap;
use std::ffi::{CStr, OsStr, c_int, c_void};
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Once};

use parking_lot::Mutex;
use rusqlite::ffi;
use rusqlite::ffi::{sqlite3_file, sqlite3_filename, sqlite3_io_methods, sqlite3_vfs};

/// The thread that meets the faults.
const WRITER: &str = "shop-writer";
/// Bytes of the header of a WAL; a frame ends with a whole page.
const WAL_HEADER: c_int = 32;

/// A call that fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The sync of the WAL: every frame of the group is in the WAL, and COMMIT fails.
    Sync,
    /// The call after the group was committed: COMMIT fails although the group is committed.
    AfterCommit,
    /// Opening the database.
    Open,
}

/// A fault that is planned.
struct Planned {
    folder: PathBuf,
    fault: Fault,
    /// Calls that still fail.
    times: usize,
}

/// A file that SQLite has open.
#[derive(Default)]
struct OpenFile {
    path: PathBuf,
    /// Bytes that the writer has written last.
    written: c_int,
}

#[derive(Default)]
struct State {
    planned: Vec<Planned>,
    /// Each open file, by its address.
    files: HashMap<usize, OpenFile>,
    /// The functions that replace those of the platform, by the address of the latter.
    replaced: HashMap<usize, usize>,
}

static STATE: LazyLock<Mutex<State>> = LazyLock::new(Mutex::default);

/// The functions for one kind of file, with those of the platform behind them.
#[repr(C)]
struct Methods {
    ours: sqlite3_io_methods,
    platform: *const sqlite3_io_methods,
}

/// Installs the disk for all databases that this process opens from now on.
///
/// # Panics
/// Where SQLite does not take it.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: the default file system of SQLite lives as long as the process, and so does the copy of it.
        unsafe {
            let platform = ffi::sqlite3_vfs_find(std::ptr::null());
            assert!(!platform.is_null(), "SQLite has a file system");
            let name = c"faulty".as_ptr();
            let ours = sqlite3_vfs { xOpen: Some(open), zName: name, pAppData: platform.cast(), ..*platform };
            let registered = Box::leak(Box::new(ours));
            assert_eq!(ffi::sqlite3_vfs_register(registered, 1), ffi::SQLITE_OK, "it is registered");
        }
    });
}

/// Lets the next calls of the writer of the shop in that folder fail, so many times.
pub fn plan(folder: &Path, fault: Fault, times: usize) {
    STATE.lock().planned.push(Planned { folder: folder.to_owned(), fault, times });
}

/// Ends all faults of that folder.
pub fn mend(folder: &Path) {
    STATE.lock().planned.retain(|planned| planned.folder != folder);
}

fn is_writer() -> bool {
    std::thread::current().name() == Some(WRITER)
}

/// Whether this call fails; counts it.
fn fails(path: &Path, fault: Fault) -> bool {
    if !is_writer() {
        return false;
    }
    let mut state = STATE.lock();
    let is_of =
        |planned: &&mut Planned| planned.fault == fault && planned.times > 0 && path.starts_with(&planned.folder);
    let Some(planned) = state.planned.iter_mut().find(is_of) else { return false };
    planned.times -= 1;
    true
}

/// The path of an open file, and the bytes that the writer has written last.
fn last_write(file: *mut sqlite3_file) -> (PathBuf, c_int) {
    let state = STATE.lock();
    state.files.get(&(file as usize)).map(|file| (file.path.clone(), file.written)).unwrap_or_default()
}

/// # Safety
/// Called by SQLite alone, with a file that [`open`] has opened.
unsafe fn platform(file: *mut sqlite3_file) -> &'static sqlite3_io_methods {
    // SAFETY: `open` has set the functions to those of a `Methods`, which is never freed.
    unsafe { &*(*(*file).pMethods.cast::<Methods>()).platform }
}

unsafe extern "C" fn open(
    vfs: *mut sqlite3_vfs,
    name: sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite passes the file system that was registered, a path that ends with a zero or none, and room for a file.
    unsafe {
        let path = if name.is_null() { &[] } else { CStr::from_ptr(name).to_bytes() };
        let path = PathBuf::from(OsStr::from_bytes(path));
        let is_database = flags & ffi::SQLITE_OPEN_MAIN_DB != 0;
        if is_database && fails(&path, Fault::Open) {
            (*file).pMethods = std::ptr::null();
            return ffi::SQLITE_CANTOPEN;
        }
        let platform: *mut sqlite3_vfs = (*vfs).pAppData.cast();
        let Some(open) = (*platform).xOpen else { return ffi::SQLITE_CANTOPEN };
        let opened = open(platform, name, file, flags, out);
        let methods = (*file).pMethods;
        if opened == ffi::SQLITE_OK && !methods.is_null() {
            let mut state = STATE.lock();
            state.files.insert(file as usize, OpenFile { path, written: 0 });
            let ours = *state.replaced.entry(methods as usize).or_insert_with(|| replace(methods) as usize);
            (*file).pMethods = ours as *const sqlite3_io_methods;
        }
        opened
    }
}

/// # Safety
/// `platform` are the functions of an open file.
unsafe fn replace(platform: *const sqlite3_io_methods) -> *const Methods {
    // SAFETY: as the caller says.
    let methods = unsafe { *platform };
    let (close, write, sync, control) = (Some(close as _), Some(write as _), Some(sync as _), Some(control as _));
    let ours = sqlite3_io_methods { xClose: close, xWrite: write, xSync: sync, xFileControl: control, ..methods };
    Box::leak(Box::new(Methods { ours, platform }))
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    // SAFETY: SQLite closes a file that it has opened.
    unsafe {
        let close = platform(file).xClose;
        STATE.lock().files.remove(&(file as usize));
        close.map_or(ffi::SQLITE_OK, |close| close(file))
    }
}

unsafe extern "C" fn write(file: *mut sqlite3_file, bytes: *const c_void, count: c_int, at: i64) -> c_int {
    if is_writer()
        && let Some(file) = STATE.lock().files.get_mut(&(file as usize))
    {
        file.written = count;
    }
    // SAFETY: the file is open.
    unsafe { platform(file).xWrite.map_or(ffi::SQLITE_IOERR_WRITE, |write| write(file, bytes, count, at)) }
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    let (path, written) = last_write(file);
    // A new WAL is also synced after its header.
    if path.as_os_str().as_bytes().ends_with(b"-wal") && written > WAL_HEADER && fails(&path, Fault::Sync) {
        return ffi::SQLITE_IOERR_FSYNC;
    }
    // SAFETY: the file is open.
    unsafe { platform(file).xSync.map_or(ffi::SQLITE_OK, |sync| sync(file, flags)) }
}

unsafe extern "C" fn control(file: *mut sqlite3_file, operation: c_int, argument: *mut c_void) -> c_int {
    if operation == ffi::SQLITE_FCNTL_COMMIT_PHASETWO && fails(&last_write(file).0, Fault::AfterCommit) {
        return ffi::SQLITE_IOERR;
    }
    // SAFETY: the file is open.
    unsafe { platform(file).xFileControl.map_or(ffi::SQLITE_NOTFOUND, |control| control(file, operation, argument)) }
}
