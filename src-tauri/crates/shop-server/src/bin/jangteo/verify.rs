//! `jangteo verify`: verifies the invariants and the seals of a shop, or the text of a receipt. Opens the database read-only; a
//! database of an earlier version is copied, and the copy is migrated and verified.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use shop_app::context::Shop;
use shop_app::runtime::DataFolder;
use shop_app::seal::{Books, check_receipt};
use shop_app::verify_folder;

use crate::{ShopFolder, ensure_shop, print_message, print_result};

/// The shop, and what is verified.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    folder: ShopFolder,
    /// Check a receipt instead: its text, which its QR code holds, or a file with that text. Without a shop in the folder the
    /// signature alone is checked.
    #[arg(long, value_name = "FILE|TEXT")]
    receipt: Option<String>,
}

/// The exit code where an invariant is broken, or a receipt is not genuine.
const BROKEN: u8 = 1;
/// The largest file that is read as a receipt, in bytes.
const RECEIPT_BYTES: u64 = 10_000;

/// Prints the list of broken invariants; an empty one is success.
pub fn run(options: Options) -> anyhow::Result<ExitCode> {
    let folder = DataFolder::locate(options.folder.data)?;
    if let Some(receipt) = options.receipt {
        return verify_receipt(&receipt, &folder);
    }
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
    Ok(exit_code(broken.is_empty()))
}

/// Prints what the receipt says, and what the books say of it.
fn verify_receipt(given: &str, folder: &Path) -> anyhow::Result<ExitCode> {
    let file = Path::new(given);
    let text = match fs::metadata(file) {
        Ok(found) if found.len() > RECEIPT_BYTES => anyhow::bail!("{given} is too large for the text of a receipt"),
        Ok(_) => fs::read_to_string(file).with_context(|| format!("{given} holds no text"))?,
        Err(_) => given.to_owned(),
    };
    let shop = Shop::file_in(folder).exists().then_some(folder);
    let checked = match check_receipt(&text, shop)? {
        Ok(checked) => checked,
        Err(fault) => {
            print_message(&fault.to_string());
            return Ok(exit_code(false));
        }
    };
    print_message(says(checked.books));
    let receipt = checked.receipt;
    print_result(&serde_json::json!({
        "orderNumber": receipt.order_number,
        "total": receipt.total,
        "paidAt": receipt.paid_at,
        "seal": receipt.seal,
        "key": checked.key,
        "books": checked.books,
    }))?;
    Ok(exit_code(matches!(checked.books, Books::Agree | Books::NotAsked)))
}

fn says(books: Books) -> &'static str {
    match books {
        Books::NotAsked => "the signature fits; there is no shop in the data folder whose books could be asked",
        Books::Agree => "the signature fits, and the books hold this order, its payment and its seal",
        Books::OtherShop => "the signature fits, but it is not of this shop's key",
        Books::SealMissing => {
            "the signature fits, but the books no longer hold this seal: they were restored from an earlier copy, or rewritten"
        }
        Books::OrderDiffers => "the signature and the seal fit, but the books hold another amount or no such payment",
    }
}

fn exit_code(is_right: bool) -> ExitCode {
    if is_right { ExitCode::SUCCESS } else { ExitCode::from(BROKEN) }
}
