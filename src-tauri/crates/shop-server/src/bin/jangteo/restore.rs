//! `jangteo restore`: replaces the shop, which must not be open, by a backup. The replaced files are kept aside, also where they
//! are incomplete, empty, damaged, or of a newer program.

use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};
use clap::Args;
use shop_app::backup;
use shop_app::runtime::{DataFolder, WriteError};

use crate::{ShopFolder, print_message, print_result};

/// The backup and the shop.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    folder: ShopFolder,
    /// The backup: the name of one of the shop's own, or any file.
    #[arg(long, value_name = "FILE|NAME")]
    from: String,
}

/// Restores the backup and prints the result.
pub fn run(options: Options) -> anyhow::Result<ExitCode> {
    let folder = DataFolder::open(options.folder.data)?;
    let _lock = folder.lock()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let restored = runtime.block_on(backup::go_back(&folder, &options.from));
    if let Err(WriteError::Unknown(reason)) = restored {
        bail!("whether {} was restored is not known; the shop is complete either way: {reason}", options.from);
    }
    let refused = || format!("{} was not restored, and nothing was changed", options.from);
    let restored = restored.map_err(reason).with_context(refused)?;
    if let Some(aside) = &restored.set_aside {
        print_message(&format!("the replaced shop could not be opened; its files are at {} now", aside.display()));
    }
    print_result(&restored)?;
    Ok(ExitCode::SUCCESS)
}

fn reason(error: WriteError) -> anyhow::Error {
    match error {
        WriteError::Failed(reason) => anyhow!(reason),
        other => anyhow!("{other:?}"),
    }
}
