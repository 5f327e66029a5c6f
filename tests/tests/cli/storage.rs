//! The disk beneath a running program: full and with room again, read-only, the file moved, replaced or damaged. Nothing that
//! was answered is lost, nothing is answered that is not written, and there is a way back.

use std::fs;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::{command, file, jangteo, small_shop};
use crate::served::Served;

const LIBRARY: &str = "tests/cli/fault_room.c";
const CUSTOMER: &str = "customer1@demo.jangteo";
const ADMIN: &str = "admin@demo.jangteo";
const PASSWORD: &str = "jangteo-demo-1";

/// A program on a disk that can be made to fail.
struct OnDisk {
    served: Served,
    flag: PathBuf,
    library: PathBuf,
    _place: TempDir,
}

impl OnDisk {
    fn start(folder: &Path) -> Self {
        let place = TempDir::new().expect("a folder");
        let (library, flag) = (place.path().join("fault.so"), place.path().join("fault"));
        let source = shop_tests::root().join("tests").join(LIBRARY);
        let built = Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(source).status();
        assert!(built.expect("cc is there").success(), "it builds");
        let mut program = command(&["serve", "--port", "0"], folder);
        lie_beneath(&mut program, folder, &library, &flag);
        Self { served: Served::launch(program), flag, library, _place: place }
    }

    /// The same disk beneath another program.
    fn beneath<'a>(&self, program: &'a mut Command, folder: &Path) -> &'a mut Command {
        lie_beneath(program, folder, &self.library, &self.flag)
    }

    fn fails_with(&self, error: i32) {
        fs::write(&self.flag, error.to_string()).expect("the disk fails from now on");
    }

    fn is_well(&self) {
        fs::remove_file(&self.flag).expect("the disk is well again");
    }
}

fn lie_beneath<'a>(program: &'a mut Command, folder: &Path, library: &Path, flag: &Path) -> &'a mut Command {
    program.env("LD_PRELOAD", library).env("FAULT_IN", folder).env("FAULT_WHILE", flag)
}

async fn charge(served: &Served, token: &str) -> (u16, Value) {
    served.call("POST", "/v1/points/charge", token, Some(json!({"amount": 1_000}))).await
}

/// Asks until the answer is as wanted; gives the time that it took.
pub async fn until(what: &str, mut ask: impl AsyncFnMut() -> bool) -> Duration {
    let (started, mut pause) = (Instant::now(), tokio::time::interval(Duration::from_millis(50)));
    while !ask().await {
        assert!(started.elapsed() < Duration::from_secs(30), "{what} within half a minute");
        pause.tick().await;
    }
    started.elapsed()
}

async fn reason(served: &Served) -> Value {
    served.call("GET", "/v1/shop", "", None).await.1["storage"]["reason"].clone()
}

async fn stops_and_resumes(error: i32, expected: &str) {
    let folder = small_shop();
    let disk = OnDisk::start(folder.path());
    let token = disk.served.login(CUSTOMER, PASSWORD).await;
    assert_eq!(charge(&disk.served, &token).await.0, 200, "the disk is well");
    disk.fails_with(error);
    for _ in 0..3 {
        let (status, refused) = charge(&disk.served, &token).await;
        let told = (status, &refused["code"], &refused["details"]["reason"]);
        assert_eq!(told, (503, &json!("STORAGE_UNAVAILABLE"), &json!(expected)), "it says what it is: {refused}");
    }
    assert_eq!(reason(&disk.served).await, json!(expected), "so does the shop");
    assert_eq!(disk.served.call("GET", "/v1/products", "", None).await.0, 200, "reads go on");
    assert_eq!(disk.served.call("GET", "/readyz", "", None).await.0, 503, "it is not ready");
    let before = disk.served.call("GET", "/v1/points", &token, None).await.1;
    disk.is_well();
    until("writing resumes", async || reason(&disk.served).await.is_null()).await;
    assert_eq!(disk.served.call("GET", "/v1/points", &token, None).await.1, before, "what was refused was not done");
    assert_eq!(charge(&disk.served, &token).await.0, 200, "by itself");
    disk.served.stop();
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "and the books are right");
}

