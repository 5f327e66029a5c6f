//! The settings that an admin reads and updates together.

use std::sync::{Arc, OnceLock};

use shop_domain::limits::{
    BACKUP_HOUR, BACKUPS_KEPT, BACKUPS_KEPT_MAX, DEPOSIT_DAYS, DEPOSIT_DAYS_RANGE, LOW_STOCK_THRESHOLD,
    LOW_STOCK_THRESHOLD_MAX, ORDER_EXPIRY_MINUTES, RETURN_DAYS, RETURN_DAYS_RANGE,
};
use shop_domain::user::parse_text;
use shop_store::outbox::{forget_asked, last_id};
use shop_store::setting::{WebhookSince, last_written, read, webhook_since, webhook_url, write};
use shop_store::{Db, StoreResult};

use super::UNNAMED;
use super::business::{business, parse_business, set_business};
use super::webhook_secret::{replace, webhook_secret};
use crate::alert;
use crate::audit;
use crate::charge::{charge_mode, deposit_account, parse_account};
use crate::context::AdminCall;
use crate::payment::{deposit_days, open_beside_points, payment_methods};
use crate::returns::return_days;
use crate::runtime::locks::LockKey;
use crate::runtime::{Writing, is_webhook_url, new_secret};
use crate::setting;
use crate::shipping;
use shop_contract::{AuditTarget, Current, DepositAccount, Empty, Settings, ShopError, UpdateSettings, operation};

/// The settings that are read and updated together.
const KEYS: [&str; 15] = [
    setting::NAME,
    setting::LOW_STOCK,
    setting::ORDER_EXPIRY,
    setting::WEBHOOK,
    setting::WEBHOOK_LOCAL,
    setting::BACKUP_HOUR,
    setting::BACKUPS_KEPT,
    setting::ALERTS,
    setting::POINT_CHARGING,
    setting::PAYMENT_METHODS,
    setting::DEPOSIT_DAYS,
    setting::RETURN_DAYS,
    setting::DEPOSIT_ACCOUNT,
    setting::BUSINESS,
    setting::SHIPPING,
];
/// Maximum expiry of unpaid orders, in minutes.
const LONGEST_EXPIRY: i64 = 10_080;
/// Maximum length of a URL, in characters.
const LONGEST_URL: usize = 2_000;

/// The current settings.
pub async fn get_settings(call: AdminCall, _: Empty) -> Result<Settings, ShopError> {
    call.read(|db| Ok(found(db)?)).await
}

/// Replaces the settings with those of the request. If this creates the first webhook secret, the answer contains it,
/// and no later answer does, not even for the same request.
///
/// # Errors
/// `INVALID_INPUT` naming the field; `CONFLICT` with the settings as they are now; as any write.
pub async fn update_settings(call: AdminCall, request: UpdateSettings) -> Result<Settings, ShopError> {
    let actor = call.admin();
    let wanted = parse(&request)?;
    let secret = new_secret(call.shop.random_bytes());
    // The answer stored for repeated requests must not contain the secret.
    let shown = Arc::new(OnceLock::new());
    let made = Arc::clone(&shown);
    let settings = call.write(operation::update_settings, &request, LockKey::Shop, move |writing| {
        let (tx, now) = (writing.tx, writing.now);
        let before = found(tx)?;
        if before.updated_at != wanted.updated_at {
            return Err(ShopError::from(Current::Settings(Box::new(before))).into());
        }
        write(tx, setting::NAME, &wanted.shop_name, now)?;
        write(tx, setting::LOW_STOCK, &wanted.low_stock_threshold, now)?;
        write(tx, setting::ORDER_EXPIRY, &wanted.order_expiry_minutes, now)?;
        set_charging(writing, &wanted)?;
        wanted.business.as_ref().map_or(Ok(()), |wanted| set_business(writing, wanted))?;
        set_methods(writing, &wanted)?;
        if let Some(shipping) = &wanted.shipping {
            write(tx, setting::SHIPPING, shipping, now)?;
        }
        if set_webhook(writing, &before, &wanted, &secret)? {
            made.get_or_init(|| secret.clone());
        }
        if let Some(alerts) = &wanted.alerts {
            write(tx, setting::ALERTS, alerts, now)?;
        }
        write(tx, setting::BACKUP_HOUR, &wanted.backup_hour.unwrap_or(before.backup_hour), now)?;
        write(tx, setting::BACKUPS_KEPT, &wanted.backups_kept.unwrap_or(before.backups_kept), now)?;
        let after = found(tx)?;
        audit::record(writing, actor, operation::update_settings, (AuditTarget::Settings, 0), &before, &after)?;
        Ok(after)
    });
    let settings = settings.await?;
    let Some(secret) = shown.get() else { return Ok(settings) };
    call.discard_stored();
    Ok(Settings { webhook_secret: Some(secret.clone()), ..settings })
}

