//! Restores a backup into the open shop. A copy of the backup is prepared first: migrated, verified, all sessions
//! ended. It is written as one transaction of the writer, so that a crash at any moment leaves one shop or the other.
//! The previous shop is always kept as a backup.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use shop_store::backup::{Counters, Proof, bring_up, copy_file_while, orders_after, page_size, prove, settle};
use shop_store::setting::{read, write};
use shop_store::{Replacement, StoreError, StoreResult};

use super::backup_dir::{BackupDir, BackupLock};
use super::copy::{Origin, Stage, Tell, examine, percent};
use super::label::Label;
use super::name::Name;
use super::pictures::{bring, size_to_bring};
use super::room::{Room, size_of};
use crate::runtime::{DataFolder, Runtime, TOLERANCE, WorkError, Writing, write_mark};
use crate::setting;
use shop_contract::{Backup, BackupContents, BackupKind, BackupState, ShopEvent};

/// Number of backups from before a restore that are kept.
const ASIDES_KEPT: usize = 5;

/// A copy that is ready to be restored.
pub(super) struct Incoming {
    stage: PathBuf,
    aside: PathBuf,
    pub(super) contents: BackupContents,
}

/// The result of a restore.
#[derive(Debug, Clone)]
pub(super) struct Done {
    /// The backup of the previous shop.
    pub(super) kept_aside: Name,
    /// Orders that are only in that backup.
    pub(super) orders_lost: i64,
}

/// Prepares the backup at `from`; blocks. The backup and the live shop are not changed. The error describes the fault
/// of the backup, as [`shop_store::backup::prove`] returns it, or is an I/O error.
pub(super) fn make_ready(shop: &Runtime, lock: &BackupLock, from: &Path, tell: &mut Tell<'_>) -> StoreResult<Incoming> {
    let dir = BackupDir::of(shop);
    let origin = Origin::of(shop);
    // The current shop is backed up, and the new one is written to the log once more.
    let more = size_of(&DataFolder::shop_file_in(shop.folder()))? + size_of(from)?;
    let page_size = shop.read(page_size)?;
    let (stage, proof) = stage(origin, lock, from, (more, page_size), tell)?;
    let aside = dir.draft(lock, "aside")?;
    Ok(Incoming { stage, aside, contents: Label::of(&Ok(proof), shop.now()).contents.unwrap_or_default() })
}

/// Creates a copy of the backup with the current schema and that page size, and verifies it; copies its pictures to the
/// shop's folder. `more` is the additional room in bytes that the restore needs.
pub(super) fn stage(
    origin: Origin<'_>,
    lock: &BackupLock,
    from: &Path,
    (more, page_size): (u64, u32),
    tell: &mut Tell<'_>,
) -> StoreResult<(PathBuf, Proof)> {
    let dir = BackupDir::in_folder(origin.folder);
    let (their_pictures, pictures) = (pictures_beside(from), DataFolder::pictures_in(origin.folder));
    let needed = size_of(from)? + more + size_to_bring(&their_pictures, &pictures)?;
    let room = Room::ask(origin.disk, &DataFolder::shop_file_in(origin.folder), dir.folder(), needed)?;
    let stage = dir.draft(lock, "incoming")?;
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
    /// The form that the writer takes.
    pub(super) fn replacement(&self) -> Replacement {
        Replacement { with: self.stage.clone(), aside: self.aside.clone() }
    }

    /// Writes the changes of a restore into the prepared copy, while the current shop cannot be written: the name of
    /// the previous shop's backup, and the event for the webhook.
    pub(super) fn settle(
        &self,
        shop: &Runtime,
        writing: &mut Writing<'_>,
        made_at: DateTime<Utc>,
    ) -> Result<Done, WorkError> {
        let (tx, now) = (writing.tx, writing.now);
        let above = self.contents.last_order_number.as_deref();
        let (orders_lost, last_event, collector, secret) = shop.read(|live| {
            let collector = read::<Value>(live, setting::METRICS_TOKEN)?;
            let secret = read::<Value>(live, setting::WEBHOOK_SECRET)?;
            let last_event = settle(tx, &Counters::read(live)?, now)?;
            Ok::<_, StoreError>((orders_after(live, above, None)?, last_event, collector, secret))
        })?;
        // A revoked metrics token must not become valid again, and the receiver of events knows only the current
        // secret.
        write(tx, setting::METRICS_TOKEN, &collector, now)?;
        write(tx, setting::WEBHOOK_SECRET, &secret, now)?;
        // The clock mark in the backup is old, so that a correct clock would look wrong at the next start.
        if shop.is_clock_believed()? {
            write_mark(tx, now)?;
        }
        let payload = json!({"backupMadeAt": made_at, "ordersLost": orders_lost});
        shop_store::outbox::put_after(tx, last_event, "shop.restored", &payload, now)?;
        let kept_aside = self.place_aside(shop, now)?;
        writing.effects.tell_all(ShopEvent::Restored {});
        Ok(Done { kept_aside, orders_lost })
    }

    /// Makes the copy of the shop that is being replaced one of its backups, and returns its name.
    pub(super) fn place_aside(&self, shop: &Runtime, now: DateTime<Utc>) -> StoreResult<Name> {
        let dir = BackupDir::of(shop);
        let kept_aside = dir.free(Name::new(now, BackupKind::BeforeRestore));
        dir.place(&self.aside, kept_aside, &Label::unverified())?;
        Ok(kept_aside)
    }
}

