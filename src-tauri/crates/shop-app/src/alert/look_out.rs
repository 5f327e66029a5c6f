//! Compares the current alerts with the stored ones: new alerts are stored and sent, ended ones are marked. Without a
//! change nothing is written.

use std::collections::BTreeSet;
use std::sync::Arc;

use shop_domain::alert::{AlertDiff, AlertKind, diff};
use shop_store::StoreError;
use shop_store::alert::{OpenAlert, arise, clear, is_ahead, open};

use super::standing::{Found, standing};
use crate::context::Shop;
use crate::runtime::locks::LockKey;
use crate::runtime::{TOLERANCE, WorkError, WriteError, Writing};
use shop_contract::ShopEvent;

/// Runs one comparison and returns the number of new alerts that were sent.
pub async fn look_out(shop: &Arc<Shop>) -> Result<usize, WriteError> {
    date_anew(shop).await?;
    let (reader, epoch) = (Arc::clone(shop), shop.epoch());
    let look = move || reader.read(|db| Ok::<_, StoreError>((standing(db, &reader)?, open(db)?)));
    let (found, known) = tokio::task::spawn_blocking(look)
        .await
        .map_err(|error| WriteError::Failed(error.to_string()))?
        .map_err(WriteError::from)?;
    let turned: Vec<(Found, AlertDiff)> = found
        .into_iter()
        .filter(|found| found.standing.kind.is_remembered())
        .filter_map(|found| turned(found, &known))
        .collect();
    if turned.is_empty() {
        return Ok(0);
    }
    shop.submit(epoch, LockKey::Shop, None, move |writing| {
        turned.iter().map(|(found, turn)| note(writing, found, turn)).sum()
    })
    .await
}

/// Corrects what was written while the clock was set in the future: an alert would be new until then whether it was seen or not,
/// and later ones would not be new to an admin who saw it then.
async fn date_anew(shop: &Arc<Shop>) -> Result<(), WriteError> {
    let latest = shop.now() + TOLERANCE;
    let is_due = shop.is_clock_believed().and_then(|believed| Ok(believed && shop.read(|db| is_ahead(db, latest))?));
    if !is_due.map_err(WriteError::from)? {
        return Ok(());
    }
    shop.write(LockKey::Shop, move |writing| Ok(shop_store::alert::date_anew(writing.tx, latest, writing.now)?)).await
}

fn turned(found: Found, known: &[OpenAlert]) -> Option<(Found, AlertDiff)> {
    let of_kind = |kind: AlertKind| known.iter().filter(move |alert| alert.kind == kind);
    let known: BTreeSet<String> = of_kind(found.standing.kind).map(|alert| alert.subject.clone()).collect();
    let turn = diff(&found.standing, &known)?;
    Some((found, turn))
}

/// Stores the changes of a kind and sends its alerts; changes that another process has stored meanwhile are sent by
/// that process.
fn note(writing: &mut Writing<'_>, found: &Found, turn: &AlertDiff) -> Result<usize, WorkError> {
    let mut arisen = Vec::new();
    for subject in &turn.arisen {
        if arise(writing.tx, turn.kind, subject, writing.now)? && turn.is_told {
            arisen.push(subject);
        }
    }
    for subject in &turn.cleared {
        clear(writing.tx, turn.kind, subject, writing.now)?;
    }
    let named = found.named.iter().find(|one| arisen.contains(&&one.subject));
    writing.effects.tell_admins(ShopEvent::Alert {
        kind: turn.kind.into(),
        count: found.count,
        arisen: arisen.len() as i64,
        name: named.map(|one| one.name.clone()),
        name_en: named.and_then(|one| one.name_en.clone()),
    });
    Ok(arisen.len())
}
