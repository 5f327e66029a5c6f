//! The scheduled tasks of the ranking: refresh answers, write the popularity that lists are sorted by, remove old days.

use std::collections::HashMap;
use std::sync::Arc;

use shop_store::StoreError;

use super::popular::{DAYS, LIMIT, compute};
use crate::context::Shop;
use crate::popularity::Question;
use crate::runtime::WriteError;
use crate::runtime::locks::LockKey;

/// Products written at once, which limits how long other writes wait.
const PIECE: usize = 200;

/// Recomputes the default answer and all answers requested today, before they expire.
pub async fn warm(shop: &Arc<Shop>) -> Result<(), WriteError> {
    let shop = Arc::clone(shop);
    off_the_async_threads(move || {
        let (version, today) = (shop.popularity.cache.version(), shop.today().date());
        let mut questions = shop.popularity.cache.questions(today);
        let usual = Question { today, days: DAYS, limit: LIMIT };
        if !questions.contains(&usual) {
            questions.push(usual);
        }
        for question in questions {
            shop.popularity.cache.put(version, question, compute(&shop, question)?);
        }
        Ok(())
    })
    .await
}

/// Writes the units of the last 30 business days for products whose stored value differs.
pub async fn refresh_popularity(shop: &Arc<Shop>) -> Result<(), WriteError> {
    let reader = Arc::clone(shop);
    let changes = off_the_async_threads(move || changes(&reader)).await?;
    for piece in changes.chunks(PIECE) {
        let piece = piece.to_vec();
        shop.write(LockKey::Shop, move |writing| Ok(shop_store::product::set_popularity(writing.tx, &piece)?)).await?;
    }
    Ok(())
}

/// Removes the days that no answer needs any more.
pub fn purge(shop: &Shop) {
    shop.popularity.purge(shop.today());
}

/// The products whose stored popularity differs, with their units.
fn changes(shop: &Shop) -> Result<Vec<(i64, i64)>, StoreError> {
    let sold = shop.popularity.units(shop.today());
    let written: HashMap<i64, i64> = shop.read(shop_store::product::popularities)?.into_iter().collect();
    let risen = sold.iter().filter(|(id, units)| written.get(id) != Some(units)).map(|(id, units)| (*id, *units));
    let fallen = written.keys().filter(|id| !sold.contains_key(id)).map(|id| (*id, 0));
    Ok(risen.chain(fallen).collect())
}

async fn off_the_async_threads<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, WriteError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(WriteError::Failed(error.to_string())),
        Err(error) => Err(WriteError::Failed(error.to_string())),
    }
}
