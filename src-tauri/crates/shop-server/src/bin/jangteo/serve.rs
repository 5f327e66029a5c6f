//! `jangteo serve`: the shop over HTTP until it is told to stop. Prints one line when it listens; everything else goes to
//! the log files and, where a person should know, to the standard error.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, anyhow, ensure};
use clap::Args;
use clap::builder::RangedU64ValueParser;
use shop_app::runtime::{Call, DataFolder, Shop, ShopOptions, start_logging};
use shop_app::{jobs, shop};
use shop_contract::Empty;
use shop_demo::{self as demo, DemoSize};
use shop_server::{KeyPlace, Server, ServerOptions, TokenKeys, has_pages};
use tokio::signal::unix::{SignalKind, signal};

use crate::{Place, complain, open_shop};

/// Where to listen, and as what.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    place: Place,
    /// The port; 0 takes a free one.
    #[arg(long, value_name = "N", default_value_t = 7878, value_parser = RangedU64ValueParser::<u16>::new())]
    port: u16,
    /// Let other machines of the network reach the shop. What they send is not encrypted.
    #[arg(long)]
    lan: bool,
    /// Serve the demo shop; an empty folder is filled with it first.
    #[arg(long)]
    demo: bool,
}

/// Serves until SIGTERM or SIGINT.
pub fn run(options: Options) -> anyhow::Result<ExitCode> {
    let folder = DataFolder::open(options.place.data.clone())?;
    let lock = folder.lock()?;
    allow_many_connections();
    let log = start_logging(&folder.logs());
    if demo::clear_unfinished(&folder)? {
        complain("a demo that was cut short has been cleared away");
    }
    let shop = open_shop(ShopOptions::new(folder.path()))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(serve(shop, &folder, &options));
    // The last handles of the shop go with the runtime, and the file is closed before the folder is let go.
    drop(runtime);
    drop((log, lock));
    served.map(|()| ExitCode::SUCCESS)
}

async fn serve(shop: Arc<Shop>, folder: &DataFolder, options: &Options) -> anyhow::Result<()> {
    let mut stop = Stop::new()?;
    if options.demo {
        ensure_demo(&shop, folder.path()).await?;
    }
    let keys = TokenKeys::of(folder).map_err(|reason| anyhow!(reason))?;
    if let KeyPlace::File(file) = keys.place() {
        complain(&format!("the key of the access tokens lies in {}, for its owner alone", file.display()));
    }
    if !has_pages() {
        complain(
            "this program was built without the pages; it serves the API alone (cargo xtask run --browser builds both)",
        );
    }
    jobs::run_beside(&shop);
    if options.lan {
        tell_of_the_network(&shop).await?;
    }
    let wanted = ServerOptions { port: options.port, lan: options.lan, ..ServerOptions::default() };
    let server = Server::start(shop, folder, keys, wanted)
        .await
        .with_context(|| format!("port {} cannot be listened on", options.port))?;
    announce(&server)?;
    stop.wait().await;
    server.stop().await;
    Ok(())
}

/// What the owner of this machine must know before others can reach it. The code is shown here alone.
async fn tell_of_the_network(shop: &Arc<Shop>) -> anyhow::Result<()> {
    complain("the shop can be reached from the network; what is sent there is not encrypted");
    let info = shop::get_shop(Call::new(Arc::clone(shop), None, None), Empty {}).await?;
    if info.demo {
        complain("the demo's admin comes in from this machine alone, until the admin's password is another");
    }
    if !info.ready {
        let code = shop.set_up_code().text();
        complain(&format!("to set the shop up from another machine, this code is needed: {code}"));
    }
    Ok(())
}

/// The one line that whoever started it waits for.
fn announce(server: &Server) -> anyhow::Result<()> {
    use std::io::Write as _;
    let urls = server.urls();
    let mut out = std::io::stdout().lock();
    writeln!(out, "listening on {}", urls.first().context("BUG: a server has an address")?)?;
    out.flush()?;
    for url in urls.iter().skip(1) {
        complain(&format!("in the network: {url}"));
    }
    Ok(())
}

async fn ensure_demo(shop: &Arc<Shop>, folder: &Path) -> anyhow::Result<()> {
    let info = shop::get_shop(Call::new(Arc::clone(shop), None, None), Empty {}).await?;
    ensure!(info.demo || !info.ready, "{} holds a shop of its own; --demo is for another --data", folder.display());
    if !info.ready {
        complain("filling the shop with demo data …");
        demo::fill(shop, DemoSize::default(), |_| {}).await?;
    }
    Ok(())
}

/// SIGTERM and SIGINT, heard from the moment it is made.
struct Stop {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

impl Stop {
    fn new() -> anyhow::Result<Self> {
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    async fn wait(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

/// Every connection is a file to the system, which lets a process have 1,024 unless it asks for what it may have.
fn allow_many_connections() {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    // Where it is refused, fewer connections fit; nothing else changes.
    let _ = setrlimit(Resource::Nofile, rustix::process::Rlimit { current: limit.maximum, maximum: limit.maximum });
}
