//! Which alerts are wanted: part of the shop's settings, kept as one of them.

use shop_store::setting::read;
use shop_store::{Db, StoreResult};

use crate::runtime::Call;
use crate::shop::setting;
use shop_contract::{AlertSettings, DesktopNotifications, ShopError};

/// Per cent of a coupon that are few, unless configured.
const COUPON_PERCENT: i64 = 10;
/// Megabytes free that are few, unless configured: a gigabyte.
const DISK_MEGABYTES: i64 = 1_024;
/// A terabyte.
const MOST_MEGABYTES: i64 = 1_000_000;

/// As they are set; all kinds where nobody ever chose.
///
/// # Errors
/// As any read.
pub async fn alert_settings(call: &Call) -> Result<AlertSettings, ShopError> {
    call.read(|db| Ok(found(db)?)).await
}

/// The same, in a transaction.
pub(crate) fn found(db: &Db) -> StoreResult<AlertSettings> {
    Ok(read(db, setting::ALERTS)?.unwrap_or(AlertSettings {
        low_stock: true,
        coupon_running_out: true,
        payment_failed: true,
        outbox_failed: true,
        low_disk: true,
        coupon_percent_left: COUPON_PERCENT,
        disk_megabytes_free: DISK_MEGABYTES,
        desktop: DesktopNotifications::default(),
    }))
}

/// Whether they are within their bounds.
///
/// # Errors
/// `INVALID_INPUT` naming the field.
pub(crate) fn check(wanted: &AlertSettings) -> Result<(), ShopError> {
    if !(1..=100).contains(&wanted.coupon_percent_left) {
        return Err(ShopError::invalid("alerts.couponPercentLeft", "1 to 100"));
    }
    if !(1..=MOST_MEGABYTES).contains(&wanted.disk_megabytes_free) {
        return Err(ShopError::invalid("alerts.diskMegabytesFree", "1 to 1,000,000"));
    }
    Ok(())
}
