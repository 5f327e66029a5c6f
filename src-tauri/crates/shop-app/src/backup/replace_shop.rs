//! Replaces the open shop by another one that was prepared in a folder of its own: a fresh demo, or the shop of its owner. It
//! is written as a restore is, in one transaction, so that a crash at any moment leaves one shop or the other.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;
use shop_store::backup::{Counters, settle};
use shop_store::setting::{read, write};
use shop_store::{Db, StoreError, StoreResult};

use super::backup_dir::{BackupDir, BackupLock};
use super::name::Name;
use super::restore::{Incoming, label_aside, make_ready, thin_out_asides};
use crate::context::Shop;
use crate::runtime::locks::LockKey;
use crate::runtime::{Runtime, WorkError, WriteError, Writing, write_mark};
use shop_contract::{ErrorCode, ShopEvent};

/// What takes the place of the open shop.
#[derive(Debug, Clone)]
pub struct Replacing {
    /// The file of the other shop, which no process has open; its pictures are in `images` beside it.
    pub with: PathBuf,
    /// The settings of the present shop that the other one takes over.
    pub carried: &'static [&'static str],
    /// Whether the present shop stays as a backup.
    pub is_kept: bool,
    /// What the present shop must still be when its turn comes; else it stays, with `CONFLICT`.
    pub is_expected: fn(&Db) -> StoreResult<bool>,
}

/// Replaces the shop. Pending writes are refused without a change; all users must sign in again.
///
/// # Errors
/// `CONFLICT` where the present shop is not what was expected; as any write; [`WriteError::Failed`] for a file that cannot be used. Nothing was changed then, except for
/// [`WriteError::Unknown`].
pub async fn replace_shop(shop: &Arc<Shop>, replacing: Replacing) -> Result<(), WriteError> {
    let epoch = shop.epoch();
    let with = replacing.with.clone();
    let (lock, incoming) = blocking(shop, move |shop| {
        let lock = BackupDir::of(shop).lock()?;
        let incoming = make_ready(shop, &lock, &with, &mut |_, _| {})?;
        Ok((lock, incoming))
    })
    .await?;
    let (owner, replacement) = (Arc::clone(shop), incoming.replacement());
    let (carried, is_expected) = (replacing.carried, replacing.is_expected);
    let replaced = shop.submit(epoch, LockKey::Shop, Some(replacement), move |writing| {
        if !owner.read(is_expected)? {
            return Err(ErrorCode::Conflict.into());
        }
        settle_in(&owner, &incoming, carried, writing)
    });
    let aside = replaced.await?;
    blocking(shop, move |shop| {
        clear_up(shop, &lock, aside, replacing.is_kept);
        Ok(())
    })
    .await
}

/// Writes into the prepared shop what it takes over, while the present one cannot be written to; returns the name of the
/// backup of the present one.
fn settle_in(shop: &Shop, incoming: &Incoming, carried: &[&str], writing: &mut Writing<'_>) -> Result<Name, WorkError> {
    let (tx, now) = (writing.tx, writing.now);
    let (counters, settings) = shop.read(|live| {
        let settings = carried.iter().map(|key| Ok((*key, read::<Value>(live, key)?)));
        Ok::<_, StoreError>((Counters::of_sessions(live)?, settings.collect::<StoreResult<Vec<_>>>()?))
    })?;
    settle(tx, &counters, now)?;
    for (key, value) in settings {
        if let Some(value) = value {
            write(tx, key, &value, now)?;
        }
    }
    if shop.is_clock_believed()? {
        write_mark(tx, now)?;
    }
    let aside = incoming.place_aside(shop, now)?;
    writing.effects.tell_all(ShopEvent::Replaced {});
    Ok(aside)
}

/// Verifies the backup of the shop that was replaced, or removes it. What fails here does not undo the replacement.
fn clear_up(shop: &Arc<Runtime>, lock: &BackupLock, aside: Name, is_kept: bool) {
    if is_kept {
        label_aside(shop, aside);
    } else if let Err(error) = BackupDir::of(shop).remove(aside) {
        tracing::warn!(%error, "the replaced shop stays among the backups");
    }
    thin_out_asides(shop, lock, None);
}

async fn blocking<T: Send + 'static>(
    shop: &Arc<Shop>,
    work: impl FnOnce(&Arc<Runtime>) -> StoreResult<T> + Send + 'static,
) -> Result<T, WriteError> {
    let shop = Arc::clone(shop);
    let done = tokio::task::spawn_blocking(move || work(&shop)).await;
    done.map_err(|error| WriteError::Failed(error.to_string()))?.map_err(WriteError::from)
}
