//! The daily backup: when it is due, and which old backups it removes.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use shop_domain::BusinessDay;
use shop_domain::limits::{BACKUP_HOUR, BACKUPS_KEPT};
use shop_store::setting::{last_written, read};
use shop_store::{Db, StoreError, StoreResult};

use super::backup_dir::BackupDir;
use super::copy::{Origin, copy_shop};
use super::name::Name;
use crate::context::Shop;
use crate::runtime::WriteError;
use crate::setting;
use shop_contract::{Backup, BackupKind, BackupState, BackupTrouble};

/// Pause after a failed attempt.
const PAUSE: TimeDelta = TimeDelta::minutes(15);

/// The schedule and the number of backups to keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Plan {
    /// Hour of the business day, 0 to 23.
    hour: i64,
    kept: usize,
    /// The time of the set-up; `None` before it.
    since: Option<DateTime<Utc>>,
}

impl Plan {
    pub(super) fn read(db: &Db) -> StoreResult<Self> {
        let ready: bool = read(db, setting::READY)?.unwrap_or(false);
        Ok(Self {
            hour: read(db, setting::BACKUP_HOUR)?.unwrap_or(BACKUP_HOUR),
            kept: read(db, setting::BACKUPS_KEPT)?.unwrap_or(BACKUPS_KEPT) as usize,
            since: if ready { last_written(db, &[setting::READY])? } else { None },
        })
    }

    /// The last due time up to `now`.
    fn last_due(self, now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let today = BusinessDay::of(now, zone);
        let due = self.on(today, zone);
        if due <= now { due } else { self.on(today.minus_days(1), zone) }
    }

    /// The next due time.
    pub(super) fn next_due(self, now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let today = BusinessDay::of(now, zone);
        let due = self.on(today, zone);
        if due > now { due } else { self.on(today.next(), zone) }
    }

    fn on(self, day: BusinessDay, zone: Tz) -> DateTime<Utc> {
        day.starts_at(zone) + TimeDelta::hours(self.hour)
    }
}

/// Creates the backup that is due, also if its hour passed while the shop was closed, and removes surplus daily
/// backups. A failed backup is reported in the list of backups and retried; it is not an error of this function.
pub async fn back_up_daily(shop: &Arc<Shop>) -> Result<(), WriteError> {
    let worker = Arc::clone(shop);
    let looked = tokio::task::spawn_blocking(move || look(&worker)).await;
    match looked {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(WriteError::Failed(error.to_string())),
        Err(error) => Err(WriteError::Failed(error.to_string())),
    }
}

fn look(shop: &Shop) -> StoreResult<()> {
    let (now, zone, dir) = (shop.now(), shop.zone(), BackupDir::of(shop));
    let plan = shop.read(Plan::read)?;
    let due = plan.last_due(now, zone);
    let rests = shop.backup_trouble.lock().as_ref().is_some_and(|trouble| (now - trouble.at).abs() < PAUSE);
    if rests || plan.since.is_none_or(|since| since >= due) || is_made(&dir, due, now)? {
        return Ok(());
    }
    let lock = dir.lock()?;
    // Another process may have created it while this one waited.
    if is_made(&dir, due, now)? {
        return Ok(());
    }
    let made = copy_shop(Origin { now, ..Origin::of(shop) }, &lock, BackupKind::Daily, &mut |_, _| {});
    let is_given_up = matches!(&made, Err(error) if error.is_ended() || matches!(error, StoreError::NoRoom { .. }));
    let trouble = match made {
        Ok(Backup { fault: None, .. }) => None,
        Ok(Backup { fault: Some(reason), .. }) => Some(reason),
        Err(error) => Some(error.to_string()),
    };
    if let Some(reason) = &trouble {
        tracing::error!(reason, "the daily copy came to nothing");
    }
    if trouble.is_some() && !is_given_up {
        look_for_damage(shop);
    }
    *shop.backup_trouble.lock() = trouble.map(|reason| BackupTrouble { at: now, reason });
    // With a clock set ahead, all backups would look old.
    if shop.is_clock_believed()? { thin_out(&dir, plan.kept, now) } else { Ok(()) }
}

/// A bad copy may come from a damaged file, so the shop's file is checked; the store reports the result.
pub(super) fn look_for_damage(shop: &Shop) {
    if let Err(error) = shop.store().check_pages() {
        tracing::error!(%error, "the pages of the shop's file were read");
    }
}

/// Whether there is a good backup since `due`.
fn is_made(dir: &BackupDir, due: DateTime<Utc>, now: DateTime<Utc>) -> StoreResult<bool> {
    Ok(daily(dir, BackupState::Verified, now)?.first().is_some_and(|last| last.made_at >= due))
}

/// Daily backups of that state, latest first. Backups dated in the future are ignored.
fn daily(dir: &BackupDir, state: BackupState, now: DateTime<Utc>) -> StoreResult<Vec<Name>> {
    let mut all = dir.all()?;
    all.retain(|backup| backup.kind == BackupKind::Daily && backup.state == state && backup.made_at <= now);
    Ok(all.iter().map(|backup| Name::new(backup.made_at, BackupKind::Daily)).collect())
}

/// Keeps the latest good backups and only the last bad one, because a bad backup is repeated until its cause is fixed.
fn thin_out(dir: &BackupDir, kept: usize, now: DateTime<Utc>) -> StoreResult<()> {
    for (state, kept) in [(BackupState::Verified, kept.max(1)), (BackupState::Failed, 1)] {
        for old in daily(dir, state, now)?.into_iter().skip(kept) {
            dir.remove(old)?;
        }
    }
    Ok(())
}
