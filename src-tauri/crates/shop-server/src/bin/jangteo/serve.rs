//! `jangteo serve`: serves the shop over HTTP until SIGTERM or SIGINT. Prints one line when it listens; everything else goes to
//! the log files, and messages for the operator to the standard error.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, anyhow, ensure};
use clap::Args;
use clap::builder::{PossibleValuesParser, RangedU64ValueParser, TypedValueParser};
use shop_app::context::{Call, Shop};
use shop_app::runtime::{DataFolder, ShopOptions, start_logging};
use shop_app::{jobs, shop};
use shop_contract::{Empty, ShopperRate};
use shop_demo::{self as demo, DemoSize, Shoppers};
use shop_server::{KeyLocation, Server, ServerOptions, TokenKeys, has_pages};
use tokio::signal::unix::{SignalKind, signal};

use crate::{ShopFolder, open_shop, print_message, set_foreign_log_aside};

/// Where to listen, and which shop to serve.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    folder: ShopFolder,
    /// The port; 0 takes a free one.
    #[arg(long, value_name = "N", default_value_t = 7878, value_parser = RangedU64ValueParser::<u16>::new())]
    port: u16,
    /// Let other machines of the network reach the shop. Nothing is encrypted.
    #[arg(long)]
    lan: bool,
    /// Serve the demo shop; an empty folder is filled with it first.
    #[arg(long)]
    demo: bool,
    /// How busy the simulated shoppers of the demo shop are.
    #[arg(long, value_name = "RATE", requires = "demo", default_value = ShopperRate::Off.name(), value_parser = shopper_rate())]
    shoppers: ShopperRate,
}

fn shopper_rate() -> impl TypedValueParser<Value = ShopperRate> {
    let by_name = |name: String| ShopperRate::ALL.into_iter().find(|rate| rate.name() == name);
    PossibleValuesParser::new(ShopperRate::ALL.map(ShopperRate::name))
        .try_map(move |name| by_name(name).ok_or("no such rate"))
}

/// Serves until SIGTERM or SIGINT.
pub fn run(options: Options) -> anyhow::Result<ExitCode> {
    let folder = DataFolder::open(options.folder.data.clone())?;
    let lock = folder.lock()?;
    raise_open_file_limit();
    let log = start_logging(&folder.logs());
    set_foreign_log_aside(folder.path())?;
    if demo::clear_unfinished(&folder)? {
        print_message("an unfinished demo was removed");
    }
    let shop = open_shop(ShopOptions::new(folder.path()))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(serve(shop, &folder, &options));
    // Dropping the runtime drops the last handles of the shop: the database is closed before the folder is unlocked.
    drop(runtime);
    drop((log, lock));
    served.map(|()| ExitCode::SUCCESS)
}

async fn serve(shop: Arc<Shop>, folder: &DataFolder, options: &Options) -> anyhow::Result<()> {
    let mut signals = StopSignals::new()?;
    if options.demo {
        ensure_demo(&shop, folder.path()).await?;
    }
    let keys = TokenKeys::load_or_create(folder).map_err(|reason| anyhow!(reason))?;
    if let KeyLocation::File(file) = keys.location() {
        print_message(&format!(
            "the key of the access tokens is in {}, which its owner alone can read",
            file.display()
        ));
    }
    if !has_pages() {
        print_message(
            "this program was built without the pages; it serves the API alone (cargo xtask run --browser builds both)",
        );
    }
    jobs::run_in_background(&shop);
    let _shoppers = Shoppers::start(&shop, shop.now().timestamp_millis().unsigned_abs(), options.shoppers);
    if options.lan {
        print_network_notes(&shop).await?;
    }
    let wanted = ServerOptions { port: options.port, lan: options.lan, ..ServerOptions::default() };
    let server = Server::start(shop, folder, keys, wanted)
        .await
        .with_context(|| format!("port {} cannot be listened on", options.port))?;
    announce(&server)?;
    signals.wait().await;
    server.stop().await;
    Ok(())
}

/// Prints the notes for a shop that the network can reach. The set-up code is shown here alone.
async fn print_network_notes(shop: &Arc<Shop>) -> anyhow::Result<()> {
    print_message("the shop can be reached from the network; the connection is not encrypted");
    let info = shop::get_shop(Call::new(Arc::clone(shop), None, None), Empty {}).await?;
    if info.demo {
        print_message("the demo's admin can sign in from this machine alone, until the admin's password is changed");
    }
    if !info.ready {
        let code = shop.set_up_code().text();
        print_message(&format!("to set the shop up from another machine, this code is needed: {code}"));
    }
    Ok(())
}

/// Prints the line that tells a waiting program that the server listens.
fn announce(server: &Server) -> anyhow::Result<()> {
    use std::io::Write as _;
    let urls = server.urls();
    let mut out = std::io::stdout().lock();
    writeln!(out, "listening on {}", urls.first().context("BUG: a server has an address")?)?;
    out.flush()?;
    for url in urls.iter().skip(1) {
        print_message(&format!("in the network: {url}"));
    }
    Ok(())
}

async fn ensure_demo(shop: &Arc<Shop>, folder: &Path) -> anyhow::Result<()> {
    let call = Call::new(Arc::clone(shop), None, None);
    let info = shop::get_shop(call.clone(), Empty {}).await?;
    ensure!(info.demo || !info.ready, "{} holds a shop of its own; --demo is for another --data", folder.display());
    if !info.ready {
        print_message("filling the shop with demo data …");
        demo::make_demo(&call, DemoSize::default(), |_| {}).await?;
    }
    Ok(())
}

/// SIGTERM and SIGINT, handled from the moment it is made.
struct StopSignals {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

impl StopSignals {
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

/// Raises the limit of open files, of which each connection is one, from the usual 1,024 to the most that the system allows.
fn raise_open_file_limit() {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    // Where the system refuses, the server accepts fewer connections.
    let _ = setrlimit(Resource::Nofile, rustix::process::Rlimit { current: limit.maximum, maximum: limit.maximum });
}
