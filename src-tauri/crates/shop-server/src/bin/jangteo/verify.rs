//! `jangteo verify`: asks the file of a shop whether its books are right. Opens it to read and changes nothing in it; of a file
//! of an earlier version a copy is asked, brought up to today's.

use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use shop_app::runtime::{DataFolder, Shop};
use shop_app::verify_folder;

use crate::{Place, answer, complain, ensure_shop};

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
    ensure_shop(&folder)?;
    let file = Shop::file_in(&folder);
    let verified = verify_folder(&folder).with_context(|| format!("{} cannot be verified", file.display()))?;
    if let Some(version) = verified.brought_up_from {
        complain(&format!("verified as brought up from version {version}, in a copy; the file itself is as it was"));
    }
    let broken = verified.broken;
    answer(&broken)?;
    Ok(if broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(BROKEN) })
}
