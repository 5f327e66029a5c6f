//! The scenarios, with the sizes that the customer's own documents name where they name one.

use serde::Serialize;

/// What a crowd does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scenario {
    /// Everyone wants one coupon of a few.
    CouponRush,
    /// Everyone wants the last unit of a product.
    LastItem,
    /// A coupon and a unit are needed together, one for each customer.
    LimitedEdition,
    /// Many products; half of the crowd wants the same one.
    FlashSale,
    /// One wallet pays many orders at once and has points for a few.
    WalletRace,
    /// Coupons, orders and payments mixed.
    Mixed,
}

impl Scenario {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 6] =
        [Self::CouponRush, Self::LastItem, Self::LimitedEdition, Self::FlashSale, Self::WalletRace, Self::Mixed];

    /// The name on a command line and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CouponRush => "coupon-rush",
            Self::LastItem => "last-item",
            Self::LimitedEdition => "limited-edition",
            Self::FlashSale => "flash-sale",
            Self::WalletRace => "wallet-race",
            Self::Mixed => "mixed",
        }
    }

    /// Users and stock where nothing else is asked for.
    #[must_use]
    pub const fn usual_size(self) -> (usize, i64) {
        match self {
            Self::CouponRush | Self::LimitedEdition | Self::FlashSale => (1_000, 100),
            Self::LastItem => (100, 1),
            Self::WalletRace => (100, 10),
            Self::Mixed => (500, 100),
        }
    }

    /// Products of the scratch shop. The first is the contended one.
    pub(super) const fn products(self) -> usize {
        match self {
            Self::CouponRush => 0,
            Self::LastItem | Self::LimitedEdition | Self::WalletRace => 1,
            Self::FlashSale | Self::Mixed => 20,
        }
    }

    /// Whether a coupon is contended.
    pub(super) const fn has_coupon(self) -> bool {
        matches!(self, Self::CouponRush | Self::LimitedEdition | Self::Mixed)
    }
}
