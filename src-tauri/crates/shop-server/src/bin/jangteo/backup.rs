//! `jangteo backup`: a copy of the whole shop, also while it is served, proved by opening it as a shop of its own.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use shop_app::backup;
use shop_app::runtime::{Clock as _, DataFolder, SystemClock};
use shop_contract::BackupState;

use crate::{Place, answer, ensure_shop};

/// Which shop, and where to.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    place: Place,
    /// A file of one's own, with the pictures in a folder `images` beside it; else the shop's own collection.
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

/// A copy was made, and its books do not add up.
const UNBALANCED: u8 = 1;

/// Makes the copy and prints what is known of it.
pub fn run(options: Options) -> anyhow::Result<ExitCode> {
    let folder = DataFolder::locate(options.place.data)?;
    ensure_shop(&folder)?;
    let now = SystemClock.now();
    let state = match options.to {
        Some(file) => {
            let copied = backup::copy_out(&folder, &file, now)
                .with_context(|| format!("no copy could be made at {}", file.display()))?;
            answer(&copied)?;
            copied.state
        }
        None => {
            let made = backup::make(&folder, now).context("no copy could be made")?;
            answer(&made)?;
            made.state
        }
    };
    Ok(if state == BackupState::Verified { ExitCode::SUCCESS } else { ExitCode::from(UNBALANCED) })
}
