//! The list of alerts: all current ones, and which of them are new to the caller.

use chrono::{DateTime, Utc};
use shop_domain::BusinessDay;
use shop_store::alert::{OpenAlert, open, seen_until};
use shop_store::{Db, StoreResult};

use super::standing::{Found, Named, standing};
use crate::context::{AdminCall, Shop};
use shop_contract::{Alert, AlertList, Empty, ShopError};

/// Maximum names in one alert of the list.
const NAMES: usize = 3;

/// The current alerts, all read at the same time.
pub async fn list_alerts(call: AdminCall, _: Empty) -> Result<AlertList, ShopError> {
    let reader = call.admin().user_id;
    let shop = call.shop.clone();
    call.read(move |db| Ok(list(db, &shop, reader)?)).await
}

fn list(db: &Db, shop: &Shop, reader: i64) -> StoreResult<AlertList> {
    let now = shop.now();
    let (known, seen) = (open(db)?, seen_until(db, reader)?);
    let found = standing(db, shop)?.into_iter().filter(|found| found.count > 0);
    let items: Vec<Alert> = found.map(|found| alert(found, &known, seen)).collect();
    Ok(AlertList {
        new_count: items.iter().filter(|alert| alert.is_new).count() as i64,
        items,
        day: BusinessDay::of(now, shop.zone()).to_string(),
        as_of: now,
    })
}

/// Stored alerts that have already ended are ignored.
fn alert(found: Found, known: &[OpenAlert], seen: Option<DateTime<Utc>>) -> Alert {
    let Found { standing, count, mut named, free_bytes, storage, since } = found;
    named.truncate(NAMES);
    let stands = |alert: &&OpenAlert| alert.kind == standing.kind && standing.subjects.contains(&alert.subject);
    let arisen_at = known.iter().filter(stands).map(|alert| alert.arisen_at).max().or(since);
    Alert {
        kind: standing.kind.into(),
        count,
        names_en: english(&named),
        names: named.into_iter().map(|one| one.name).collect(),
        free_bytes,
        storage,
        arisen_at,
        is_new: arisen_at.is_some_and(|arisen_at| seen.is_none_or(|seen| arisen_at > seen)),
    }
}

/// The names in English; subjects without an English name keep their only name. `None` if no subject has an English
/// name.
fn english(named: &[Named]) -> Option<Vec<String>> {
    let any = named.iter().any(|one| one.name_en.is_some());
    any.then(|| named.iter().map(|one| one.name_en.as_ref().unwrap_or(&one.name).clone()).collect())
}