/// Verifies the backup of the previous shop; blocks. It is kept in any case: the shop may have been restored because it
/// was damaged.
pub(super) fn label_aside(shop: &Arc<Runtime>, name: Name) {
    let dir = BackupDir::of(shop);
    let labelled = examine(&dir.path(name), shop.zone(), &mut |_, _| {})
        .and_then(|found| Ok(dir.keep_label(name, &Label::of(&found, shop.now()))?));
    if let Err(error) = labelled {
        tracing::warn!(%error, "what was kept aside is not proved");
    }
}

/// Keeps the latest backups from before a restore. Older ones are removed, except one that is the only verified backup
/// or was just restored. Does nothing while the clock is not trusted: with a clock set ahead, the copies of a wrong time
/// would take the place of the others.
pub(super) fn thin_out_asides(shop: &Arc<Runtime>, lock: &BackupLock, restored: Option<Name>) {
    let removed = match shop.is_clock_believed() {
        Ok(true) => {
            let asides = (BackupKind::BeforeRestore, ASIDES_KEPT);
            remove_old(&BackupDir::of(shop), lock, asides, restored, shop.now()).map_err(StoreError::from)
        }
        Ok(false) => Ok(()),
        Err(error) => Err(error),
    };
    if let Err(error) = removed {
        tracing::warn!(%error, "copies from before earlier restores are not cleared away");
    }
}

/// Removes the backups of a kind but for the latest `kept`, except one that is the only verified backup, or is `spared`. Backups
/// dated in the future were made while the clock was ahead; they are not counted, and stay.
pub(super) fn remove_old(
    dir: &BackupDir,
    _turn: &BackupLock,
    (kind, kept): (BackupKind, usize),
    spared: Option<Name>,
    now: DateTime<Utc>,
) -> io::Result<()> {
    let all = dir.all()?;
    let is_of_kind = |backup: &&Backup| backup.kind == kind && backup.made_at <= now + TOLERANCE;
    let is_proved = |backup: &Backup| backup.state == BackupState::Verified;
    let mut proved = all.iter().filter(|backup| is_proved(backup)).count();
    for old in all.iter().filter(is_of_kind).skip(kept) {
        let name = Name::new(old.made_at, old.kind);
        if spared == Some(name) || (is_proved(old) && proved == 1) {
            continue;
        }
        proved -= usize::from(is_proved(old));
        dir.remove(name)?;
    }
    Ok(())
}

/// The modification time of a copy outside of the shop's folder.
pub(super) fn written_at(path: &Path) -> StoreResult<DateTime<Utc>> {
    Ok(fs::metadata(path)?.modified()?.into())
}