#[tokio::test]
async fn on_a_full_disk_writes_stop_and_resume_when_there_is_room() {
    stops_and_resumes(28, "FULL").await;
}

#[tokio::test]
async fn on_a_read_only_disk_writes_stop_and_resume_when_it_can_be_written_to() {
    stops_and_resumes(30, "READ_ONLY").await;
}

/// Moves the file away, does something in its place, and expects what was answered to be in the rescued copy.
async fn rescues(in_its_place: fn(&Path, &Path)) {
    let folder = small_shop();
    let served = Served::start(folder.path());
    let (token, admin) = (served.login(CUSTOMER, PASSWORD).await, served.login(ADMIN, PASSWORD).await);
    let mut answered = 0;
    for _ in 0..3 {
        answered += i64::from(charge(&served, &token).await.0 == 200);
    }
    let (live, away) = (file(folder.path()), folder.path().join("away.db"));
    fs::rename(&live, &away).expect("it is moved");
    in_its_place(&live, &away);
    let noticed = until("it is noticed", async || {
        let (status, _) = charge(&served, &token).await;
        answered += i64::from(status == 200);
        status == 503
    });
    let noticed = noticed.await;
    assert!(noticed < Duration::from_secs(2), "within two seconds: {noticed:?}");
    assert_eq!(reason(&served).await, json!("REPLACED"), "everybody can know");
    let mut rescued = Value::Null;
    until("it is copied out", async || {
        let (_, list) = served.call("GET", "/v1/admin/backups", &admin, None).await;
        let found = list["items"].as_array().into_iter().flatten().find(|copy| copy["kind"] == "RESCUED");
        rescued = found.cloned().unwrap_or_default();
        rescued["state"] == "VERIFIED"
    })
    .await;
    assert_eq!(served.call("GET", "/v1/products", "", None).await.0, 200, "reads go on");
    served.stop();
    let name = rescued["name"].as_str().expect("a name");
    let copy = Connection::open(folder.path().join("backups").join(name)).expect("the copy");
    let charges = "SELECT count(*) FROM balance_transaction WHERE type = 'CHARGE' AND amount = 1000";
    let kept: i64 = copy.query_row(charges, [], |row| row.get(0)).expect("a number");
    assert_eq!(kept, answered, "what was answered is in the copy, and nothing else");
    for end in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(live.with_file_name(format!("jangteo.db{end}")));
    }
    fs::rename(&away, &live).expect("the owner puts a file back");
    let back = jangteo(&["restore", "--from", name], folder.path());
    assert_eq!(back.code, 0, "the way back: {}", back.err);
    let again = Served::start(folder.path());
    let token = again.login(CUSTOMER, PASSWORD).await;
    assert_eq!(charge(&again, &token).await.0, 200, "the shop runs");
    again.stop();
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "and the books are right");
}

#[tokio::test]
async fn a_file_that_is_moved_under_the_program_is_rescued() {
    rescues(|_, _| {}).await;
}

#[tokio::test]
async fn a_file_that_is_replaced_under_the_program_is_rescued() {
    rescues(|live, away| {
        fs::copy(away, live).expect("another file in its place");
    })
    .await;
}

/// Damages the page of the wishes.
fn damage_wishes(folder: &Path) {
    let page: u64 = {
        let conn = Connection::open(file(folder)).expect("the file");
        let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'wish'";
        conn.query_row(root, [], |row| row.get::<_, i64>(0)).expect("a page").unsigned_abs()
    };
    let open = fs::OpenOptions::new().write(true).open(file(folder)).expect("the file");
    open.write_all_at(&[0xFF; 4096], (page - 1) * 4096).expect("the page is damaged");
}

