//! The daily copy: when it is due, and which old ones it does away with.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use parking_lot::Mutex;
use shop_domain::BusinessDay;
use shop_domain::limits::{BACKUP_HOUR, BACKUPS_KEPT};
use shop_store::setting::{last_written, read};
use shop_store::{Db, StoreResult};

use super::copy::{Origin, copy_shop};
use super::name::Name;
use super::shelf::Shelf;
use crate::jobs::Left;
use crate::runtime::{Shop, WriteError};
use crate::shop::setting;
use shop_contract::{Backup, BackupKind, BackupState, BackupTrouble};

/// After a try that came to nothing the next waits so long.
const PAUSE: TimeDelta = TimeDelta::minutes(15);

/// What the shop remembers of its daily copies while it is open.
#[derive(Debug, Default)]
pub struct DailyBackup {
    trouble: Mutex<Option<BackupTrouble>>,
}

impl DailyBackup {
    /// Why the last one is missing, if it is.
    pub(crate) fn trouble(&self) -> Option<BackupTrouble> {
        self.trouble.lock().clone()
    }
}

/// When copies are made, and how many are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Plan {
    /// Hour of the business day, 0 to 23.
    hour: i64,
    kept: usize,
    /// Since when there is something to be copied; never, while the shop is not set up.
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

    /// The last time that one was due.
    fn last_due(self, now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let today = BusinessDay::of(now, zone);
        let due = self.on(today, zone);
        if due <= now { due } else { self.on(today.minus_days(1), zone) }
    }

    /// The next time.
    pub(super) fn next_due(self, now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let today = BusinessDay::of(now, zone);
        let due = self.on(today, zone);
        if due > now { due } else { self.on(today.next(), zone) }
    }

    fn on(self, day: BusinessDay, zone: Tz) -> DateTime<Utc> {
        day.starts_at(zone) + TimeDelta::hours(self.hour)
    }
}

/// Makes the copy that is due, also one whose hour has passed while the shop was closed, and removes those daily ones that
/// are too many. One that failed is told in the list of copies and tried again.
///
/// # Errors
/// As any read; a copy that cannot be made is no error.
pub async fn back_up_daily(shop: &Arc<Shop>) -> Result<Left, WriteError> {
    let worker = Arc::clone(shop);
    let looked = tokio::task::spawn_blocking(move || look(&worker)).await;
    match looked {
        Ok(Ok(())) => Ok(Left::Nothing),
        Ok(Err(error)) => Err(WriteError::Failed(error.to_string())),
        Err(error) => Err(WriteError::Failed(error.to_string())),
    }
}

fn look(shop: &Shop) -> StoreResult<()> {
    let (now, zone, shelf) = (shop.now(), shop.zone(), Shelf::of(shop));
    let plan = shop.read(Plan::read)?;
    let due = plan.last_due(now, zone);
    let rests = shop.daily_backup.trouble().is_some_and(|trouble| (now - trouble.at).abs() < PAUSE);
    if rests || plan.since.is_none_or(|since| since >= due) || is_made(&shelf, due, now)? {
        return Ok(());
    }
    let turn = shelf.turn()?;
    // Another program may have made it while this one waited.
    if is_made(&shelf, due, now)? {
        return Ok(());
    }
    let made = copy_shop(Origin { now, ..Origin::of(shop) }, &turn, BackupKind::Daily, &mut |_, _| {});
    let trouble = match made {
        Ok(Backup { fault: None, .. }) => None,
        Ok(Backup { fault: Some(reason), .. }) => Some(reason),
        Err(error) => Some(error.to_string()),
    };
    if let Some(reason) = &trouble {
        tracing::error!(reason, "the daily copy came to nothing");
    }
    if trouble.is_some() {
        look_for_damage(shop);
    }
    *shop.daily_backup.trouble.lock() = trouble.map(|reason| BackupTrouble { at: now, reason });
    // By a clock that was set ahead, all that is kept would be old.
    if shop.is_clock_believed()? { thin_out(&shelf, plan.kept, now) } else { Ok(()) }
}

/// A copy that was found wrong may have been taken of a damaged file. Whatever is found is told by the store.
pub(super) fn look_for_damage(shop: &Shop) {
    if let Err(error) = shop.store().check_pages() {
        tracing::error!(%error, "the pages of the shop's file were read");
    }
}

/// Whether there is a good one that is not older than `due`.
fn is_made(shelf: &Shelf, due: DateTime<Utc>, now: DateTime<Utc>) -> StoreResult<bool> {
    Ok(daily(shelf, BackupState::Verified, now)?.first().is_some_and(|last| last.made_at >= due))
}

/// Daily ones of that state, the latest first. One that bears a date to come says nothing about today.
fn daily(shelf: &Shelf, state: BackupState, now: DateTime<Utc>) -> StoreResult<Vec<Name>> {
    let mut all = shelf.all()?;
    all.retain(|backup| backup.kind == BackupKind::Daily && backup.state == state && backup.made_at <= now);
    Ok(all.iter().map(|backup| Name::new(backup.made_at, BackupKind::Daily)).collect())
}

/// Of good ones the latest stay; of bad ones, which are made again and again until somebody mends the cause, the last.
fn thin_out(shelf: &Shelf, kept: usize, now: DateTime<Utc>) -> StoreResult<()> {
    for (state, kept) in [(BackupState::Verified, kept.max(1)), (BackupState::Failed, 1)] {
        for old in daily(shelf, state, now)?.into_iter().skip(kept) {
            shelf.remove(old)?;
        }
    }
    Ok(())
}
