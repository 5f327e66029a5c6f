//! The settings that an admin reads and changes as one.

use serde_json::json;
use shop_domain::limits::{
    BACKUP_HOUR, BACKUPS_KEPT, BACKUPS_KEPT_MAX, LOW_STOCK_THRESHOLD, LOW_STOCK_THRESHOLD_MAX, ORDER_EXPIRY_MINUTES,
};
use shop_domain::user::parse_text;
use shop_store::setting::{last_written, read, webhook_url, write};
use shop_store::{Db, Stored};
use ureq::http::Uri;

use super::{UNNAMED, setting};
use crate::alert;
use crate::audit;
use crate::contract::{AuditTarget, Empty, ErrorCode, Settings, ShopError, UpdateSettings};
use crate::runtime::Call;
use crate::runtime::locks::LockKey;

/// What is read and changed together.
const KEYS: [&str; 7] = [
    setting::NAME,
    setting::LOW_STOCK,
    setting::ORDER_EXPIRY,
    setting::WEBHOOK,
    setting::BACKUP_HOUR,
    setting::BACKUPS_KEPT,
    setting::ALERTS,
];
/// An unpaid order waits so many minutes at most.
const LONGEST_EXPIRY: i64 = 10_080;
/// Characters of a URL at most.
const LONGEST_URL: usize = 2_000;

/// The settings.
///
/// # Errors
/// As any read.
pub async fn get_settings(call: Call, _: Empty) -> Result<Settings, ShopError> {
    call.admin()?;
    call.read(|db| Ok(found(db)?)).await
}

/// Makes the settings what the request says they shall be.
///
/// # Errors
/// `INVALID_INPUT` naming the field; `CONFLICT` with the settings as they are now; as any write.
pub async fn update_settings(call: Call, request: UpdateSettings) -> Result<Settings, ShopError> {
    let actor = call.admin()?;
    let wanted = parse(&request)?;
    call.write("update_settings", &request, LockKey::Shop, move |writing| {
        let (tx, now) = (writing.tx, writing.now);
        let before = found(tx)?;
        if before.updated_at != wanted.updated_at {
            return Err(ShopError::new(ErrorCode::Conflict).with(json!({"current": before})).into());
        }
        write(tx, setting::NAME, &wanted.shop_name, now)?;
        write(tx, setting::LOW_STOCK, &wanted.low_stock_threshold, now)?;
        write(tx, setting::ORDER_EXPIRY, &wanted.order_expiry_minutes, now)?;
        write(tx, setting::WEBHOOK, &wanted.webhook_url, now)?;
        if let Some(alerts) = &wanted.alerts {
            write(tx, setting::ALERTS, alerts, now)?;
        }
        write(tx, setting::BACKUP_HOUR, &wanted.backup_hour.unwrap_or(before.backup_hour), now)?;
        write(tx, setting::BACKUPS_KEPT, &wanted.backups_kept.unwrap_or(before.backups_kept), now)?;
        let after = found(tx)?;
        audit::record(writing, actor, "update_settings", (AuditTarget::Settings, 0), &before, &after)?;
        Ok(after)
    })
    .await
}

fn found(db: &Db) -> Stored<Settings> {
    Ok(Settings {
        shop_name: read(db, setting::NAME)?.unwrap_or_else(|| UNNAMED.to_owned()),
        low_stock_threshold: read(db, setting::LOW_STOCK)?.unwrap_or(LOW_STOCK_THRESHOLD),
        order_expiry_minutes: read(db, setting::ORDER_EXPIRY)?.unwrap_or(ORDER_EXPIRY_MINUTES),
        backup_hour: read(db, setting::BACKUP_HOUR)?.unwrap_or(BACKUP_HOUR),
        backups_kept: read(db, setting::BACKUPS_KEPT)?.unwrap_or(BACKUPS_KEPT),
        webhook_url: webhook_url(db)?,
        alerts: alert::found(db)?,
        updated_at: last_written(db, &KEYS)?,
    })
}

/// The request, tidied.
fn parse(request: &UpdateSettings) -> Result<UpdateSettings, ShopError> {
    let shop_name = parse_text(&request.shop_name, 1..=50)
        .map_err(|fault| ShopError::invalid("shopName", &format!("{fault}: 1 to 50 characters")))?;
    if !(0..=LOW_STOCK_THRESHOLD_MAX).contains(&request.low_stock_threshold) {
        return Err(ShopError::invalid("lowStockThreshold", "0 to 100"));
    }
    if !(1..=LONGEST_EXPIRY).contains(&request.order_expiry_minutes) {
        return Err(ShopError::invalid("orderExpiryMinutes", "1 to 10,080"));
    }
    if !(0..=23).contains(&request.backup_hour.unwrap_or(BACKUP_HOUR)) {
        return Err(ShopError::invalid("backupHour", "0 to 23"));
    }
    if !(1..=BACKUPS_KEPT_MAX).contains(&request.backups_kept.unwrap_or(BACKUPS_KEPT)) {
        return Err(ShopError::invalid("backupsKept", "1 to 90"));
    }
    let url = request.webhook_url.as_deref().map(str::trim).filter(|url| !url.is_empty());
    if url.is_some_and(|url| !is_webhook(url)) {
        return Err(ShopError::invalid("webhookUrl", "an http or https address"));
    }
    request.alerts.as_ref().map_or(Ok(()), alert::check)?;
    Ok(UpdateSettings { shop_name, webhook_url: url.map(str::to_owned), ..request.clone() })
}

fn is_webhook(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else { return false };
    let is_web = matches!(uri.scheme_str(), Some("http" | "https"));
    is_web && uri.host().is_some_and(|host| !host.is_empty()) && url.len() <= LONGEST_URL
}
