//! System calls that fail under the running program, by strace: syncs, writes and cuts of the database and its log. What was
//! answered is there, what was not is done once when it is repeated with its key, and the shop resumes by itself.
//!
//! Where strace is missing or may not trace a process (a sandbox), the test says so and ends.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::program::{file, jangteo, small_shop};
use crate::served::Served;
use crate::storage::until;

const CUSTOMER: &str = "customer1@demo.jangteo";
const PASSWORD: &str = "jangteo-demo-1";
const CHARGE: i64 = 1_000;

/// Calls that fail, and the error.
struct Fault {
    calls: &'static str,
    error: &'static str,
}

/// What stops charges while it lasts.
const FAULTS: [Fault; 3] = [
    Fault { calls: "fsync,fdatasync", error: "EIO" },
    Fault { calls: "pwrite64", error: "EIO" },
    Fault { calls: "pwrite64", error: "ENOSPC" },
];

/// The database is cut at checkpoints and at the end of the program alone.
const CUTS: Fault = Fault { calls: "ftruncate", error: "EIO" };

/// strace at a running program.
struct Injection {
    strace: Child,
    log: PathBuf,
}

impl Injection {
    /// Lets these calls on the files of the shop fail from now on.
    async fn start(fault: &Fault, folder: &Path, program: u32) -> Self {
        let log = folder.join("strace.log");
        let mut strace = Command::new("strace");
        strace.args(["-f", "-o"]).arg(&log).args(["-p", &program.to_string()]);
        for end in ["db", "db-wal"] {
            strace.arg("-P").arg(file(folder).with_extension(end));
        }
        strace.arg("-e").arg(format!("trace={}", fault.calls));
        strace.arg("-e").arg(format!("inject={}:error={}", fault.calls, fault.error));
        let strace = strace.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("strace is there");
        // It attaches to one thread after the other.
        until("strace is attached", async || {
            let threads = fs::read_dir(format!("/proc/{program}/task")).expect("the program runs");
            threads.flatten().all(|thread| is_traced(&thread.path().join("status")))
        })
        .await;
        Self { strace, log }
    }

    /// Ends the faults; gives how many calls failed.
    fn end(self) -> usize {
        let interrupted = Command::new("kill").args(["-INT", &self.strace.id().to_string()]).status();
        assert!(interrupted.expect("kill is there").success(), "strace still runs");
        self.ended()
    }

    /// Waits until strace ends, as it does with the program; gives how many calls failed.
    fn ended(mut self) -> usize {
        self.strace.wait().expect("it ends");
        fs::read_to_string(self.log).expect("its log").matches("(INJECTED)").count()
    }
}

/// Whether a thread is traced; one that has ended needs no tracer.
fn is_traced(status: &Path) -> bool {
    let Ok(status) = fs::read_to_string(status) else { return true };
    status.lines().any(|line| line.strip_prefix("TracerPid:").is_some_and(|id| id.trim() != "0"))
}

/// Why strace cannot trace another process here; `None` where it can.
fn reason_not_to() -> Option<String> {
    let scope = fs::read_to_string("/proc/sys/kernel/yama/ptrace_scope").unwrap_or_default();
    let is_root = fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    if !matches!(scope.trim(), "" | "0") && !is_root {
        return Some(format!("kernel.yama.ptrace_scope is {}", scope.trim()));
    }
    let probe = Command::new("strace").args(["-f", "-e", "trace=none", "true"]).output();
    match probe {
        Err(error) => Some(format!("strace does not start: {error}")),
        Ok(ran) if !ran.status.success() => Some(String::from_utf8_lossy(&ran.stderr).into_owned()),
        Ok(_) => None,
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

/// Charges while the calls fail, and again when they do not.
async fn outlives(fault: &Fault) {
    let (calls, folder) = (fault.calls, small_shop());
    let served = Served::start(folder.path());
    let token = served.login(CUSTOMER, PASSWORD).await;
    let start = points(&served, &token).await;
    let first = charge(&served, &token, "before").await;
    assert_eq!(first.0, 200, "{calls}: the disk is well");
    let injection = Injection::start(fault, folder.path(), served.id()).await;
    let keys = ["k1", "k2", "k3"];
    for key in keys {
        let (status, answer) = charge(&served, &token, key).await;
        assert!(status >= 500, "{calls}: it is not answered as done: {status} {answer}");
        let told = [&answer["code"], &answer["details"]["reason"]].map(|word| word.as_str().unwrap_or_default());
        let is_told = matches!(told, ["STORAGE_UNAVAILABLE", _] | ["INTERNAL_ERROR", "" | "OUTCOME_UNKNOWN"]);
        assert!(is_told, "{calls}: it says what is known: {answer}");
    }
    points(&served, &token).await;
    assert!(injection.end() > 0, "{calls}: calls failed");
    until("writing resumes", async || charge(&served, &token, "after").await.0 == 200).await;
    for key in keys {
        let (status, answer) = charge(&served, &token, key).await;
        assert_eq!(status, 200, "{calls}: the repetition is done: {answer}");
        assert_eq!(charge(&served, &token, key).await, (status, answer), "{calls}: once");
    }
    assert_eq!(charge(&served, &token, "before").await, first, "{calls}: the first answer stands");
    assert_eq!(points(&served, &token).await, start + 5 * CHARGE, "{calls}: each charge is there once");
    served.stop();
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "{calls}: and the books are right");
}

/// Cuts fail at checkpoints and where the log is emptied, at the end of the program.
async fn ends_without_cuts() {
    let folder = small_shop();
    let served = Served::start(folder.path());
    let token = served.login(CUSTOMER, PASSWORD).await;
    let start = points(&served, &token).await;
    assert_eq!(charge(&served, &token, "k1").await.0, 200, "the disk is well");
    let injection = Injection::start(&CUTS, folder.path(), served.id()).await;
    assert_eq!(charge(&served, &token, "k2").await.0, 200, "a charge needs no cut");
    served.signal("TERM");
    let ran = served.end();
    assert_eq!(ran.code, 0, "the end is clean all the same: {}", ran.err);
    assert!(injection.ended() > 0, "a cut failed");
    assert_eq!(jangteo(&["verify"], folder.path()).json(), json!([]), "the books are right");
    let again = Served::start(folder.path());
    let token = again.login(CUSTOMER, PASSWORD).await;
    assert_eq!(points(&again, &token).await, start + 2 * CHARGE, "with both charges");
    again.stop();
}

#[tokio::test]
async fn failing_system_calls_lose_no_answer_and_do_nothing_twice() {
    if let Some(reason) = reason_not_to() {
        eprintln!("skipped: no system call can be made to fail here: {reason}");
        return;
    }
    for fault in &FAULTS {
        outlives(fault).await;
    }
    ends_without_cuts().await;
}
