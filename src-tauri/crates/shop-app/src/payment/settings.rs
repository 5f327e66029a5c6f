//! How orders can be paid in this shop, and how long a deposit is awaited, part of the shop's settings.

use shop_domain::limits::DEPOSIT_DAYS;
use shop_store::setting::read;
use shop_store::{Db, StoreResult};

use crate::setting;
use shop_contract::PaymentMethod;

/// Every way to pay beside points, in the order in which they are shown.
const BESIDE_POINTS: [PaymentMethod; 2] = [PaymentMethod::BankTransfer, PaymentMethod::Cash];

/// How orders can be paid; points always, and alone in a shop without the setting.
pub(crate) fn payment_methods(db: &Db) -> StoreResult<Vec<PaymentMethod>> {
    let mut methods = vec![PaymentMethod::Point];
    methods.extend(read::<Vec<PaymentMethod>>(db, setting::PAYMENT_METHODS)?.unwrap_or_default());
    Ok(methods)
}

/// The methods beside points among `methods`, each once, in their order.
pub(crate) fn open_beside_points(methods: &[PaymentMethod]) -> Vec<PaymentMethod> {
    BESIDE_POINTS.into_iter().filter(|method| methods.contains(method)).collect()
}

/// Business days after today's on which a deposit may still come.
pub(crate) fn deposit_days(db: &Db) -> StoreResult<i64> {
    Ok(read(db, setting::DEPOSIT_DAYS)?.unwrap_or(DEPOSIT_DAYS))
}
