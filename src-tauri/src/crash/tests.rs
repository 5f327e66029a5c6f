//! Reports as they come about: a panic, a run that did not end by itself, a restart of the computer, many crashes.

use chrono::TimeDelta;

use super::*;

fn folder() -> (tempfile::TempDir, DataFolder) {
    let place = tempfile::tempdir().expect("a folder");
    let folder = DataFolder::open(Some(place.path().to_owned())).expect("a data folder");
    (place, folder)
}

fn begin(folder: &DataFolder) -> Arc<CrashReports> {
    let reports = CrashReports::new(folder.clone());
    reports.begin();
    reports
}

#[test]
fn a_run_that_ended_by_itself_leaves_nothing() {
    let (_place, folder) = folder();
    begin(&folder).end();
    assert_eq!(begin(&folder).notice().report, None, "it was closed");
}

#[test]
fn a_run_that_did_not_end_by_itself_is_reported_once() {
    let (_place, folder) = folder();
    drop(begin(&folder));
    let next = begin(&folder);
    let report = next.notice().report.expect("the run before is reported");
    assert_eq!(report.kind, CrashKind::UncleanEnd);
    for words in ["ended without closing the shop", "version: ", "commit: ", "system: ", "last lines of the log:"] {
        assert!(report.text.contains(words), "{words:?} in {}", report.text);
    }
    next.dismiss().expect("it can be dismissed");
    assert_eq!(next.notice().report, None, "it was dismissed");
    next.end();
    assert_eq!(begin(&folder).notice().report, None, "and stays so");
}

#[test]
fn a_program_that_only_shows_the_running_window_ends_no_run() {
    let (_place, folder) = folder();
    drop(begin(&folder));
    CrashReports::new(folder.clone()).end();
    assert!(begin(&folder).notice().report.is_some(), "the marker of the crashed run is still there");
}

#[test]
fn a_restart_of_the_computer_is_no_crash() {
    let (_place, folder) = folder();
    Marker::of_this_run(SystemClock.now()).with_boot("another").write(&folder).expect("a marker");
    assert_eq!(begin(&folder).notice().report, None);
}

#[test]
fn a_panic_is_reported_with_its_place_and_without_values_of_users() {
    let (_place, folder) = folder();
    let reports = begin(&folder);
    reports.watch_panics();
    let panicked = std::thread::Builder::new()
        .name("worker".to_owned())
        .spawn(|| panic!("no stock left for kim@example.com"))
        .expect("a thread")
        .join();
    assert!(panicked.is_err(), "the thread panicked");
    let report = reports.notice().report.expect("a report");
    assert_eq!(report.kind, CrashKind::Panic);
    for words in ["thread: worker", "no stock left for <e-mail>", "crash/tests.rs:", "backtrace:\n"] {
        assert!(report.text.contains(words), "{words:?} in {}", report.text);
    }
    // The process goes on, and is ended from outside before it removes its marker.
    let next = begin(&folder);
    assert_eq!(next.notice().report, Some(report), "the same run is not reported twice");
}

#[cfg(unix)]
#[test]
fn ten_reports_are_kept_and_are_private() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_place, folder) = folder();
    let files = ReportFiles::in_folder(folder.crashes());
    let first = SystemClock.now();
    for second in 0..12 {
        let name = ReportName { at: first + TimeDelta::seconds(second), kind: CrashKind::Panic };
        files.write(name, &format!("report {second}")).expect("it is written");
    }
    let kept: Vec<_> = std::fs::read_dir(folder.crashes()).expect("a folder").flatten().collect();
    assert_eq!(kept.len(), 10, "{kept:?}");
    assert_eq!(files.newest_unseen().map(|report| report.text).as_deref(), Some("report 11"), "the newest are kept");
    for entry in kept {
        let mode = entry.metadata().expect("its mode").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{:?} is for its owner alone", entry.path());
    }
}
