//! Putting a copy in the place of the shop, while it is open. What comes in is a copy of the copy, made ready first: of
//! today's schema, proved, all sessions ended. It comes in as one transaction of the writer, so that a fall at any moment
//! leaves the one shop or the other. What was there before is kept aside, always.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use shop_store::backup::{Counters, Proof, bring_up, copy_file_while, orders_after, page_size, prove, settle};
use shop_store::setting::{read, write};
use shop_store::{Replacement, StoreError, StoreResult};

use super::copy::{Origin, Stage, Tell, examine, percent};
use super::label::Label;
use super::name::Name;
use super::pictures::{bring, size_to_bring};
use super::room::{Room, size_of};
use super::shelf::{Shelf, Turn};
use crate::runtime::{DataFolder, Shop, Stop, Writing, write_mark};
use crate::shop::setting;
use shop_contract::{Backup, BackupContents, BackupKind, BackupState, ShopEvent};

/// How many copies of what was there before a restore are kept.
const ASIDES_KEPT: usize = 5;

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
pub(super) fn make_ready(shop: &Shop, turn: &Turn, from: &Path, tell: &mut Tell<'_>) -> StoreResult<Incoming> {
    let shelf = Shelf::of(shop);
    let origin = Origin::of(shop);
    // What is there is copied aside, and what comes in is written into the log once more.
    let more = size_of(&Shop::file_in(shop.folder()))? + size_of(from)?;
    let page_size = shop.read(page_size)?;
    let (stage, proof) = stage(origin, turn, from, (more, page_size), tell)?;
    let aside = shelf.draft(turn, "aside")?;
    Ok(Incoming { stage, aside, contents: Label::of(&Ok(proof), shop.now()).contents.unwrap_or_default() })
}

/// A copy of the copy, of today's schema, with pages of that size, and proved; its pictures are brought into the shop's folder.
/// `more` is the room in bytes that going back takes besides.
///
/// # Errors
/// As [`make_ready`].
pub(super) fn stage(
    origin: Origin<'_>,
    turn: &Turn,
    from: &Path,
    (more, page_size): (u64, u32),
    tell: &mut Tell<'_>,
) -> StoreResult<(PathBuf, Proof)> {
    let shelf = Shelf::in_folder(origin.folder);
    let (their_pictures, pictures) = (pictures_beside(from), DataFolder::pictures_in(origin.folder));
    let needed = size_of(from)? + more + size_to_bring(&their_pictures, &pictures)?;
    let room = Room::ask(origin.disk, &Shop::file_in(origin.folder), shelf.folder(), needed)?;
    let stage = shelf.draft(turn, "incoming")?;
    copy_file_while(from, &stage, |share| {
        tell(Stage::Copying, percent(share.done, share.total));
        room.is_left()
    })?;
    bring_up(&stage, page_size)?;
    let proof = prove(&stage, origin.zone, |step| tell(Stage::Proving, percent(step.done, step.total)))?;
    bring(&their_pictures, &pictures)?;
    Ok((stage, proof))
}

fn pictures_beside(copy: &Path) -> PathBuf {
    copy.parent().unwrap_or(Path::new("")).join("images")
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
            let last_event = settle(tx, &Counters::read(live)?, now)?;
            Ok::<_, StoreError>((orders_after(live, above, None)?, last_event, collector, secret))
        })?;
        // A collector whose token was revoked since must not be let in again, and the receiver of events knows the secret of
        // today.
        write(tx, setting::METRICS_TOKEN, &collector, now)?;
        write(tx, setting::WEBHOOK_SECRET, &secret, now)?;
        // The mark in the copy is of the copy's time, by which a right clock would look wrong at the next start.
        if shop.is_clock_believed()? {
            write_mark(tx, now)?;
        }
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

/// Of the copies that were kept aside before a restore the latest stay. An earlier one goes too, unless no other copy is proved, or
/// it is the one that the shop has just gone back to.
pub(super) fn thin_out_asides(shop: &Arc<Shop>, turn: &Turn, restored: Option<Name>) {
    if let Err(error) = remove_asides(&Shelf::of(shop), turn, restored) {
        tracing::warn!(%error, "copies from before earlier restores are not cleared away");
    }
}

fn remove_asides(shelf: &Shelf, _turn: &Turn, restored: Option<Name>) -> io::Result<()> {
    let all = shelf.all()?;
    let is_proved = |backup: &Backup| backup.state == BackupState::Verified;
    let mut proved = all.iter().filter(|backup| is_proved(backup)).count();
    for old in all.iter().filter(|backup| backup.kind == BackupKind::BeforeRestore).skip(ASIDES_KEPT) {
        let name = Name::new(old.made_at, old.kind);
        if restored == Some(name) || (is_proved(old) && proved == 1) {
            continue;
        }
        proved -= usize::from(is_proved(old));
        shelf.remove(name)?;
    }
    Ok(())
}

/// When a copy outside of the shop's folder was last written.
pub(super) fn written_at(path: &Path) -> StoreResult<DateTime<Utc>> {
    Ok(fs::metadata(path)?.modified()?.into())
}
