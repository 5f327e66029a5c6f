//! The token with which a collector reads the figures over HTTP and nothing else. The books keep only what it hashes to, so
//! that a copy of them opens no door; it is shown once, when it is made.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use shop_store::setting::read;
use shop_store::{Db, StoreResult};

use super::setting;
use crate::runtime::{Call, hex};
use shop_contract::{Empty, MetricsTokenState, ShopError};

/// Letters of a token; anything else need not be looked up.
const LETTERS: usize = 64;

/// What is kept of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Kept {
    hash: String,
    made_at: DateTime<Utc>,
}

impl Kept {
    pub(super) fn of(token: &str, made_at: DateTime<Utc>) -> Self {
        Self { hash: hash(token), made_at }
    }
}

/// Whether there is one, and since when.
///
/// # Errors
/// As any read.
pub async fn get_metrics_token(call: Call, _: Empty) -> Result<MetricsTokenState, ShopError> {
    call.admin()?;
    call.read(|db| Ok(state(db)?)).await
}

/// Whether this is the token that was made last.
///
/// # Errors
/// As any read.
pub fn is_metrics_token(call: &Call, token: &str) -> Result<bool, ShopError> {
    if token.len() != LETTERS {
        return Ok(false);
    }
    let given = hash(token);
    call.glance(|db| Ok(kept(db)?.is_some_and(|kept| kept.hash == given)))
}

pub(super) fn state(db: &Db) -> StoreResult<MetricsTokenState> {
    let made_at = kept(db)?.map(|kept| kept.made_at);
    Ok(MetricsTokenState { exists: made_at.is_some(), made_at })
}

fn kept(db: &Db) -> StoreResult<Option<Kept>> {
    Ok(read::<Option<Kept>>(db, setting::METRICS_TOKEN)?.flatten())
}

fn hash(token: &str) -> String {
    hex(&Sha256::digest(token))
}
