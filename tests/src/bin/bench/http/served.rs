//! A copy of the stage behind the real server. The server is a process of its own, as it is for those who call it: shop,
//! jobs, log files and limits are those of `jangteo serve`. It ends when its standard input does.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicI64, Ordering};

use anyhow::{Context as _, Result, ensure};
use shop_app::context::Shop;
use shop_app::jobs;
use shop_app::runtime::{DataFolder, ShopOptions, start_logging};
use shop_app::user::{Who, open_sessions};
use shop_app::verify_folder;
use shop_server::{Server, ServerOptions, TokenKeys};

use crate::clients::runtime;
use crate::stage::{Copy, Stage};

/// Known to both processes, so that the tokens need not be handed over.
const KEY: [u8; 32] = [7; 32];

/// A server, and tokens of everybody.
pub struct Served {
    copy: Copy,
    child: Child,
    /// Kept open: a server that tells something at its end must not find nobody listening.
    said: BufReader<ChildStdout>,
    port: u16,
    tokens: Vec<String>,
    paid: AtomicI64,
}

impl Served {
    /// Opens a session for everybody and starts the server.
    ///
    /// # Errors
    /// The shop cannot be opened, or the server does not start.
    pub fn start(stage: &Stage) -> Result<Self> {
        let copy = stage.copy()?;
        let tokens = tokens(copy.folder())?;
        let mut child = Command::new(std::env::current_exe()?)
            .arg("--server-child")
            .arg(copy.folder())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut said = BufReader::new(child.stdout.take().context("BUG: the output is piped")?);
        let mut line = String::new();
        said.read_line(&mut line)?;
        let port = line.trim().parse().context("the server did not start")?;
        Ok(Self { copy, child, said, port, tokens, paid: AtomicI64::new(0) })
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.copy.folder()
    }

    /// The number of the server's process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The access token of the user with this id.
    pub fn token(&self, user_id: i64) -> &str {
        usize::try_from(user_id - 1).ok().and_then(|place| self.tokens.get(place)).map_or("", String::as_str)
    }

    /// A payment has been answered.
    pub fn paid(&self) {
        self.paid.fetch_add(1, Ordering::Relaxed);
    }

    /// Stops the server and proves the books: every identity holds, and just the payments that were answered are there.
    ///
    /// # Errors
    /// The server does not end well, or the books are wrong.
    pub fn stop(mut self) -> Result<()> {
        drop(self.child.stdin.take());
        self.said.read_to_end(&mut Vec::new())?;
        ensure!(self.child.wait()?.success(), "the server did not end well");
        let broken = verify_folder(self.copy.folder())?.broken;
        ensure!(broken.is_empty(), "the books are wrong: {broken:?}");
        let kept: i64 = rusqlite::Connection::open(self.copy.file())?.query_row(
            "SELECT count(*) FROM payment WHERE state = 'COMPLETED'",
            [],
            |row| row.get(0),
        )?;
        let answered = self.paid.into_inner();
        ensure!(kept == answered, "{answered} payments were answered and {kept} are in the books");
        Ok(())
    }
}

/// Memory that a process holds, in MiB.
///
/// # Errors
/// The process has ended, or the system does not say it.
pub fn resident_mebibytes(process_id: u32) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process_id}/status"))?;
    let kibibytes = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB"));
    Ok(kibibytes.context("the system does not say how much memory a process holds")?.parse::<f64>()? / 1024.0)
}

/// By id, from 1, as the stage has made the users.
fn tokens(folder: &Path) -> Result<Vec<String>> {
    let shop = Shop::open(ShopOptions::new(folder))?;
    let sessions = runtime()?
        .block_on(open_sessions(&shop, Who::AllCustomers, "bench"))
        .map_err(|error| anyhow::anyhow!("sessions: {error:?}"))?;
    let keys = TokenKeys::from_bytes(&KEY);
    let token = |session: &shop_app::user::OpenedSession| {
        keys.access_token(&shop, session.user_id, session.session_id).map_err(anyhow::Error::msg)
    };
    sessions.iter().map(token).collect()
}

/// What the child does: serves the folder, says on which port, and stops when nobody holds its input any more.
///
/// # Errors
/// The shop cannot be opened, or the system refuses.
pub fn serve(folder: PathBuf) -> Result<()> {
    let folder = DataFolder::open(Some(folder))?;
    let _log = start_logging(&folder.logs());
    let shop = Shop::open(ShopOptions::new(folder.path()))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let server = runtime.block_on(async {
        jobs::run_in_background(&shop);
        Server::start(shop, &folder, TokenKeys::from_bytes(&KEY), ServerOptions::default()).await
    })?;
    writeln!(std::io::stdout().lock(), "{}", server.port())?;
    std::io::stdin().read_to_end(&mut Vec::new())?;
    runtime.block_on(server.stop());
    Ok(())
}
