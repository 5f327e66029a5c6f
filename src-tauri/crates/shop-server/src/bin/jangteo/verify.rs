//! `jangteo verify`: verifies the invariants of a shop. Opens the database read-only; a database of an earlier version is copied,
//! and the copy is migrated and verified.

use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use shop_app::context::Shop;
use shop_app::runtime::DataFolder;
use shop_app::verify_folder;

use crate::{ShopFolder, ensure_shop, print_message, print_result};

/// The shop.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    folder: ShopFolder,
}

/// The exit code where an invariant is broken.
const BROKEN: u8 = 1;

/// Prints the list of broken invariants; an empty one is success.
pub fn run(options: Options) -> anyhow::Result<ExitCode> {
    let folder = DataFolder::locate(options.folder.data)?;
    ensure_shop(&folder)?;
    let file = Shop::file_in(&folder);
    let verified = verify_folder(&folder).with_context(|| format!("{} cannot be verified", file.display()))?;
    if let Some(version) = verified.brought_up_from {
        print_message(&format!(
            "verified in a copy that was brought up from version {version}; the file itself is unchanged"
        ));
    }
    for count in &verified.counts {
        print_message(count);
    }
    let broken = verified.broken;
    print_result(&broken)?;
    Ok(if broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(BROKEN) })
}
