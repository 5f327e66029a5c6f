//! Expires unpaid orders and returns what they reserved. Each order is written in its own transaction, so that other
//! writes wait for one order at most.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use shop_domain::order::{OrderState, expires};
use shop_store::order::{expire_from_now, is_any_dated_after};

use super::give_back::{give_back, keys_to_give_back};
use crate::context::Shop;
use crate::runtime::locks::LockKey;
use crate::runtime::{TOLERANCE, WriteError};
use shop_contract::ErrorCode;

/// Cancels up to `limit` orders that are due and returns the number of orders processed. An order that was paid or
/// cancelled meanwhile is skipped.
///
/// Does nothing while the clock is not trusted.
pub async fn expire_orders(shop: &Arc<Shop>, limit: i64) -> Result<usize, WriteError> {
    if !shop.is_clock_believed()? {
        return Ok(0);
    }
    let now = shop.now();
    date_anew(shop, now + TOLERANCE, limit).await?;
    let due = shop.read(|db| shop_store::order::due(db, now, limit)).map_err(WriteError::from)?;
    let mut done = 0;
    for order_id in due {
        match expire(shop, order_id).await {
            Ok(()) => done += 1,
            // An order that fails to be written must not block the others.
            Err(WriteError::Failed(reason) | WriteError::Unknown(reason)) => {
                tracing::error!(order_id, reason, "an order could not expire")
            }
            Err(busy) => return Err(busy),
        }
    }
    Ok(done)
}

/// Corrects orders that were placed while the clock was set in the future; they would hold their stock until then.
async fn date_anew(shop: &Arc<Shop>, latest: DateTime<Utc>, limit: i64) -> Result<(), WriteError> {
    if shop.read(|db| is_any_dated_after(db, latest))? {
        shop.write(LockKey::Shop, move |writing| Ok(expire_from_now(writing.tx, latest, limit, writing.now)?)).await?;
    }
    Ok(())
}

async fn expire(shop: &Arc<Shop>, order_id: i64) -> Result<(), WriteError> {
    let keys = shop.read(|db| keys_to_give_back(db, order_id)).map_err(WriteError::from)?;
    let zone = shop.zone();
    shop.write(keys, move |writing| {
        let order = shop_store::order::find(writing.tx, order_id)?.ok_or(ErrorCode::OrderNotFound)?;
        if expires(order.state, order.expires_at, writing.now) {
            give_back(writing, zone, &order, OrderState::Cancelled)?;
        }
        Ok(())
    })
    .await
}
