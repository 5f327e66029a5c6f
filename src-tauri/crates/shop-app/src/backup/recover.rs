//! Restores a backup if no shop can be opened. The backup is prepared elsewhere as a separate shop and renamed to the
//! shop's file only when it is complete: until then the folder stays refused, and a crash in between never leaves a
//! new, empty shop. The previous file is moved aside with its log.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use shop_store::backup::{Counters, OWN_PAGE_SIZE};
use shop_store::setting::write;
use shop_store::{StoreError, StoreResult};

use super::backup_dir::BackupDir;
use super::copy::{Origin, Tell};
use super::problem::LiveShop;
use super::restore::{stage, written_at};
use crate::audit;
use crate::runtime::locks::LockKey;
use crate::runtime::{
    Clock as _, DamageMark, DataFolder, Runtime, ShopOptions, SystemClock, WriteError, move_file, sync_folder, with_end,
};
use crate::setting;
use shop_contract::{AuditTarget, StartProblem, operation};

/// The result of a restore.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WentBack {
    /// The restored copy.
    pub file: PathBuf,
    /// The backup of the previous shop, if it could be opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept_aside: Option<String>,
    /// The new path of the previous files, if the shop could not be opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<PathBuf>,
    /// Orders that are only in the backup of the previous shop, if they could be counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub orders_lost: Option<i64>,
}

/// Restores a backup in place of a shop that cannot be opened or does not exist: a backup of the folder by its name, or
/// any file by its path. The caller must hold the folder's lock. On an error nothing is changed.
pub(super) async fn recover(
    folder: &DataFolder,
    live: LiveShop,
    from: &str,
    tell: &mut Tell<'_>,
) -> Result<WentBack, WriteError> {
    let failed = |error: StoreError| WriteError::Failed(error.to_string());
    let (now, file) = (SystemClock.now(), DataFolder::shop_file_in(folder.path()));
    let dir = BackupDir::in_folder(folder.path());
    let lock = dir.lock().map_err(|error| failed(error.into()))?;
    let (copy, name) = dir.select(from);
    let made_at = name.map_or_else(|| written_at(&copy), |name| Ok(name.made_at)).map_err(failed)?;
    let origin = Origin::of_folder(folder.path(), now);
    let (staged, _) = stage(origin, &lock, &copy, (0, OWN_PAGE_SIZE), tell).map_err(failed)?;
    let apart = dir.draft_folder(&lock, "recovered").map_err(|error| failed(error.into()))?;
    let ready = DataFolder::shop_file_in(&apart);
    fs::rename(staged, &ready).map_err(|error| failed(error.into()))?;
    let aside = aside_for(&live, &file, dir.folder(), now);
    let counters = counters_of(&live, &file);
    settle_apart(&apart, counters, made_at, json!({"restored": copy, "setAside": aside})).await?;
    take_place(&ready, &file, aside.as_deref()).map_err(failed)?;
    DamageMark::in_folder(folder.path()).clear();
    Ok(WentBack { file: copy, kept_aside: None, set_aside: aside, orders_lost: None })
}

/// The counters of the current shop, if its file can still be read. A damaged file is not read: a wrong counter would
/// be kept forever.
fn counters_of(live: &LiveShop, file: &Path) -> Counters {
    let may_ask = matches!(live, LiveShop::Lost(StartProblem::ReadOnly | StartProblem::Newer));
    may_ask.then(|| shop_store::backup::counters_of(file).ok()).flatten().unwrap_or_default()
}

/// Writes the same data as any restore into the prepared shop: all sessions end, and the webhook and the audit log
/// record the restore. The metrics token is removed, because the lost shop may have revoked it.
async fn settle_apart(
    apart: &Path,
    counters: Counters,
    made_at: DateTime<Utc>,
    after: Value,
) -> Result<(), WriteError> {
    let shop =
        Runtime::open(ShopOptions::new(apart), Vec::new()).map_err(|error| WriteError::Failed(error.to_string()))?;
    let settled = shop.write(LockKey::Shop, move |writing| {
        let (tx, now) = (writing.tx, writing.now);
        let last_event = shop_store::backup::settle(tx, &counters, now)?;
        write(tx, setting::METRICS_TOKEN, &None::<Value>, now)?;
        let payload = json!({"backupMadeAt": made_at, "ordersLost": null});
        shop_store::outbox::put_after(tx, last_event, "shop.restored", &payload, now)?;
        audit::record_by(writing, None, operation::restore_backup, (AuditTarget::Shop, 0), &(), &after)?;
        Ok(())
    });
    settled.await?;
    // The last owner closes the file, and its log is then in the file.
    Arc::into_inner(shop).map(drop).ok_or_else(|| WriteError::Failed("the copy is still open".to_owned()))
}

/// The path that the current file is moved to; `None` if there is no file.
fn aside_for(live: &LiveShop, file: &Path, dir: &Path, now: DateTime<Utc>) -> Option<PathBuf> {
    let why = match live {
        LiveShop::Lost(StartProblem::Damaged) => "damaged",
        LiveShop::Lost(StartProblem::Newer) => "newer",
        LiveShop::Lost(StartProblem::ReadOnly) => "read-only",
        LiveShop::Lost(StartProblem::NotOurs) => "not-ours",
        _ => "lost",
    };
    let has_content = fs::metadata(file).is_ok_and(|found| found.len() > 0);
    let is_there = has_content || with_end(file, "-wal").exists();
    is_there.then(|| dir.join(format!("{why}-{}.db", now.format("%Y%m%dT%H%M%S%3fZ"))))
}

/// Moves the current file aside and renames the prepared file to the shop's name. The log is moved first: SQLite would
/// apply it to the new file.
fn take_place(ready: &Path, file: &Path, aside: Option<&Path>) -> StoreResult<()> {
    File::open(ready)?.sync_all()?;
    if with_end(ready, "-wal").exists() {
        return Err(StoreError::Unfit("the copy is still open".to_owned()));
    }
    let mut moved = Vec::new();
    let placed = set_aside(file, aside, &mut moved).and_then(|()| move_file(ready, file));
    if let Err(error) = placed {
        for (from, to) in moved.into_iter().rev() {
            move_file(&to, &from)?;
        }
        return Err(error.into());
    }
    for folder in [file.parent(), aside.and_then(Path::parent)].into_iter().flatten() {
        sync_folder(folder)?;
    }
    Ok(())
}

fn set_aside(file: &Path, aside: Option<&Path>, moved: &mut Vec<(PathBuf, PathBuf)>) -> io::Result<()> {
    let Some(aside) = aside else { return Ok(()) };
    for end in ["-wal", "-shm", ""] {
        let (from, to) = (with_end(file, end), with_end(aside, end));
        if end.is_empty() && fs::metadata(&from).is_ok_and(|found| found.len() == 0) {
            continue;
        }
        match move_file(&from, &to) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
            Ok(()) => moved.push((from, to)),
        }
    }
    Ok(())
}
