//! `jangteo demo-data`: fills an empty shop. Prints its progress to the standard error, and a summary to the standard output.

use std::process::ExitCode;
use std::sync::Mutex;

use clap::Args;
use clap::builder::RangedU64ValueParser;
use shop_app::runtime::{DataFolder, ShopOptions};
use shop_contract::DemoProgress;
use shop_demo::{self as demo, DemoSize, DemoSummary};

use crate::{ShopFolder, open_shop, print_message, print_result};

/// The size of the demo shop, and its folder.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    folder: ShopFolder,
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
    let Options { folder, products, users, orders, seed } = options;
    let folder = DataFolder::open(folder.data)?;
    let _lock = folder.lock()?;
    let shop = open_shop(ShopOptions { lock_wait: demo::LOCK_WAIT, ..ShopOptions::new(folder.path()) })?;
    let size = DemoSize { products, users, orders, seed };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let summary: DemoSummary =
        runtime.block_on(demo::fill(&shop, size, ProgressReporter::default().into_listener()))?;
    print_result(&summary)?;
    Ok(ExitCode::SUCCESS)
}

/// The total from which a stage is reported in hundredths.
const LARGE: u64 = 100_000;

/// Reports each stage in tenths, to keep a log short, and a large one in hundredths, to show progress.
#[derive(Default)]
struct ProgressReporter {
    last: Mutex<(String, u64)>,
}

impl ProgressReporter {
    fn into_listener(self) -> impl Fn(DemoProgress) + Send + Sync + 'static {
        move |progress| self.report(progress)
    }

    fn report(&self, progress: DemoProgress) {
        let DemoProgress { stage, done, total } = progress;
        let stage = format!("{stage:?}").to_lowercase();
        let parts = if total < LARGE { 10 } else { 100 };
        let part = (done * parts).checked_div(total).unwrap_or(parts);
        // Poisoned: a report has panicked before.
        let Ok(mut last) = self.last.lock() else { return };
        if *last != (stage.clone(), part) {
            print_message(&format!("{stage} {done}/{total}"));
            *last = (stage, part);
        }
    }
}
