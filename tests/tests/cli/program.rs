//! Running the real program on a folder of its own.

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use rusqlite::Connection;
use serde_json::Value;
use tempfile::TempDir;

/// What a run of the program came to.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// The result, which is JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }
}

/// Runs `jangteo` with arguments and `--data folder`.
pub fn jangteo(arguments: &[&str], folder: &Path) -> Ran {
    tell(arguments, folder, "")
}

/// Runs `jangteo` with these arguments alone; `folder` is its data folder where it needs one.
pub fn jangteo_alone(arguments: &[&str], folder: &Path) -> Ran {
    let mut command = in_our_hands(arguments);
    command.env("JANGTEO_DATA", folder);
    ended(command, "")
}

/// The same as [`jangteo`] with something on its standard input.
pub fn tell(arguments: &[&str], folder: &Path, input: &str) -> Ran {
    ended(command(arguments, folder), input)
}

fn ended(mut command: Command, input: &str) -> Ran {
    let mut child = command.spawn().expect("the program starts");
    // A program that has ended already does not listen.
    match child.stdin.take().expect("it is ours").write_all(input.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => panic!("it listens or has no need to: {error}"),
        _ => {}
    }
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it speaks UTF-8");
    let code = output.status.code().expect("it ends by itself, not by a signal");
    Ran { code, out: text(output.stdout), err: text(output.stderr) }
}

/// `jangteo` with arguments and `--data folder`, all its ends in our hands, and no keychain but the folder.
pub fn command(arguments: &[&str], folder: &Path) -> Command {
    let mut command = in_our_hands(arguments);
    command.arg("--data").arg(folder);
    command
}

/// `jangteo` with these arguments alone, all its ends in our hands, and no keychain but the data folder.
pub fn in_our_hands(arguments: &[&str]) -> Command {
    let mut command = Command::new(binary());
    command.args(arguments);
    command.env_remove("JANGTEO_DATA").env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A folder with a small demo shop in it.
pub fn small_shop() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let size = ["demo-data", "--products", "40", "--users", "6", "--orders", "80"];
    let ran = jangteo(&size, folder.path());
    assert_eq!(ran.code, 0, "the demo is made: {}", ran.err);
    folder
}

/// The database of a data folder.
pub fn file(folder: &Path) -> PathBuf {
    shop_app::context::Shop::file_in(folder)
}

/// Changes the file behind the shop's back.
pub fn change(folder: &Path, sql: &str) {
    let conn = Connection::open(file(folder)).expect("the file");
    conn.execute_batch(sql).expect("the change");
}

/// The program, built once beside these tests, unless its path is given.
pub fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        if let Some(path) = std::env::var_os("JANGTEO_BINARY") {
            return PathBuf::from(path);
        }
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--workspace", "--bin", "jangteo"]).current_dir(shop_tests::root());
        assert!(build.status().expect("cargo starts").success(), "the program builds");
        let tests = std::env::current_exe().expect("this test is a program too");
        let target = tests.ancestors().find(|folder| folder.ends_with("debug") || folder.ends_with("release"));
        target.expect("tests are built into target").with_file_name("debug").join("jangteo")
    })
}
