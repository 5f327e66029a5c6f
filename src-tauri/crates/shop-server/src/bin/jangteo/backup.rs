//! `jangteo backup`: copies the whole shop, also while it is served, and verifies the copy by opening it.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use shop_app::backup;
use shop_app::runtime::{Clock as _, DataFolder, SystemClock};
use shop_contract::BackupState;

use crate::{ShopFolder, ensure_shop, print_result};

/// The shop and the destination.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    folder: ShopFolder,
    /// A file anywhere, with the pictures in a folder `images` beside it; else the shop's own backups.
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

/// The exit code of a copy that was made but breaks an invariant.
const BROKEN: u8 = 1;

/// Makes the copy and prints its description.
pub fn run(options: Options) -> anyhow::Result<ExitCode> {
    let folder = DataFolder::locate(options.folder.data)?;
    ensure_shop(&folder)?;
    let now = SystemClock.now();
    let state = match options.to {
        Some(file) => {
            let copied = backup::copy_out(&folder, &file, now)
                .with_context(|| format!("no copy could be made at {}", file.display()))?;
            print_result(&copied)?;
            copied.state
        }
        None => {
            let made = backup::make(&folder, now).context("no copy could be made")?;
            print_result(&made)?;
            made.state
        }
    };
    Ok(if state == BackupState::Verified { ExitCode::SUCCESS } else { ExitCode::from(BROKEN) })
}
