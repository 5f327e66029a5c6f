//! `jangteo serve` as a child process: started, its address read, stopped by SIGTERM.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use xtask::display::end;

/// Printed by the server before its address, on the one line of its output.
const LISTENING: &str = "listening on ";
const START_DEADLINE: Duration = Duration::from_secs(60);
/// A stopping server finishes the requests that it has begun; none takes longer than this.
const STOP_DEADLINE: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(100);

/// A server that listens. It ends with this value, at the latest.
pub struct LiveShop {
    process: Child,
    address: String,
}

impl LiveShop {
    /// Starts the server on the data in `data`; port 0 is one that is free.
    pub fn start(binary: &Path, data: &Path, port: u16) -> Result<Self> {
        let mut serve = Command::new(binary);
        serve.args(["serve", "--port", &port.to_string(), "--data"]).arg(data);
        // A Ctrl-C at the terminal is for this program, which then ends the server properly.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut serve, 0);
        let mut process = serve
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", binary.display()))?;
        let address = read_address(&mut process);
        let mut shop = Self { process, address: String::new() };
        shop.address = address?;
        Ok(shop)
    }

    /// Where it listens, such as `http://127.0.0.1:40123`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Waits for Ctrl-C or a signal to end, then stops the server.
    pub fn serve_until_interrupted(mut self) -> Result<()> {
        let (sender, interrupted) = mpsc::channel();
        ctrlc::set_handler(move || {
            // The receiver is gone once the server is being stopped; a second Ctrl-C then changes nothing.
            let _sent = sender.send(());
        })?;
        while interrupted.recv_timeout(POLL).is_err() {
            if let Some(status) = self.process.try_wait()? {
                bail!("the server ended by itself with {status}");
            }
        }
        self.stop()
    }

    /// Asks the server to stop and waits until it has.
    pub fn stop(mut self) -> Result<()> {
        ask_to_stop(&mut self.process)?;
        let asked = Instant::now();
        while asked.elapsed() < STOP_DEADLINE {
            if let Some(status) = self.process.try_wait()? {
                return ensure_well_ended(status);
            }
            std::thread::sleep(POLL);
        }
        bail!("the server did not stop within {} s", STOP_DEADLINE.as_secs())
    }
}

impl Drop for LiveShop {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

/// Reads the one line of the server's output, on its own thread because reading has no timeout.
fn read_address(process: &mut Child) -> Result<String> {
    let stdout = process.stdout.take().expect("BUG: stdout was asked to be piped");
    let (sender, line) = mpsc::channel();
    std::thread::spawn(move || {
        let mut line = String::new();
        let read = BufReader::new(stdout).read_line(&mut line).map(|_| line);
        // The receiver is gone after the deadline.
        let _sent = sender.send(read);
    });
    let line = line.recv_timeout(START_DEADLINE).context("the server does not listen")??;
    match line.trim_end().strip_prefix(LISTENING) {
        Some(address) => Ok(address.to_owned()),
        None => bail!("the server ended before it listened"),
    }
}

#[cfg(unix)]
fn ask_to_stop(process: &mut Child) -> Result<()> {
    use rustix::process::{Pid, Signal, kill_process};
    Ok(kill_process(Pid::from_child(process), Signal::TERM)?)
}

#[cfg(not(unix))]
fn ask_to_stop(process: &mut Child) -> Result<()> {
    Ok(process.kill()?)
}

/// A process that was killed, because the system has no SIGTERM, has no meaningful status.
fn ensure_well_ended(status: ExitStatus) -> Result<()> {
    ensure!(status.success() || cfg!(not(unix)), "the server ended with {status}");
    Ok(())
}
