//! The sale room: an admin opens it, guests join with their telephones by a PIN, and buy one thing each, first come, first
//! served, once the countdown is over. What is sold goes through the transactions of orders, payments and coupons.

mod admin;
mod buy_in_sale_room;
mod join_sale_room;
mod queries;
mod view;

pub use admin::{close_sale_room, get_sale_room_for_admin, open_sale_room, remove_sale_guests};
pub use buy_in_sale_room::buy_in_sale_room;
pub use join_sale_room::join_sale_room;
pub use queries::get_sale_room;

use crate::runtime::locks::LockKey;
use shop_contract::{AuditTarget, SaleObject, SaleObjectKind};

/// The thing of a room in the audit log.
fn target(object: &SaleObject) -> (AuditTarget, i64) {
    match object.kind {
        SaleObjectKind::Product => (AuditTarget::Product, object.id),
        SaleObjectKind::Coupon => (AuditTarget::Coupon, object.id),
    }
}

/// The key at which its buyers stand in line.
fn key(object: &SaleObject) -> LockKey {
    match object.kind {
        SaleObjectKind::Product => LockKey::Stock(object.id),
        SaleObjectKind::Coupon => LockKey::Coupon(object.id),
    }
}
