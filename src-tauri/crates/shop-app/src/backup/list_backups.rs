//! Lists the backups.

use std::cmp::Reverse;

use shop_store::backup::orders_after;
use shop_store::{Db, StoreResult};

use super::backup_dir::BackupDir;
use super::daily::Plan;
use crate::context::AdminCall;
use shop_contract::{Backup, BackupList, Empty, ShopError};

/// All backups, latest first, each with the number of orders that restoring it would lose.
pub async fn list_backups(call: AdminCall, _: Empty) -> Result<BackupList, ShopError> {
    let (dir, now, zone) = (BackupDir::of(&call.shop), call.now(), call.shop.zone());
    let trouble = call.shop.backup_trouble.lock().clone();
    call.read(move |db| {
        let mut items = dir.all().map_err(shop_store::StoreError::from)?;
        count_orders_since(db, &mut items)?;
        let next_daily_at = Plan::read(db)?.next_due(now, zone);
        Ok(BackupList { items, folder: dir.folder().display().to_string(), next_daily_at, trouble })
    })
    .await
}

/// Counts from the latest backup backwards, so that each order is counted once.
fn count_orders_since(db: &Db, items: &mut [Backup]) -> StoreResult<()> {
    let mut known: Vec<(Option<String>, &mut Option<i64>)> = items
        .iter_mut()
        .filter_map(|item| Some((item.contents.as_ref()?.last_order_number.clone(), &mut item.orders_since)))
        .collect();
    known.sort_by_key(|(last, _)| Reverse(last.clone()));
    let (mut since, mut up_to) = (0, None);
    for (last, count) in known {
        since += orders_after(db, last.as_deref(), up_to.as_deref())?;
        *count = Some(since);
        up_to = Some(last.unwrap_or_default());
    }
    Ok(())
}
