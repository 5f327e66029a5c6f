//! Log files with limited total size: `jangteo.log`, and then `jangteo.1.log`, `jangteo.2.log` and so on, each older
//! than the one before. The appender of `tracing` rotates by time only, so that a busy hour could fill the disk.
//!
//! Each write is one line. Characters that would break or hide a part of a line are written as JSON escapes: serde
//! escapes only ASCII control characters, but terminals interpret others, too.

use std::borrow::Cow;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// The prefix of all file names.
const PREFIX: &str = "jangteo";
const SUFFIX: &str = "log";

/// The size limits of the files.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// Maximum bytes of one file.
    pub file: u64,
    /// Maximum number of files, including the current one.
    pub files: usize,
}

impl Default for Room {
    /// 64 MB in all.
    fn default() -> Self {
        Self { file: 8_000_000, files: 8 }
    }
}

pub(super) struct LogFiles {
    folder: PathBuf,
    room: Room,
    file: BufWriter<File>,
    size: u64,
}

impl LogFiles {
    /// Continues the newest file. Other logs in the folder and files above the limit are removed: older versions wrote
    /// one file a day.
    pub(super) fn open(folder: &Path, room: Room) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        remove_strangers(folder, room)?;
        let (file, size) = append_to(&path(folder, 0))?;
        Ok(Self { folder: folder.to_owned(), room, file, size })
    }

    /// Starts a new file and removes the oldest. If the old files cannot be renamed, the current one is truncated: new
    /// lines are more useful than old ones.
    fn rotate(&mut self) -> io::Result<()> {
        self.file.flush()?;
        let moved = (1..self.room.files).rev().try_for_each(|age| {
            match fs::rename(path(&self.folder, age - 1), path(&self.folder, age)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            }
        });
        if moved.is_err() || self.room.files < 2 {
            self.file.get_ref().set_len(0)?;
        }
        (self.file, self.size) = append_to(&path(&self.folder, 0))?;
        Ok(())
    }
}

