//! Seals what was appended since the last seal. The hash is computed on a reader; the writer only inserts what came out.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use shop_store::seal::{Book, Range, Seal, each_unsealed, insert, last};
use shop_store::{Db, StoreError, StoreResult};

use super::chain::Draft;
use super::key::SealKey;
use crate::context::Shop;
use crate::runtime::WriteError;
use crate::runtime::locks::LockKey;

/// Most rows of one book in one seal: a shop that has never been sealed is sealed piece by piece.
const ROWS: i64 = 5_000;

/// Makes one seal, if there is something to be sealed; `true` if more may be left. Another process that was faster has sealed
/// the same rows.
pub async fn seal_books(shop: &Arc<Shop>) -> Result<bool, WriteError> {
    let (reader, epoch) = (Arc::clone(shop), shop.epoch());
    let made = tokio::task::spawn_blocking(move || make(&reader)).await;
    let made = made.map_err(|error| WriteError::Failed(error.to_string()))??;
    let Some((seal, ranges)) = made else { return Ok(false) };
    let is_full = ranges.iter().map(|range| range.last_row - range.first_row + 1).sum::<i64>() >= ROWS;
    shop.submit(epoch, LockKey::Shop, None, move |writing| match insert(writing.tx, &seal, &ranges) {
        Err(StoreError::NotOneRow { .. }) => Ok(true),
        inserted => Ok(inserted.map(|()| is_full)?),
    })
    .await
}

fn make(shop: &Shop) -> StoreResult<Option<(Seal, Vec<Range>)>> {
    let now = shop.now();
    let Some((id, draft)) = shop.read(|db| draft(db, now))? else { return Ok(None) };
    let key = SealKey::load_or_create(shop.folder(), shop.random_bytes())?;
    let (hash, ranges) = draft.finish();
    let seal = Seal { id, hash, public_key: key.public(), signature: key.sign(&hash), created_at: now };
    Ok(Some((seal, ranges)))
}

/// The next seal with its number, unless nothing was appended.
fn draft(db: &Db, now: DateTime<Utc>) -> StoreResult<Option<(i64, Draft)>> {
    let previous = last(db)?;
    let id = previous.as_ref().map_or(1, |seal| seal.id + 1);
    let mut draft = Draft::new(id, previous.as_ref(), now);
    for book in Book::ALL {
        each_unsealed(db, book, ROWS, |id, bytes| {
            draft.add(book, id, bytes);
            Ok(())
        })?;
    }
    Ok((!draft.is_empty()).then_some((id, draft)))
}
