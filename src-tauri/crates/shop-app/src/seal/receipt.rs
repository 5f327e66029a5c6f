//! The text on a receipt: the order's amount with the seal that covers its payment, signed. A customer who keeps it can show
//! later that the books were rewritten: the hash of that seal would no longer be in the chain.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use chrono::{DateTime, SecondsFormat, Utc};
use shop_store::backup::version_of;
use shop_store::payment::PaymentRow;
use shop_store::seal::{Book, covering, find, has_signed};
use shop_store::{Db, StoreError, StoreResult, open_to_read};

use super::key::{SealKey, is_signed};
use crate::context::Shop;

/// What the text of a receipt begins with.
const PREFIX: &str = "JANGTEO1";

/// A receipt as its text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Number of the order.
    pub order_number: String,
    /// What was paid, in won.
    pub total: i64,
    /// When it was paid.
    pub paid_at: DateTime<Utc>,
    /// The number of the seal that covers the payment.
    pub seal: i64,
    /// The hash of that seal.
    pub hash: [u8; 32],
}

impl Receipt {
    /// The text, signed.
    pub(super) fn text(&self, key: &SealKey) -> String {
        let said = self.said(&key.public());
        format!("{said};{}", BASE64.encode(key.sign(said.as_bytes())))
    }

    /// The part of the text that is signed.
    fn said(&self, public_key: &[u8; 32]) -> String {
        let Self { order_number, total, seal, .. } = self;
        let paid_at = self.paid_at.to_rfc3339_opts(SecondsFormat::Millis, true);
        let (hash, key) = (BASE64.encode(self.hash), BASE64.encode(public_key));
        format!("{PREFIX};{order_number};{total};{paid_at};{seal};{hash};{key}")
    }
}

/// Why a text is no receipt of a shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FaultyReceipt {
    /// The text has another form.
    #[error("this is not the text of a receipt; it begins with {PREFIX} and has eight parts")]
    NotAReceipt,
    /// It was changed after it was signed, or signed by another key.
    #[error("the signature does not fit: the receipt was changed, or never came from this key")]
    NotSigned,
}

/// What the books of a shop say of a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Books {
    /// No shop was asked: the signature alone was checked.
    NotAsked,
    /// The order, its payment and the seal are there as the receipt says.
    Agree,
    /// It was signed by a key that has made no seal of this shop.
    OtherShop,
    /// The seal is no longer in the chain: the books were restored from an earlier copy, or rewritten.
    SealMissing,
    /// The seal is there, but the order or its amount is not.
    OrderDiffers,
}

/// A receipt whose signature fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedReceipt {
    /// What it says.
    pub receipt: Receipt,
    /// The key that has signed it, in base 64.
    pub key: String,
    /// What the books say.
    pub books: Books,
}

/// Checks the text of a receipt, and compares it with the shop of a data folder, if one is given. Nothing is written.
///
/// # Errors
/// A file that cannot be read, or is of an earlier version.
pub fn check_receipt(text: &str, folder: Option<&Path>) -> StoreResult<Result<CheckedReceipt, FaultyReceipt>> {
    let (receipt, public_key) = match signed(text.trim()) {
        Ok(signed) => signed,
        Err(fault) => return Ok(Err(fault)),
    };
    let books = folder.map_or(Ok(Books::NotAsked), |folder| compare(&receipt, public_key, folder))?;
    Ok(Ok(CheckedReceipt { receipt, key: BASE64.encode(public_key), books }))
}

fn signed(text: &str) -> Result<(Receipt, [u8; 32]), FaultyReceipt> {
    let parts: Vec<_> = text.split(';').collect();
    let [PREFIX, order_number, total, paid_at, seal, hash, key, signature] = parts[..] else {
        return Err(FaultyReceipt::NotAReceipt);
    };
    let read = || {
        let receipt = Receipt {
            order_number: order_number.to_owned(),
            total: total.parse().ok()?,
            paid_at: DateTime::parse_from_rfc3339(paid_at).ok()?.to_utc(),
            seal: seal.parse().ok()?,
            hash: bytes(hash)?,
        };
        Some((receipt, bytes(key)?, bytes(signature)?))
    };
    let (receipt, public_key, signature) = read().ok_or(FaultyReceipt::NotAReceipt)?;
    let said = text.rsplit_once(';').map_or("", |(said, _)| said);
    if !is_signed(&public_key, said.as_bytes(), &signature) {
        return Err(FaultyReceipt::NotSigned);
    }
    Ok((receipt, public_key))
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    BASE64.decode(text).ok()?.try_into().ok()
}

fn compare(receipt: &Receipt, public_key: [u8; 32], folder: &Path) -> StoreResult<Books> {
    let file = Shop::file_in(folder);
    let version = version_of(&file)?;
    if version < shop_store::current_version() {
        let needed = "the shop is of an earlier version, whose books are not sealed; open it once with this program";
        return Err(StoreError::Unfit(needed.to_owned()));
    }
    let db = open_to_read(&file)?;
    let known = find(&db, receipt.seal)?;
    // A shop that has moved to other computers has had several keys.
    let is_own = has_signed(&db, &public_key)? || SealKey::load(folder)?.is_some_and(|key| key.public() == public_key);
    Ok(match known {
        _ if !is_own => Books::OtherShop,
        Some(seal) if seal.hash == receipt.hash => {
            if is_in_books(&db, receipt)? {
                Books::Agree
            } else {
                Books::OrderDiffers
            }
        }
        _ => Books::SealMissing,
    })
}

/// Whether the order is there with its amount, and its payment is covered by the seal.
fn is_in_books(db: &Db, receipt: &Receipt) -> StoreResult<bool> {
    let paid = shop_store::payment::made_for(db, &receipt.order_number)?;
    let Some((last, paid_at)) = last_of(&paid) else { return Ok(false) };
    let total: i64 = paid.iter().map(|payment| payment.amount.get()).sum();
    let is_alike = total == receipt.total && paid_at == receipt.paid_at;
    Ok(is_alike && covering(db, book_of(last), last.id)? == Some(receipt.seal))
}

/// The payment with which an order was paid whole, and when: the deposit, which comes after a part in points.
pub(super) fn last_of(payments: &[PaymentRow]) -> Option<(&PaymentRow, DateTime<Utc>)> {
    let last = payments.iter().max_by_key(|payment| (payment.method.is_deposit(), payment.id))?;
    Some((last, last.paid_at?))
}

/// The book in which it is sealed that a payment is completed.
pub(super) fn book_of(payment: &PaymentRow) -> Book {
    if payment.method.is_deposit() { Book::Confirmation } else { Book::Payment }
}
