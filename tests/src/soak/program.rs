//! The program: the shop it makes, the server it is, and its check of the books.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

use super::Plan;

/// A running `jangteo serve`; killed where it is dropped before it was stopped.
pub struct Program {
    child: Child,
    /// Kept open: what it prints later must find a reader.
    _said: BufReader<ChildStdout>,
    port: u16,
}

/// Makes a demo shop in the plan's folder.
pub(super) fn make_shop(plan: &Plan) -> Result<()> {
    let [products, users, orders] =
        [plan.products, plan.customers.max(plan.streams).max(1), plan.orders].map(|count| count.to_string());
    let size = ["demo-data", "--products", &products, "--users", &users, "--orders", &orders];
    let made = jangteo(&plan.binary, &size, &plan.folder).output().context("jangteo cannot be started")?;
    ensure!(made.status.success(), "the shop cannot be made: {}", String::from_utf8_lossy(&made.stderr));
    Ok(())
}

/// How many invariants `jangteo verify` finds broken.
pub(super) fn broken_books(binary: &Path, folder: &Path) -> Result<u64> {
    let verified = jangteo(binary, &["verify"], folder).output()?;
    let broken: Vec<Value> = serde_json::from_slice(&verified.stdout)
        .with_context(|| format!("verify ended with {}", String::from_utf8_lossy(&verified.stderr)))?;
    Ok(broken.len() as u64)
}

impl Program {
    /// Starts it on a folder and waits until it listens.
    ///
    /// # Errors
    /// It cannot be started, or ends before it listens.
    pub fn start(binary: &Path, folder: &Path) -> Result<Self> {
        let mut child = jangteo(binary, &["serve", "--port", "0"], folder).stdout(Stdio::piped()).spawn()?;
        let mut said = BufReader::new(child.stdout.take().context("BUG: the output is piped")?);
        let mut line = String::new();
        said.read_line(&mut line)?;
        let port = line.trim().rsplit_once(':').and_then(|(_, port)| port.parse().ok());
        let Some(port) = port else {
            bail!("the server did not start: {line}{}", child.wait()?);
        };
        Ok(Self { child, _said: said, port })
    }

    /// Where it listens.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The number of the process.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Stops it as a system does, and expects a clean end.
    ///
    /// # Errors
    /// It ended before, or with an error.
    pub fn stop(mut self) -> Result<()> {
        let asked = Command::new("kill").arg("-TERM").arg(self.child.id().to_string()).status()?;
        ensure!(asked.success(), "the server ended by itself");
        let ended = self.child.wait()?;
        ensure!(ended.success(), "the server ended with {ended}");
        Ok(())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Both fail where it has ended, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `jangteo` on that folder, with no keychain but the folder.
fn jangteo(binary: &Path, arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(binary);
    command.args(arguments).arg("--data").arg(folder);
    command.env_remove("JANGTEO_DATA").env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    command.stdin(Stdio::null());
    command
}
