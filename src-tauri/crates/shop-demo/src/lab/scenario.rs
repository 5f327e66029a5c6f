//! The sizes of the scenarios, those that the customer's own documents name where they name one.

use super::Scenario;

/// Users and stock where nothing else is asked for.
#[must_use]
pub const fn usual_size(scenario: Scenario) -> (usize, i64) {
    match scenario {
        Scenario::CouponRush | Scenario::LimitedEdition | Scenario::FlashSale => (1_000, 100),
        Scenario::LastItem => (100, 1),
        Scenario::WalletRace => (100, 10),
        Scenario::Mixed => (500, 100),
    }
}

/// Products of the scratch shop. The first is the contended one.
pub(super) const fn products(scenario: Scenario) -> usize {
    match scenario {
        Scenario::CouponRush => 0,
        Scenario::LastItem | Scenario::LimitedEdition | Scenario::WalletRace => 1,
        Scenario::FlashSale | Scenario::Mixed => 20,
    }
}

/// Whether a coupon is contended.
pub(super) const fn has_coupon(scenario: Scenario) -> bool {
    matches!(scenario, Scenario::CouponRush | Scenario::LimitedEdition | Scenario::Mixed)
}