impl Write for LogFiles {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let safe = escaped(line);
        let length = safe.len() as u64;
        if length > self.room.file {
            // The shop writes no line of this length; it is dropped, not cut.
            return Ok(line.len());
        }
        if self.size + length > self.room.file {
            self.rotate()?;
        }
        // Counted before the write, because a failed write may have written a part.
        self.size += length;
        self.file.write_all(&safe)?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The file of this age; 0 is the current one.
fn path(folder: &Path, age: usize) -> PathBuf {
    folder.join(if age == 0 { format!("{PREFIX}.{SUFFIX}") } else { format!("{PREFIX}.{age}.{SUFFIX}") })
}

fn append_to(path: &Path) -> io::Result<(BufWriter<File>, u64)> {
    let file = OpenOptions::new().append(true).create(true).open(path)?;
    let size = file.metadata()?.len();
    Ok((BufWriter::new(file), size))
}

fn remove_strangers(folder: &Path, room: Room) -> io::Result<()> {
    let own: Vec<PathBuf> = (0..room.files).map(|age| path(folder, age)).collect();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_log = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        let is_kept = own.contains(&entry.path()) && entry.metadata()?.len() <= room.file;
        if is_log && !is_kept {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Escapes the characters that a reader would interpret. All text in a line is in JSON strings, where an escape stands
/// for the same character.
fn escaped(line: &[u8]) -> Cow<'_, [u8]> {
    let Ok(text) = std::str::from_utf8(line) else { return Cow::Borrowed(line) };
    if text.is_ascii() && !text.contains('\u{7f}') || !text.contains(is_obeyed) {
        return Cow::Borrowed(line);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if is_obeyed(letter) {
            safe.push_str(&format!("\\u{:04x}", u32::from(letter)));
        } else {
            safe.push(letter);
        }
    }
    Cow::Owned(safe.into_bytes())
}

/// Control characters except the line end, other line separators, and bidirectional controls.
fn is_obeyed(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use tracing_subscriber::fmt::MakeWriter;

    use super::*;

    const ROOM: Room = Room { file: 100, files: 3 };

    /// A temporary folder, removed on drop.
    struct Folder(tempfile::TempDir);

    impl Folder {
        fn new() -> Self {
            Self(tempfile::tempdir().expect("a folder"))
        }

        fn files(&self) -> Vec<(String, String)> {
            let entries = fs::read_dir(self.0.path()).expect("the folder").map(|entry| entry.expect("an entry"));
            let named = |entry: fs::DirEntry| {
                let text = fs::read_to_string(entry.path()).expect("text");
                (entry.file_name().into_string().expect("a name"), text)
            };
            let mut files: Vec<_> = entries.map(named).collect();
            files.sort();
            files
        }
    }

    #[test]
    fn files_never_take_more_than_their_room() {
        let folder = Folder::new();
        for round in 0..3 {
            let mut log = LogFiles::open(folder.0.path(), ROOM).expect("it opens");
            for number in 0..50 {
                log.write_all(format!("{round} {number:02} {}\n", "a".repeat(number)).as_bytes())
                    .expect("it is written");
            }
            log.write_all("b".repeat(101).as_bytes()).expect("what is too long is passed over");
            log.flush().expect("it is flushed");
            let files = folder.files();
            let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names, ["jangteo.1.log", "jangteo.2.log", "jangteo.log"], "as many as there may be");
            assert!(files.iter().all(|(_, text)| text.len() <= 100), "none too long: {files:?}");
            assert!(
                files.iter().all(|(_, text)| text.ends_with('\n') && !text.contains('b')),
                "whole lines: {files:?}"
            );
            assert!(files[2].1.contains(&format!("{round} 49 ")), "the newest line is in the newest file: {files:?}");
        }
    }

    #[test]
    fn what_others_have_left_does_not_count_on_top() {
        let folder = Folder::new();
        for (name, length) in
            [("jangteo.2026-11-28.log", 90), ("jangteo.7.log", 90), ("jangteo.1.log", 101), ("jangteo.log", 60)]
        {
            fs::write(folder.0.path().join(name), "c".repeat(length - 1) + "\n").expect("it is written");
        }
        fs::write(folder.0.path().join("notes.txt"), "mine").expect("it is written");
        let mut log = LogFiles::open(folder.0.path(), ROOM).expect("it opens");
        log.write_all(("d".repeat(49) + "\n").as_bytes()).expect("it is written");
        log.flush().expect("it is flushed");
        let lengths: Vec<_> = folder.files().into_iter().map(|(name, text)| (name, text.len())).collect();
        let expected = [("jangteo.1.log", 60), ("jangteo.log", 50), ("notes.txt", 4)];
        assert_eq!(lengths, expected.map(|(name, length)| (name.to_owned(), length)), "logs alone, within their room");
    }

    #[test]
    fn files_that_cannot_be_moved_are_begun_anew() {
        let folder = Folder::new();
        let mut log = LogFiles::open(folder.0.path(), ROOM).expect("it opens");
        let stuck = folder.0.path().join("jangteo.1.log");
        fs::create_dir(&stuck).expect("something is in the way");
        fs::write(stuck.join("file"), "").expect("and stays there");
        for number in 0..50 {
            // Whether each line fits does not matter here.
            let _ = log.write_all(format!("{number} {}\n", "a".repeat(30)).as_bytes());
        }
        log.flush().expect("it is flushed");
        let size = fs::metadata(folder.0.path().join("jangteo.log")).expect("it is there").len();
        assert!((1..=100).contains(&size), "it holds the last lines and no more: {size}");
    }

    #[test]
    fn text_from_outside_stays_in_its_line() {
        let folder = Folder::new();
        let hostile = "a\nb\r\n{\"level\":\"ERROR\"}\u{1b}[2J\u{9b}31m\u{85}\u{2028}\u{202e}\u{7f}\0가";
        {
            let log = std::sync::Mutex::new(LogFiles::open(folder.0.path(), Room::default()).expect("it opens"));
            assert!(log.make_writer().flush().is_ok(), "it is a writer of lines");
            let subscriber = tracing_subscriber::fmt().json().with_span_list(false).with_writer(log).finish();
            tracing::subscriber::with_default(subscriber, || {
                let span = tracing::info_span!("operation", operation = hostile);
                span.in_scope(|| tracing::info!(reason = hostile, "{hostile}"));
            });
        }
        let (_, text) = folder.files().remove(0);
        assert_eq!(text.lines().count(), 1, "one event is one line: {text:?}");
        let obeyed: Vec<_> = text.trim_end().chars().filter(|letter| is_obeyed(*letter) || *letter == '\n').collect();
        assert!(obeyed.is_empty(), "nothing in it is obeyed by a terminal: {text:?}");
        let event: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        for said in [&event["fields"]["message"], &event["fields"]["reason"], &event["span"]["operation"]] {
            assert_eq!(said, hostile, "and says what was said");
        }
    }
}
