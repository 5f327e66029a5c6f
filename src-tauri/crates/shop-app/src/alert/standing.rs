//! Computes the current alerts by kind, for the enabled kinds; the figures match those of the panel's dashboard.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use shop_domain::BusinessDay;
use shop_domain::alert::{AlertKind, Standing};
use shop_domain::limits::LOW_STOCK_THRESHOLD;
use shop_store::coupon::running_out;
use shop_store::order::failed_on;
use shop_store::setting::read;
use shop_store::statistics::{low_stock, outbox_counts};
use shop_store::{Db, StoreResult};

use super::settings;
use crate::context::Shop;
use crate::setting;
use crate::stock::{low_stock_name, low_stock_name_en};
use shop_contract::{AlertSettings, StorageReason};

/// Maximum number of subjects that are read for one kind.
const LOOKED_AT: usize = 1_000;
const MEGABYTE: i64 = 1 << 20;
/// The subject of kinds without separate subjects.
const ALL: &str = "all";

/// One subject of an alert and its names.
pub(super) struct Named {
    /// Identifies it within its kind.
    pub subject: String,
    pub name: String,
    /// The name in English, if it has one.
    pub name_en: Option<String>,
}

impl Named {
    /// A subject with a name in one language.
    fn plain(id: i64, name: String) -> Self {
        Self { subject: id.to_string(), name, name_en: None }
    }
}

/// The current alerts of one kind, with the names of their subjects.
pub(super) struct Found {
    pub standing: Standing,
    /// Number of alerts, at most the number that was read.
    pub count: i64,
    /// The named subjects, the most urgent first; empty if the kind has no names.
    pub named: Vec<Named>,
    /// Free bytes, for the disk alert.
    pub free_bytes: Option<i64>,
    /// Why the file cannot be written, for the storage alert.
    pub storage: Option<StorageReason>,
    /// The start of the alert, if the running program knows it.
    pub since: Option<DateTime<Utc>>,
}

impl Found {
    /// Alerts with named subjects.
    fn of(kind: AlertKind, named: Vec<Named>) -> Self {
        let subjects: BTreeSet<String> = named.iter().map(|one| one.subject.clone()).collect();
        let is_whole = named.len() < LOOKED_AT;
        let count = named.len() as i64;
        Self {
            standing: Standing { kind, subjects, is_whole },
            count,
            named,
            free_bytes: None,
            storage: None,
            since: None,
        }
    }

    /// An alert without a subject, on or off.
    fn one(kind: AlertKind, stands: bool, count: i64) -> Self {
        let subjects = stands.then(|| ALL.to_owned()).into_iter().collect();
        let standing = Standing { kind, subjects, is_whole: true };
        Self {
            standing,
            count: if stands { count } else { 0 },
            named: Vec::new(),
            free_bytes: None,
            storage: None,
            since: None,
        }
    }
}

/// One entry for each kind, also without alerts. Disabled kinds have none.
pub(super) fn standing(db: &Db, shop: &Shop) -> StoreResult<Vec<Found>> {
    let wanted = settings::found(db)?;
    AlertKind::ALL.iter().map(|kind| of_kind(db, shop, &wanted, *kind)).collect()
}

fn of_kind(db: &Db, shop: &Shop, wanted: &AlertSettings, kind: AlertKind) -> StoreResult<Found> {
    Ok(match kind {
        AlertKind::LowStock if wanted.low_stock => Found::of(kind, short_stock(db)?),
        AlertKind::CouponRunningOut if wanted.coupon_running_out => {
            let coupons = running_out(db, shop.now(), wanted.coupon_percent_left, LOOKED_AT as i64)?;
            let named = coupons.into_iter().map(|found| Named::plain(found.coupon.id, found.coupon.terms.name));
            Found::of(kind, named.collect())
        }
        AlertKind::PaymentFailed if wanted.payment_failed => {
            let failed = failed_on(db, BusinessDay::of(shop.now(), shop.zone()), LOOKED_AT as i64)?;
            Found::of(kind, failed.into_iter().map(|(id, number)| Named::plain(id, number)).collect())
        }
        AlertKind::OutboxFailed if wanted.outbox_failed => {
            let (_, failed) = outbox_counts(db)?;
            Found::one(kind, failed > 0, failed)
        }
        AlertKind::LowDisk if wanted.low_disk => full_disk(shop, wanted.disk_megabytes_free * MEGABYTE),
        AlertKind::Storage => {
            let state = shop.storage();
            let found = Found::one(kind, state.is_some(), 1);
            Found { storage: state.map(|state| state.reason), since: state.map(|state| state.since), ..found }
        }
        AlertKind::Clock => {
            let since = shop.clock_doubted_since();
            Found { since, ..Found::one(kind, since.is_some(), 1) }
        }
        _ => Found::one(kind, false, 0),
    })
}

fn short_stock(db: &Db) -> StoreResult<Vec<Named>> {
    let threshold = read(db, setting::LOW_STOCK)?.unwrap_or(LOW_STOCK_THRESHOLD);
    let (_, low) = low_stock(db, threshold, LOOKED_AT)?;
    let named = low.iter().map(|stock| Named {
        subject: format!("{}/{}", stock.product_id, stock.option_id.unwrap_or(0)),
        name: low_stock_name(stock),
        name_en: low_stock_name_en(stock),
    });
    Ok(named.collect())
}

fn full_disk(shop: &Shop, enough: i64) -> Found {
    let free = shop.free_bytes().filter(|free| *free < enough);
    Found { free_bytes: free, ..Found::one(AlertKind::LowDisk, free.is_some(), 1) }
}
