//! The settings of the alerts, part of the shop's settings.

use shop_store::setting::read;
use shop_store::{Db, StoreResult};

use crate::context::Call;
use crate::setting;
use shop_contract::{AlertSettings, DesktopNotifications, ShopError};

/// Default percentage of a coupon that counts as few left.
const COUPON_PERCENT: i64 = 10;
/// Default of the free megabytes that count as low: one gigabyte.
const DISK_MEGABYTES: i64 = 1_024;
/// One terabyte.
const MOST_MEGABYTES: i64 = 1_000_000;

/// The stored settings; all alerts are enabled by default.
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

/// Checks the bounds of the settings.
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
