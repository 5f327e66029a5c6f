//! A real disk without room: a small tmpfs, on which a file takes all that is left and is removed again. Unlike with the library
//! of `storage`, what is in the log already can be written over, and the room ends where it ends.
//!
//! To mount one takes root. Where it is refused, the test says so and ends; `storage` has the same with the library.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::jangteo;
use crate::served::Served;
use crate::storage::until;

const CUSTOMER: &str = "customer1@demo.jangteo";
const PASSWORD: &str = "jangteo-demo-1";
const CHARGE: i64 = 1_000;
/// Times that the disk is filled.
const ROUNDS: usize = 3;

/// A disk that is unmounted when it is dropped.
struct SmallDisk(TempDir);

impl SmallDisk {
    /// Mounts it, or says why not.
    fn mount() -> Result<Self, String> {
        let place = TempDir::new().expect("a folder");
        let mut mount = Command::new("mount");
        let ran = mount.args(["-t", "tmpfs", "-o", "size=24m,mode=0700", "tmpfs"]).arg(place.path()).output();
        match ran {
            Ok(ran) if ran.status.success() => Ok(Self(place)),
            Ok(ran) => Err(String::from_utf8_lossy(&ran.stderr).into_owned()),
            Err(error) => Err(error.to_string()),
        }
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Takes all room that is left.
    fn fill(&self) {
        let mut filler = fs::File::create(self.folder().join("filler")).expect("it is made");
        let full = std::iter::repeat_with(|| filler.write_all(&[0; 4_096])).find_map(Result::err);
        assert_eq!(full.map(|error| error.kind()), Some(ErrorKind::StorageFull), "nothing fits any more");
    }

    fn empty(&self) {
        fs::remove_file(self.folder().join("filler")).expect("it is ours");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg("--lazy").arg(self.folder()).status();
        if !unmounted.is_ok_and(|status| status.success()) {
            eprintln!("{} stays mounted", self.folder().display());
        }
    }
}

async fn charge(served: &Served, token: &str, key: &str) -> (u16, Value) {
    let wish = json!({"amount": CHARGE});
    served.try_post("/v1/points/charge", token, key, Some(wish)).await.expect("it is answered")
}

async fn points(served: &Served, token: &str) -> i64 {
    let (status, points) = served.call("GET", "/v1/points", token, None).await;
    assert_eq!(status, 200, "reads go on: {points}");
    points["availablePoint"].as_i64().expect("a number")
}

#[tokio::test]
async fn a_disk_that_fills_and_empties_stops_writing_and_lets_it_go_on() {
    let disk = match SmallDisk::mount() {
        Ok(disk) => disk,
        Err(reason) => {
            eprintln!("skipped: no disk can be mounted here: {reason}");
            return;
        }
    };
    let ran = jangteo(&["demo-data", "--products", "40", "--users", "6", "--orders", "80"], disk.folder());
    assert_eq!(ran.code, 0, "the demo is made: {}", ran.err);
    let served = Served::start(disk.folder());
    let token = served.login(CUSTOMER, PASSWORD).await;
    let (start, mut done) = (points(&served, &token).await, 0);
    for round in 0..ROUNDS {
        disk.fill();
        // The log is written from its start again after a checkpoint: what is in it already leaves room for some charges.
        let mut number = 0;
        let refused = loop {
            let (status, answer) = charge(&served, &token, &format!("{round}-{number}")).await;
            if status != 200 {
                break (status, answer);
            }
            number += 1;
            assert!(number < 20_000, "a disk without room takes no more");
        };
        let told = (refused.0, &refused.1["code"], &refused.1["details"]["reason"]);
        assert_eq!(told, (503, &json!("STORAGE_UNAVAILABLE"), &json!("FULL")), "it says what it is: {}", refused.1);
        assert_eq!(points(&served, &token).await, start + (done + number) * CHARGE, "what was answered is there");
        assert_eq!(served.call("GET", "/v1/products", "", None).await.0, 200, "reads go on");
        disk.empty();
        let key = format!("{round}-{number}");
        until("writing resumes by itself", async || charge(&served, &token, &key).await.0 == 200).await;
        done += number + 1;
    }
    assert_eq!(points(&served, &token).await, start + done * CHARGE, "each charge is there once");
    served.stop();
    assert_eq!(jangteo(&["verify"], disk.folder()).json(), json!([]), "and the books are right");
}
