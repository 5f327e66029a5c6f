//! `jangteo restore`: puts a copy in the place of the shop, which nobody may have open. What was there is kept aside.

use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};
use clap::Args;
use shop_app::backup;
use shop_app::runtime::{Clock as _, DataFolder, Shop, ShopOptions, SystemClock, WriteError};

use crate::{Place, answer, complain};

/// Which copy, and which shop.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    place: Place,
    /// The copy: the name of one in the shop's own collection, or any file.
    #[arg(long, value_name = "FILE|NAME")]
    from: String,
}

/// Goes back to the copy and prints what came of it.
pub fn run(options: Options) -> anyhow::Result<ExitCode> {
    let folder = DataFolder::open(options.place.data)?;
    let _lock = folder.lock()?;
    let refused = || format!("{} was not restored, and nothing was changed", options.from);
    let damaged = backup::set_damaged_aside(&folder, &options.from, SystemClock.now()).with_context(refused)?;
    if let Some(file) = damaged {
        complain(&format!("the shop's file is damaged; it lies at {} now", file.display()));
    }
    let shop = Shop::open(ShopOptions::new(folder.path()))
        .with_context(|| format!("the shop in {} cannot be opened", folder.path().display()))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let went = runtime.block_on(backup::restore_from(&shop, &options.from));
    if let Err(WriteError::Unknown(reason)) = went {
        bail!("whether {} was restored is not known; the shop is whole either way: {reason}", options.from);
    }
    answer(&went.map_err(|error| anyhow!("{error:?}")).with_context(refused)?)?;
    Ok(ExitCode::SUCCESS)
}
