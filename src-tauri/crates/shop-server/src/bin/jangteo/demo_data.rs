//! `jangteo demo-data`: fills an empty shop. Tells on the standard error how far it is, and prints what it has made.

use std::process::ExitCode;
use std::sync::Mutex;

use clap::Args;
use clap::builder::RangedU64ValueParser;
use shop_app::runtime::{DataFolder, ShopOptions};
use shop_contract::DemoProgress;
use shop_demo::{self as demo, DemoSize, DemoSummary};

use crate::{Place, answer, complain, open_shop};

/// How large a shop, and where.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    place: Place,
    /// Products; the hand-written ones come first.
    #[arg(long, value_name = "N", default_value_t = DemoSize::default().products, value_parser = count(1, 1_000_000))]
    products: usize,
    /// Customers, beside the admin.
    #[arg(long, value_name = "N", default_value_t = DemoSize::default().users, value_parser = count(1, 1_000_000))]
    users: usize,
    /// Orders in the last thirty days.
    #[arg(long, value_name = "N", default_value_t = DemoSize::default().orders, value_parser = count(0, 10_000_000))]
    orders: usize,
    /// The same seed gives the same shop.
    #[arg(long, value_name = "S", default_value_t = DemoSize::default().seed)]
    seed: u64,
}

fn count(least: u64, most: u64) -> RangedU64ValueParser<usize> {
    RangedU64ValueParser::new().range(least..=most)
}

/// Makes the data and prints the summary.
pub fn run(options: Options) -> anyhow::Result<ExitCode> {
    let Options { place, products, users, orders, seed } = options;
    let folder = DataFolder::open(place.data)?;
    let _lock = folder.lock()?;
    let shop = open_shop(ShopOptions { lock_wait: demo::LOCK_WAIT, ..ShopOptions::new(folder.path()) })?;
    let size = DemoSize { products, users, orders, seed };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let summary: DemoSummary = runtime.block_on(demo::fill(&shop, size, Teller::default().into_listener()))?;
    answer(&summary)?;
    Ok(ExitCode::SUCCESS)
}

/// From so many on, a stage is told in hundredths.
const LARGE: u64 = 100_000;

/// Tells each stage in tenths, so that a log of it stays short; a large one in hundredths, so that it is seen to go on.
#[derive(Default)]
struct Teller {
    last: Mutex<(String, u64)>,
}

impl Teller {
    fn into_listener(self) -> impl Fn(DemoProgress) + Send + Sync + 'static {
        move |progress| self.tell(progress)
    }

    fn tell(&self, progress: DemoProgress) {
        let DemoProgress { stage, done, total } = progress;
        let stage = format!("{stage:?}").to_lowercase();
        let parts = if total < LARGE { 10 } else { 100 };
        let part = (done * parts).checked_div(total).unwrap_or(parts);
        // A listener that fell over has nothing to say any more.
        let Ok(mut last) = self.last.lock() else { return };
        if *last != (stage.clone(), part) {
            complain(&format!("{stage} {done}/{total}"));
            *last = (stage, part);
        }
    }
}