/// Sets how points are charged and the account for deposits, where the request has them.
fn set_charging(writing: &Writing<'_>, wanted: &UpdateSettings) -> StoreResult<()> {
    if let Some(mode) = wanted.point_charging {
        write(writing.tx, setting::POINT_CHARGING, &mode, writing.now)?;
    }
    if let Some(account) = &wanted.deposit_account {
        let given = Some(account).filter(|account| **account != DepositAccount::default());
        write(writing.tx, setting::DEPOSIT_ACCOUNT, &given, writing.now)?;
    }
    Ok(())
}

/// Sets how orders can be paid, how long their deposits are awaited, and how long goods can be returned, where the request has them.
fn set_methods(writing: &Writing<'_>, wanted: &UpdateSettings) -> StoreResult<()> {
    if let Some(methods) = &wanted.payment_methods {
        write(writing.tx, setting::PAYMENT_METHODS, &open_beside_points(methods), writing.now)?;
    }
    if let Some(days) = wanted.deposit_days {
        write(writing.tx, setting::DEPOSIT_DAYS, &days, writing.now)?;
    }
    if let Some(days) = wanted.return_days {
        write(writing.tx, setting::RETURN_DAYS, &days, writing.now)?;
    }
    Ok(())
}

/// Sets the webhook's URL. A first URL gets the events from now on, and a secret if there is none; a changed URL
/// continues at the previous position. Returns whether `secret` became the secret.
fn set_webhook(writing: &Writing<'_>, before: &Settings, wanted: &UpdateSettings, secret: &str) -> StoreResult<bool> {
    let (tx, now) = (writing.tx, writing.now);
    let allows_local = wanted.webhook_allow_local.unwrap_or(before.webhook_allow_local);
    write(tx, setting::WEBHOOK_LOCAL, &allows_local, now)?;
    write(tx, setting::WEBHOOK, &wanted.webhook_url, now)?;
    match (&before.webhook_url, &wanted.webhook_url) {
        (None, Some(_)) => {
            write(tx, setting::WEBHOOK_SINCE, &Some(WebhookSince { at: now, after_id: last_id(tx)? }), now)?;
            forget_asked(tx)?;
        }
        (_, None) => write(tx, setting::WEBHOOK_SINCE, &None::<WebhookSince>, now)?,
        (Some(_), Some(_)) => {}
    }
    let is_first = wanted.webhook_url.is_some() && webhook_secret(tx)?.is_none();
    if is_first {
        replace(writing, secret.to_owned())?;
    }
    Ok(is_first)
}

fn found(db: &Db) -> StoreResult<Settings> {
    Ok(Settings {
        shop_name: read(db, setting::NAME)?.unwrap_or_else(|| UNNAMED.to_owned()),
        low_stock_threshold: read(db, setting::LOW_STOCK)?.unwrap_or(LOW_STOCK_THRESHOLD),
        order_expiry_minutes: read(db, setting::ORDER_EXPIRY)?.unwrap_or(ORDER_EXPIRY_MINUTES),
        point_charging: charge_mode(db)?,
        payment_methods: payment_methods(db)?,
        deposit_days: deposit_days(db)?,
        return_days: return_days(db)?,
        deposit_account: deposit_account(db)?,
        business: business(db)?,
        shipping: shipping::found(db)?,
        backup_hour: read(db, setting::BACKUP_HOUR)?.unwrap_or(BACKUP_HOUR),
        backups_kept: read(db, setting::BACKUPS_KEPT)?.unwrap_or(BACKUPS_KEPT),
        webhook_url: webhook_url(db)?,
        webhook_allow_local: read(db, setting::WEBHOOK_LOCAL)?.unwrap_or(false),
        webhook_since: webhook_since(db)?.map(|since| since.at),
        webhook_secret_made_at: webhook_secret(db)?.map(|secret| secret.made_at),
        webhook_secret: None,
        alerts: alert::found(db)?,
        updated_at: last_written(db, &KEYS)?,
    })
}

/// Normalizes and checks the request.
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
    if !DEPOSIT_DAYS_RANGE.contains(&request.deposit_days.unwrap_or(DEPOSIT_DAYS)) {
        return Err(ShopError::invalid("depositDays", "0 to 30"));
    }
    if !RETURN_DAYS_RANGE.contains(&request.return_days.unwrap_or(RETURN_DAYS)) {
        return Err(ShopError::invalid("returnDays", "0 to 365"));
    }
    let url = request.webhook_url.as_deref().map(str::trim).filter(|url| !url.is_empty());
    if url.is_some_and(|url| url.len() > LONGEST_URL || !is_webhook_url(url)) {
        return Err(ShopError::invalid("webhookUrl", "an http or https address without a name or password in it"));
    }
    request.alerts.as_ref().map_or(Ok(()), alert::check)?;
    let account = request.deposit_account.as_ref().map(parse_account).transpose()?;
    let deposit_account = account.map(Option::unwrap_or_default);
    let business = request.business.as_ref().map(parse_business).transpose()?;
    let shipping = request.shipping.as_ref().map(shipping::parse).transpose()?;
    let webhook_url = url.map(str::to_owned);
    Ok(UpdateSettings { shop_name, webhook_url, deposit_account, business, shipping, ..request.clone() })
}