#[tokio::test]
async fn damage_that_was_seen_closes_the_shop_at_the_next_start_until_a_copy_is_restored() {
    let folder = small_shop();
    let name = jangteo(&["backup"], folder.path()).json()["name"].as_str().expect("a name").to_owned();
    let served = Served::start(folder.path());
    let token = served.login(CUSTOMER, PASSWORD).await;
    damage_wishes(folder.path());
    assert_eq!(served.call("GET", "/v1/wishes", &token, None).await.0, 503, "it is seen");
    served.stop();
    for _ in 0..2 {
        let ran = jangteo(&["serve", "--port", "0"], folder.path());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "nobody could sign in to it: {}", ran.err);
        assert!(ran.err.contains(&format!("jangteo restore --from {name}")), "the way back is named: {}", ran.err);
    }
    let ran = jangteo(&["restore", "--from", &name], folder.path());
    assert_eq!(ran.code, 0, "it goes back: {}", ran.err);
    let served = Served::start(folder.path());
    let token = served.login(CUSTOMER, PASSWORD).await;
    assert_eq!(charge(&served, &token).await.0, 200, "the shop runs");
    served.stop();
}

#[tokio::test]
async fn a_disk_that_is_full_at_the_start_is_told_as_that_and_passes() {
    let folder = small_shop();
    let mut disk = OnDisk::start(folder.path());
    disk.served.signal("TERM");
    disk.served.wait();
    disk.fails_with(28);
    let mut program = command(&["serve", "--port", "0"], folder.path());
    let output = disk.beneath(&mut program, folder.path()).output().expect("it ends");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "it does not start: {told}");
    assert!(told.contains("the disk is full; free some room on it"), "and it says why: {told}");
    disk.is_well();
    let served = Served::start(folder.path());
    assert_eq!(served.call("GET", "/readyz", "", None).await.0, 200, "it starts as soon as there is room");
    served.stop();
}

#[tokio::test]
async fn a_damaged_page_is_told_once_it_is_read_and_a_copy_is_restored_from_the_panel() {
    let folder = small_shop();
    let name = jangteo(&["backup"], folder.path()).json()["name"].as_str().expect("a name").to_owned();
    let served = Served::start(folder.path());
    let (token, admin) = (served.login(CUSTOMER, PASSWORD).await, served.login(ADMIN, PASSWORD).await);
    damage_wishes(folder.path());
    assert_eq!(served.call("GET", "/v1/shop", "", None).await.1["storage"], Value::Null, "nobody has seen it yet");
    let (status, refused) = served.call("GET", "/v1/wishes", &token, None).await;
    assert_eq!((status, &refused["details"]["reason"]), (503, &json!("DAMAGED")), "the reader is told: {refused}");
    let (status, refused) = charge(&served, &token).await;
    assert_eq!((status, &refused["details"]["reason"]), (503, &json!("DAMAGED")), "nothing is written: {refused}");
    assert_eq!(served.call("GET", "/v1/products", "", None).await.0, 200, "reads go on");
    let (_, alerts) = served.call("GET", "/v1/admin/alerts", &admin, None).await;
    let kinds: Vec<&Value> = alerts["items"].as_array().into_iter().flatten().map(|alert| &alert["kind"]).collect();
    assert!(kinds.contains(&&json!("STORAGE")), "admins are warned: {kinds:?}");
    assert!(folder.path().join("jangteo.damaged").exists(), "the next start is told");
    let (status, restored) = served.call("POST", "/v1/admin/restore", &admin, Some(json!({"name": name}))).await;
    assert_eq!(status, 200, "the panel restores a copy: {restored}");
    assert_eq!(reason(&served).await, Value::Null, "and all is well");
    let token = served.login(CUSTOMER, PASSWORD).await;
    assert_eq!(charge(&served, &token).await.0, 200, "the shop writes again");
    served.stop();
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "and the books are right");
}
