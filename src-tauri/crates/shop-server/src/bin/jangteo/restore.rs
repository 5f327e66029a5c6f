//! `jangteo restore`: puts a copy in the place of the shop, which nobody may have open. What was there is kept aside, also where it
//! is missing in part, empty, damaged, or of a newer program.

use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};
use clap::Args;
use shop_app::backup;
use shop_app::runtime::{DataFolder, WriteError};

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
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let went = runtime.block_on(backup::go_back(&folder, &options.from));
    if let Err(WriteError::Unknown(reason)) = went {
        bail!("whether {} was restored is not known; the shop is whole either way: {reason}", options.from);
    }
    let refused = || format!("{} was not restored, and nothing was changed", options.from);
    let went = went.map_err(words).with_context(refused)?;
    if let Some(aside) = &went.set_aside {
        complain(&format!("the shop that was there could not be opened; its files lie at {} now", aside.display()));
    }
    answer(&went)?;
    Ok(ExitCode::SUCCESS)
}

fn words(error: WriteError) -> anyhow::Error {
    match error {
        WriteError::Failed(reason) => anyhow!(reason),
        other => anyhow!("{other:?}"),
    }
}
