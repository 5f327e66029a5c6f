//! Putting a copy in the place of the shop, while it is open. What comes in is a copy of the copy, made ready first: of
//! today's schema, proved, all sessions ended. It comes in as one transaction of the writer, so that a fall at any moment
//! leaves the one shop or the other. What was there before is kept aside, always.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};
use shop_store::backup::{Proof, bring_up, copy_file, orders_after, prove, settle};
use shop_store::setting::{read, write};
use shop_store::{Replacement, StoreError, Stored};

use super::copy::{Stage, Tell, examine, percent};
use super::label::Label;
use super::name::Name;
use super::pictures::bring;
use super::shelf::{Shelf, Turn};
use crate::contract::{BackupContents, BackupKind, ShopEvent};
use crate::runtime::{DataFolder, Shop, Stop, Writing};
use crate::shop::setting;

/// A copy that is ready to come in.
pub(super) struct Incoming {
    stage: PathBuf,
    aside: PathBuf,
    pub(super) contents: BackupContents,
}

/// What a restore has come to.
#[derive(Debug, Clone)]
pub(super) struct Done {
    /// Where the shop that was there is kept.
    pub(super) kept_aside: Name,
    /// Orders that are in that copy alone.
    pub(super) orders_lost: i64,
}

/// Makes the copy at `from` ready; blocks. The copy itself and the live shop are not touched.
///
/// # Errors
/// What is wrong with the copy, as [`shop_store::backup::prove`] says it; whatever the system refuses.
pub(super) fn make_ready(shop: &Shop, turn: &Turn, from: &Path, tell: &mut Tell<'_>) -> Stored<Incoming> {
    let shelf = Shelf::of(shop);
    let (stage, proof) = stage(&shelf, turn, from, shop.zone(), tell)?;
    let beside = from.parent().unwrap_or(Path::new("")).join("images");
    bring(&beside, &DataFolder::pictures_in(shop.folder()))?;
    let aside = shelf.draft(turn, "aside")?;
    Ok(Incoming { stage, aside, contents: Label::of(&Ok(proof), shop.now()).contents.unwrap_or_default() })
}

/// A copy of the copy, of today's schema and proved.
///
/// # Errors
/// As [`make_ready`].
pub(super) fn stage(
    shelf: &Shelf,
    turn: &Turn,
    from: &Path,
    zone: Tz,
    tell: &mut Tell<'_>,
) -> Stored<(PathBuf, Proof)> {
    let stage = shelf.draft(turn, "incoming")?;
    copy_file(from, &stage, |share| tell(Stage::Copying, percent(share.done, share.total)))?;
    bring_up(&stage)?;
    let proof = prove(&stage, zone, |step| tell(Stage::Proving, percent(step.done, step.total)))?;
    Ok((stage, proof))
}

impl Incoming {
    /// For the writer.
    pub(super) fn replacement(&self) -> Replacement {
        Replacement { with: self.stage.clone(), aside: self.aside.clone() }
    }

    /// What is written into it before it comes in, while nobody can write to the shop that goes: that one gets its name as
    /// a copy, and the merchant's own system is told.
    pub(super) fn settle(&self, shop: &Shop, writing: &mut Writing<'_>, made_at: DateTime<Utc>) -> Result<Done, Stop> {
        let (tx, now) = (writing.tx, writing.now);
        let above = self.contents.last_order_number.as_deref();
        let (orders_lost, last_event, collector, secret) = shop.read(|live| {
            let collector = read::<Value>(live, setting::METRICS_TOKEN)?;
            let secret = read::<Value>(live, setting::WEBHOOK_SECRET)?;
            Ok::<_, StoreError>((orders_after(live, above, None)?, settle(tx, live, now)?, collector, secret))
        })?;
        // A collector whose token was revoked since must not be let in again, and the receiver of events knows the secret of
        // today.
        write(tx, setting::METRICS_TOKEN, &collector, now)?;
        write(tx, setting::WEBHOOK_SECRET, &secret, now)?;
        let payload = json!({"backupMadeAt": made_at, "ordersLost": orders_lost});
        shop_store::outbox::put_after(tx, last_event, "shop.restored", &payload, now)?;
        let shelf = Shelf::of(shop);
        let kept_aside = shelf.free(Name::new(now, BackupKind::BeforeRestore));
        shelf.place(&self.aside, kept_aside, &Label::unverified()).map_err(StoreError::from)?;
        writing.effects.tell_all(ShopEvent::Restored {});
        Ok(Done { kept_aside, orders_lost })
    }
}

/// Looks what the copy that was kept aside is worth; blocks. It is kept either way: whoever restores may do so because the
/// shop was damaged.
pub(super) fn label_aside(shop: &Arc<Shop>, name: Name) {
    let shelf = Shelf::of(shop);
    let labelled = examine(&shelf.path(name), shop.zone(), &mut |_, _| {})
        .and_then(|found| Ok(shelf.keep_label(name, &Label::of(&found, shop.now()))?));
    if let Err(error) = labelled {
        tracing::warn!(%error, "what was kept aside is not proved");
    }
}

/// When a copy outside of the shop's folder was last written.
pub(super) fn written_at(path: &Path) -> Stored<DateTime<Utc>> {
    Ok(fs::metadata(path)?.modified()?.into())
}
