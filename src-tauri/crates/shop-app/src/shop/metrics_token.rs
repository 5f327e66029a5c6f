//! The token that lets a collector read the metrics over HTTP and nothing else. Only its hash is stored, so a backup
//! does not reveal it; it is shown once, when it is created.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use shop_store::setting::read;
use shop_store::{Db, StoreResult};

use crate::context::{AdminCall, Call};
use crate::runtime::hex;
use crate::setting;
use shop_contract::{Empty, MetricsTokenState, ShopError};

/// Length of a token; other texts need no lookup.
const LETTERS: usize = 64;

/// The stored data of a token.
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

/// Whether there is a token, and when it was created.
pub async fn get_metrics_token(call: AdminCall, _: Empty) -> Result<MetricsTokenState, ShopError> {
    call.read(|db| Ok(state(db)?)).await
}

/// Whether this is the current token.
pub fn is_metrics_token(call: &Call, token: &str) -> Result<bool, ShopError> {
    if token.len() != LETTERS {
        return Ok(false);
    }
    let given = hash(token);
    call.read_inline(|db| Ok(kept(db)?.is_some_and(|kept| kept.hash == given)))
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
