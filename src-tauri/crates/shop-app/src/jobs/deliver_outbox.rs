//! Delivers events to the merchant's own system: at least once each, signed, for one day with growing pauses; then the
//! event is `FAILED` until an admin retries it.
//!
//! Events of one order are sent in sequence, each after the previous one was sent or has failed. A few orders are
//! processed concurrently, so that a slow receiver does not make them wait for each other.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use serde_json::{Value, json};
use shop_domain::limits::WEBHOOK_PAUSES_SECONDS;
use shop_store::outbox::{EventRow, Outcome, due, tried};
use shop_store::setting::{read, webhook_after, webhook_url};
use shop_store::{Db, StoreError, StoreResult};
use tokio::task::{JoinSet, spawn_blocking};
use tracing::Instrument as _;

use super::Left;
use crate::context::Shop;
use crate::order::orders_for_webhook;
use crate::runtime::locks::LockKey;
use crate::runtime::{Delivery, DeliveryFault, Epoch, Webhook, WriteError, signature};
use crate::setting;
use crate::shop::{WebhookSecret, ensure_webhook_secret};
use shop_contract::AdminOrder;

/// Events delivered in one batch.
const BATCH: usize = 20;
/// Concurrent deliveries.
const AT_ONCE: usize = 4;
/// The prefix of the event types of orders.
const OF_ORDERS: &str = "order.";

/// The events to send and their target.
struct Piece {
    url: String,
    allows_local: bool,
    events: Vec<(EventRow, String)>,
}

/// Delivers the due events to the webhook of the settings; without a webhook nothing is sent and all events wait. A
/// failed delivery is no error of this function.
pub async fn deliver_outbox(shop: &Arc<Shop>, webhook: &Arc<dyn Webhook>) -> Result<Left, WriteError> {
    let (now, epoch) = (shop.now(), shop.epoch());
    let piece = shop.read(|db| next_piece(db, now)).map_err(WriteError::from)?;
    let Some(Piece { url, allows_local, events }) = piece else { return Ok(Left::Nothing) };
    let is_full = events.len() == BATCH;
    let secret = ensure_webhook_secret(shop).await?;
    let mut deliveries = events.into_iter().map(|(event, body)| {
        let headers = headers(&secret, event.id, now, &body);
        (event, Delivery { url: url.clone(), body, headers, allows_local })
    });
    // If no event was accepted, the receiver is probably down, and the due events wait for the next run.
    let mut is_taking = false;
    let mut on_their_way = JoinSet::new();
    loop {
        for (event, delivery) in deliveries.by_ref().take(AT_ONCE - on_their_way.len()) {
            on_their_way.spawn(post(Arc::clone(webhook), event, delivery).in_current_span());
        }
        let Some(posted) = on_their_way.join_next().await else { break };
        let (event, outcome) = posted.map_err(|error| WriteError::Failed(error.to_string()))?;
        is_taking |= outcome.is_ok();
        write_down(shop, epoch, event, outcome).await?;
    }
    Ok(if is_full && is_taking { Left::More } else { Left::Nothing })
}

/// The due events; `None` if there is no webhook or no due event.
fn next_piece(db: &Db, now: DateTime<Utc>) -> Result<Option<Piece>, StoreError> {
    let Some(url) = webhook_url(db)? else { return Ok(None) };
    let events = due(db, webhook_after(db)?, now, BATCH)?;
    if events.is_empty() {
        return Ok(None);
    }
    let allows_local = read(db, setting::WEBHOOK_LOCAL)?.unwrap_or(false);
    Ok(Some(Piece { url, allows_local, events: with_bodies(db, events)? }))
}

/// Each event with its body. The payload is as stored; the whole order is read at the time of sending, so that a
/// payment does not have to store a copy.
fn with_bodies(db: &Db, events: Vec<EventRow>) -> StoreResult<Vec<(EventRow, String)>> {
    let of_orders = events.iter().filter(|event| event.event_type.starts_with(OF_ORDERS));
    let ids: Vec<i64> = of_orders.map(|event| event.aggregate_id).collect();
    let orders = orders_for_webhook(db, &ids)?;
    let with_body = |event: EventRow| {
        let body = body(&event, &orders)?;
        Ok((event, body))
    };
    events.into_iter().map(with_body).collect()
}

fn body(event: &EventRow, orders: &HashMap<i64, AdminOrder>) -> StoreResult<String> {
    let bad = |error: serde_json::Error| StoreError::BadValue(format!("event {}: {error}", event.id));
    let mut payload: Value = serde_json::from_str(&event.payload).map_err(bad)?;
    let order = orders.get(&event.aggregate_id).filter(|_| event.event_type.starts_with(OF_ORDERS));
    if let (Some(fields), Some(order)) = (payload.as_object_mut(), order) {
        fields.insert(String::from("order"), serde_json::to_value(order).map_err(bad)?);
    }
    let body = json!({
        "id": event.id,
        "type": event.event_type,
        "aggregateId": event.aggregate_id,
        "createdAt": event.created_at.to_rfc3339_opts(SecondsFormat::Millis, true),
        "payload": payload,
    });
    Ok(body.to_string())
}

fn headers(secret: &WebhookSecret, event_id: i64, now: DateTime<Utc>, body: &str) -> [(&'static str, String); 3] {
    let (id, at) = (event_id.to_string(), now.timestamp());
    let signature = signature(secret.in_force(now), &id, at, body);
    [("webhook-id", id), ("webhook-timestamp", at.to_string()), ("webhook-signature", signature)]
}

async fn post(webhook: Arc<dyn Webhook>, event: EventRow, delivery: Delivery) -> (EventRow, Result<(), DeliveryFault>) {
    let span = tracing::info_span!("webhook", event_id = event.id);
    let outcome = spawn_blocking(move || span.in_scope(|| webhook.post(&delivery))).await;
    (event, outcome.unwrap_or(Err(DeliveryFault::Failed)))
}

async fn write_down(
    shop: &Arc<Shop>,
    epoch: Epoch,
    event: EventRow,
    outcome: Result<(), DeliveryFault>,
) -> Result<(), WriteError> {
    let fault = outcome.err().map(|fault| fault.to_string());
    shop.submit(epoch, LockKey::Shop, None, move |writing| {
        let outcome = fault.as_deref().map_or(Outcome::Sent, |fault| after_fault(fault, event.attempts, writing.now));
        Ok(tried(writing.tx, &event, outcome, writing.now)?)
    })
    .await
}

/// The outcome of a fault after `tries_before` attempts.
fn after_fault(fault: &str, tries_before: i64, now: DateTime<Utc>) -> Outcome<'_> {
    let pause = usize::try_from(tries_before).ok().and_then(|tries| WEBHOOK_PAUSES_SECONDS.get(tries));
    pause.map_or(Outcome::Failed(fault), |seconds| Outcome::Again(fault, now + TimeDelta::seconds(*seconds)))
}
