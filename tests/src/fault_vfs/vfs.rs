//! The functions that SQLite calls on files by their names, and the installation of the file system.

#![expect(unsafe_code, reason = "SQLite calls a file system through pointers to functions")]

use std::ffi::{CStr, OsStr, c_char, c_int};
use std::os::unix::ffi::OsStrExt as _;
use std::path::PathBuf;
use std::sync::Once;

use rusqlite::ffi;
use rusqlite::ffi::{sqlite3_file, sqlite3_filename, sqlite3_vfs};

use super::methods::take_over;
use super::plan::{Call, Op, failure, is_waiting_useless};
use super::record::{self, Change};

/// Installs the file system for all databases that this process opens from now on.
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
            let ours = sqlite3_vfs {
                xOpen: Some(open),
                xDelete: Some(delete),
                xAccess: Some(access),
                xSleep: Some(sleep),
                zName: c"fault".as_ptr(),
                pAppData: platform.cast(),
                ..*platform
            };
            let registered = Box::leak(Box::new(ours));
            assert_eq!(ffi::sqlite3_vfs_register(registered, 1), ffi::SQLITE_OK, "it is registered");
        }
    });
}

/// # Safety
/// `name` ends with a zero, or is none.
unsafe fn path_of(name: *const c_char) -> PathBuf {
    // SAFETY: as the caller says.
    let bytes = if name.is_null() { &[] } else { unsafe { CStr::from_ptr(name) }.to_bytes() };
    PathBuf::from(OsStr::from_bytes(bytes))
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
        let path = path_of(name);
        let is_database = flags & ffi::SQLITE_OPEN_MAIN_DB != 0;
        if let Some(failed) = failure(&Call { op: Op::Open, path: &path, written: 0, is_database }) {
            (*file).pMethods = std::ptr::null();
            return failed;
        }
        let platform: *mut sqlite3_vfs = (*vfs).pAppData.cast();
        let Some(open) = (*platform).xOpen else { return ffi::SQLITE_CANTOPEN };
        let is_new = flags & ffi::SQLITE_OPEN_CREATE != 0 && !path.exists();
        let opening = || open(platform, name, file, flags, out);
        let opened = if is_new { record::run(&path, ffi::SQLITE_OK, opening, || Change::Create) } else { opening() };
        if opened == ffi::SQLITE_OK && !(*file).pMethods.is_null() {
            take_over(file, path);
        }
        opened
    }
}

unsafe extern "C" fn delete(vfs: *mut sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    // SAFETY: as in `open`.
    unsafe {
        let path = path_of(name);
        if let Some(failed) = failure(&Call { op: Op::Delete, path: &path, written: 0, is_database: false }) {
            return failed;
        }
        let platform: *mut sqlite3_vfs = (*vfs).pAppData.cast();
        let delete = || (*platform).xDelete.map_or(ffi::SQLITE_IOERR, |delete| delete(platform, name, sync_folder));
        record::run(&path, ffi::SQLITE_OK, delete, || Change::Delete(sync_folder != 0))
    }
}

unsafe extern "C" fn access(vfs: *mut sqlite3_vfs, name: *const c_char, flags: c_int, out: *mut c_int) -> c_int {
    // SAFETY: as in `open`.
    unsafe {
        let path = path_of(name);
        if let Some(failed) = failure(&Call { op: Op::Access, path: &path, written: 0, is_database: false }) {
            return failed;
        }
        let platform: *mut sqlite3_vfs = (*vfs).pAppData.cast();
        (*platform).xAccess.map_or(ffi::SQLITE_IOERR, |access| access(platform, name, flags, out))
    }
}

unsafe extern "C" fn sleep(vfs: *mut sqlite3_vfs, micros: c_int) -> c_int {
    if is_waiting_useless() {
        return micros;
    }
    // SAFETY: as in `open`.
    unsafe {
        let platform: *mut sqlite3_vfs = (*vfs).pAppData.cast();
        (*platform).xSleep.map_or(0, |sleep| sleep(platform, micros))
    }
}
