//! The disk fails while the program goes back to a copy: each write, sync and cut in turn, once or from then on, as an error
//! or as a full disk, or the program ends at it. Whatever comes of it, the file is the old shop or the new one, whole, and
//! what was answered is what is there.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono_tz::Asia::Seoul;
use rusqlite::Connection;
use shop_app::verify_folder;
use shop_store::backup::prove;
use tempfile::TempDir;

use crate::program::{command, file, jangteo};

const LIBRARY: &str = "tests/cli/fault_disk.c";
/// Of acts of one kind on one file without another between them so many are tried at each end, the rest by samples.
const ENDS: usize = 2;
/// Every so many of the rest.
const SAMPLE: usize = 48;

/// What the disk does from the act on that is chosen.
#[derive(Debug, Clone, Copy)]
struct Fault {
    /// As the system numbers it: 5 is an error of the device, 28 a full one; 0 ends the program.
    error: u8,
    sticky: bool,
}

const FAULTS: [Fault; 5] = [
    Fault { error: 5, sticky: false },
    Fault { error: 5, sticky: true },
    Fault { error: 28, sticky: false },
    Fault { error: 28, sticky: true },
    Fault { error: 0, sticky: false },
];

/// What the answer lets one expect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Claim {
    Old,
    New,
    /// The program ended without an answer, or said that it does not know.
    Either,
}

/// A shop and a copy of it from before its product was renamed. The new name is in its WAL alone, as after a fall.
struct Start {
    folder: TempDir,
    copy: String,
    library: PathBuf,
}

fn start() -> Start {
    let folder = TempDir::new().expect("a folder");
    let size = ["demo-data", "--products", "8", "--users", "2", "--orders", "6"];
    assert_eq!(jangteo(&size, folder.path()).code, 0, "the demo is made");
    let copy = jangteo(&["backup"], folder.path()).json()["name"].as_str().expect("a name").to_owned();
    let fallen = TempDir::new().expect("a folder");
    let open = Connection::open(file(folder.path())).expect("the file");
    open.execute_batch("UPDATE product SET name = 'later' WHERE id = 1").expect("a change");
    copy_folder(folder.path(), fallen.path());
    let library = fallen.path().with_extension("so");
    let source = shop_tests::root().join("tests").join(LIBRARY);
    let built = Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(source).status();
    assert!(built.expect("cc is there").success(), "it builds");
    Start { folder: fallen, copy, library }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else if entry.path().extension() != Some(OsStr::new("lock")) {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// Goes back to the copy in a folder that is as it was at the start; gives what was claimed, and the folder.
fn go_back(start: &Start, at: usize, fault: Fault) -> (Claim, String, TempDir) {
    let folder = TempDir::new().expect("a folder");
    copy_folder(start.folder.path(), folder.path());
    let mut program = command(&["restore", "--from", &start.copy], folder.path());
    program.env("LD_PRELOAD", &start.library).env("FAULT_IN", folder.path()).env("FAULT_AT", at.to_string());
    program.env("FAULT_ERROR", fault.error.to_string()).env("FAULT_LOG", folder.path().with_extension("log"));
    if fault.sticky {
        program.env("FAULT_STICKY", "1");
    }
    let ran = program.output().expect("the program starts");
    let words = String::from_utf8_lossy(&ran.stderr).into_owned();
    let claim = match ran.status.code() {
        Some(0) => Claim::New,
        None if fault.error == 0 => Claim::Either,
        Some(2) if words.contains("not known") => Claim::Either,
        Some(2) if words.contains("nothing was changed") || words.contains("cannot be opened") => Claim::Old,
        code => panic!("act {at}, {fault:?}: {code:?}, {words}"),
    };
    (claim, words, folder)
}

/// The numbers of the acts that are made to fail.
fn chosen(start: &Start) -> Vec<usize> {
    let (claim, words, folder) = go_back(start, 0, FAULTS[0]);
    assert_eq!(claim, Claim::New, "nothing fails yet: {words}");
    let log = folder.path().with_extension("log");
    let acts = fs::read_to_string(&log).expect("the acts");
    fs::remove_file(&log).expect("it is ours");
    let acts: Vec<&str> = acts.lines().collect();
    let mut chosen = Vec::new();
    for alike in (1..=acts.len()).collect::<Vec<_>>().chunk_by(|a, b| acts[a - 1] == acts[b - 1]) {
        let is_end = |place: usize| place < ENDS || place + ENDS >= alike.len();
        chosen.extend(
            alike.iter().enumerate().filter(|(place, _)| is_end(*place) || place % SAMPLE == 0).map(|(_, at)| *at),
        );
    }
    chosen
}

/// Which shop is in the file, which must be whole.
fn found(folder: &Path, why: &str) -> Claim {
    let conn = Connection::open(file(folder)).expect("the file");
    conn.pragma_update(None, "synchronous", "OFF").expect("nobody cuts the power");
    let one = |sql| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).expect("a number");
    let is_later = one("SELECT name = 'later' FROM product WHERE id = 1") == 1;
    let restores = one("SELECT count(*) FROM audit_log WHERE action = 'restore_backup'");
    assert_eq!(verify_folder(folder).expect("it can be read").broken, [], "{why}: the books are right");
    match (is_later, restores) {
        (true, 0) => Claim::Old,
        (false, 1) => Claim::New,
        other => panic!("{why}: neither the one shop nor the other: {other:?}"),
    }
}

/// Whether what was there before lies among the copies, sound.
fn is_kept_aside(folder: &Path) -> bool {
    let copies = fs::read_dir(folder.join("backups")).expect("the folder").flatten().map(|entry| entry.path());
    let mut aside = copies.filter(|path| path.to_string_lossy().ends_with("-before-restore.db"));
    aside.any(|path| {
        let conn = Connection::open(&path).expect("a copy");
        let name: String =
            conn.query_row("SELECT name FROM product WHERE id = 1", [], |row| row.get(0)).expect("a name");
        drop(conn);
        name == "later" && prove(&path, Seoul, |_| {}).is_ok()
    })
}

/// Lets each of the acts fail in that way; gives what was claimed and what was there.
fn try_all(start: &Start, acts: &[usize], fault: Fault) -> Vec<(Claim, Claim)> {
    let try_one = |at: &usize| {
        let why = format!("act {at}, {fault:?}");
        let (claim, words, folder) = go_back(start, *at, fault);
        let found = found(folder.path(), &why);
        assert!(claim == found || claim == Claim::Either, "{why}: {found:?} after {claim:?}: {words}");
        assert!(found == Claim::Old || is_kept_aside(folder.path()), "{why}: what was there is kept aside");
        fs::remove_file(folder.path().with_extension("log")).expect("it is ours");
        (claim, found)
    };
    acts.iter().map(try_one).collect()
}

#[test]
fn a_failing_disk_leaves_the_one_shop_or_the_other_as_it_was_answered() {
    let start = start();
    let acts = chosen(&start);
    let (from, tried) = (&start, &acts);
    let ends: Vec<(Claim, Claim)> = std::thread::scope(|scope| {
        let tries = FAULTS.map(|fault| scope.spawn(move || try_all(from, tried, fault)));
        tries.into_iter().flat_map(|tries| tries.join().expect("no fault was found")).collect()
    });
    for met in
        [(Claim::Old, Claim::Old), (Claim::New, Claim::New), (Claim::Either, Claim::Old), (Claim::Either, Claim::New)]
    {
        assert!(ends.contains(&met), "the faults come before and after: {met:?}");
    }
    fs::remove_file(start.library).expect("it is ours");
}
