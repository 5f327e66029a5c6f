//! The text of a report: what failed, in which version on which system, and the last lines of the log. Values that can name a
//! user or open a door are left out (`scrub`).

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::fs;
use std::panic::PanicHookInfo;
use std::path::Path;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::Value;
use shop_contract::CrashKind;

use super::scrub::scrub;

/// Lines of the log in a report.
const LOG_LINES: usize = 60;
/// Bytes at the end of the log that are looked at: one line can be long, and a log has 8 MB.
const LOG_TAIL: usize = 256 * 1024;
/// Characters of a backtrace: more than the deepest of the shop's.
const BACKTRACE_LENGTH: usize = 64 * 1024;

/// A panic as a report needs it.
pub struct Panic {
    thread: String,
    place: String,
    message: String,
    backtrace: String,
}

impl Panic {
    pub fn new(info: &PanicHookInfo<'_>, backtrace: String) -> Self {
        Self {
            thread: std::thread::current().name().unwrap_or("unnamed").to_owned(),
            place: info.location().map(ToString::to_string).unwrap_or_default(),
            message: info.payload_as_str().unwrap_or("not a text").to_owned(),
            backtrace,
        }
    }
}

/// The program and the machine.
pub struct Circumstances {
    version: String,
    commit: String,
    system: String,
    web_view: String,
    log: Vec<String>,
}

impl Circumstances {
    pub fn of_this_machine(version: &str, commit: &str, logs: &Path) -> Self {
        Self {
            version: version.to_owned(),
            commit: commit.to_owned(),
            system: system(),
            web_view: tauri::webview_version().unwrap_or_else(|_| "unknown".to_owned()),
            log: last_lines(logs),
        }
    }
}

/// The report.
pub fn text(kind: CrashKind, at: DateTime<Utc>, around: &Circumstances, panic: Option<&Panic>) -> String {
    let Circumstances { version, commit, system, web_view, log } = around;
    let what = match kind {
        CrashKind::Panic => "a part of the program panicked",
        CrashKind::UncleanEnd => "the program ended without closing the shop; this was noticed at the next start",
    };
    let at = at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let mut text = format!(
        "Jangteo crash report\nThis file stays on this computer. No program sends it anywhere.\n\n\
         what: {what}\nat: {at}\nversion: {version}\ncommit: {commit}\nsystem: {system}\nweb view: {web_view}\n"
    );
    if let Some(Panic { thread, place, message, backtrace }) = panic {
        let backtrace: String = backtrace.chars().take(BACKTRACE_LENGTH).collect();
        let (message, backtrace) = (scrub(message), scrub(&backtrace));
        let _ =
            write!(text, "thread: {thread}\nplace: {}\nmessage: {message}\n\nbacktrace:\n{backtrace}\n", scrub(place));
    }
    let _ = write!(text, "\nlast lines of the log:\n{}\n", log.join("\n"));
    text
}

fn system() -> String {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME=")).unwrap_or(std::env::consts::OS);
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    format!("{}, kernel {}, {}", name.trim_matches('"'), kernel.trim(), std::env::consts::ARCH)
}

/// The last lines of the newest log, each with the fields of [`line`] alone.
fn last_lines(logs: &Path) -> Vec<String> {
    let bytes = fs::read(logs.join("jangteo.log")).unwrap_or_default();
    let tail = &bytes[bytes.len().saturating_sub(LOG_TAIL)..];
    let mut last = VecDeque::with_capacity(LOG_LINES);
    // The first line of the tail can be cut; then it is no JSON and is left out.
    for said in String::from_utf8_lossy(tail).lines().filter_map(line) {
        if last.len() == LOG_LINES {
            last.pop_front();
        }
        last.push_back(said);
    }
    last.into()
}

/// A line of the log with time, level, place and trace id, and its message and error without values of users. All other fields,
/// such as addresses and ids, are left out.
fn line(json: &str) -> Option<String> {
    let event: Value = serde_json::from_str(json).ok()?;
    let part = |at: &str| event.pointer(at).and_then(Value::as_str).unwrap_or_default();
    let mut said = format!("{} {} {}", part("/timestamp"), part("/level"), part("/target"));
    for at in ["/span/operation", "/span/trace_id", "/fields/code"] {
        let value = part(at);
        if !value.is_empty() {
            let _ = write!(said, " {value}");
        }
    }
    let _ = write!(said, ": {}", scrub(part("/fields/message")));
    let error = part("/fields/error");
    if !error.is_empty() {
        let _ = write!(said, " ({})", scrub(error));
    }
    Some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_log_keeps_what_names_no_user() {
        let json = r#"{"timestamp":"2026-03-10T03:00:00Z","level":"WARN","target":"shop_app::x","fields":{"message":"refused for kim@example.com","error":"no such user 010-1234-5678","address":"10.0.0.7","user":42},"span":{"operation":"login","trace_id":"0123456789abcdef0123456789abcdef","name":"call"}}"#;
        let expected = "2026-03-10T03:00:00Z WARN shop_app::x login 0123456789abcdef0123456789abcdef: \
                        refused for <e-mail> (no such user <number>)";
        assert_eq!(line(json).as_deref(), Some(expected));
        assert_eq!(line("{\"timestamp\": cut"), None, "a line that is cut is left out");
    }

    #[test]
    fn the_last_lines_of_a_long_log_are_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        let lines: Vec<_> =
            (0..200).map(|n| format!(r#"{{"level":"INFO","fields":{{"message":"line {n}"}}}}"#)).collect();
        fs::write(folder.path().join("jangteo.log"), lines.join("\n")).expect("a log");
        let last = last_lines(folder.path());
        assert_eq!(last.len(), LOG_LINES);
        assert!(last.last().is_some_and(|line| line.ends_with("line 199")), "{last:?}");
        assert_eq!(last_lines(&folder.path().join("none")), Vec::<String>::new(), "no log, no lines");
    }
}
