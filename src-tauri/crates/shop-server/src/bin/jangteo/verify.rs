//! `jangteo verify`: asks the file of a shop whether its books are right. Opens it to read, makes nothing, changes nothing.

use std::process::ExitCode;

use anyhow::{Context as _, ensure};
use clap::Args;
use shop_app::runtime::{DataFolder, Shop};
use shop_app::verify_folder;

use crate::{Place, answer};

/// What to verify.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    place: Place,
}

/// The books do not add up.
const BROKEN: u8 = 1;

/// Prints the list of what breaks; an empty one is success.
pub fn run(options: Options) -> anyhow::Result<ExitCode> {
    let folder = DataFolder::locate(options.place.data)?;
    let file = Shop::file_in(&folder);
    ensure!(file.is_file(), "there is no shop at {}", file.display());
    let broken = verify_folder(&folder).with_context(|| format!("{} cannot be verified", file.display()))?;
    answer(&broken)?;
    Ok(if broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(BROKEN) })
}
