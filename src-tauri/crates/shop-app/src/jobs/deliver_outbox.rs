//! Events on their way to the merchant's own system: at least once each, in order, at most three tries with growing
//! pauses; then the event is `FAILED` and waits for a person.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use shop_domain::limits::WEBHOOK_TRIES;
use shop_store::StoreError;
use shop_store::outbox::{DueEvent, Outcome, due, tried};
use shop_store::setting::webhook_url;

use super::Left;
use crate::runtime::locks::LockKey;
use crate::runtime::{Era, Shop, Webhook, WriteError};

/// Events delivered in one piece.
const BATCH: i64 = 20;
/// Seconds before the second try; twice that before the third.
const FIRST_PAUSE_SECONDS: i64 = 30;

/// Delivers what is due to the webhook in the settings; without one nothing is sent and everything waits.
///
/// # Errors
/// As any write; a webhook that refuses is no error.
pub async fn deliver_outbox(shop: &Arc<Shop>, webhook: &Arc<dyn Webhook>) -> Result<Left, WriteError> {
    let (now, era) = (shop.now(), shop.era());
    let (url, events) =
        shop.read(|db| Ok::<_, StoreError>((webhook_url(db)?, due(db, now, BATCH)?))).map_err(WriteError::from)?;
    let Some(url) = url else { return Ok(Left::Nothing) };
    let full = events.len() as i64 == BATCH;
    for event in events {
        let (webhook, url, body) = (Arc::clone(webhook), url.clone(), event.body.clone());
        let outcome = tokio::task::spawn_blocking(move || webhook.post(&url, &body)).await;
        let outcome = outcome.unwrap_or_else(|error| Err(error.to_string()));
        write_down(shop, era, event, outcome).await?;
    }
    Ok(if full { Left::More } else { Left::Nothing })
}

async fn write_down(
    shop: &Arc<Shop>,
    era: Era,
    event: DueEvent,
    outcome: Result<(), String>,
) -> Result<(), WriteError> {
    shop.write_in(era, LockKey::Shop, move |writing| {
        let outcome = match &outcome {
            Ok(()) => Outcome::Sent,
            Err(error) => after_failure(error, event.attempts + 1, writing.now),
        };
        Ok(tried(writing.tx, &event, outcome, writing.now)?)
    })
    .await
}

fn after_failure(error: &str, tries: u32, now: DateTime<Utc>) -> Outcome<'_> {
    if tries >= WEBHOOK_TRIES {
        Outcome::Failed(error)
    } else {
        Outcome::Again(error, now + TimeDelta::seconds(FIRST_PAUSE_SECONDS * i64::from(tries)))
    }
}
