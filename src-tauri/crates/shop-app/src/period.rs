//! The period of a report in business days.

use shop_domain::BusinessDay;

use crate::context::Shop;
use shop_contract::{Moment, ShopError};

/// Default number of days.
const DAYS: u64 = 30;
/// Maximum number of days.
const MOST_DAYS: i64 = 366;

/// A period; both ends are inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    pub first: BusinessDay,
    pub last: BusinessDay,
}

impl Period {
    /// The last 30 days, including today.
    pub(crate) fn recent(shop: &Shop) -> Self {
        let last = shop.today();
        Self { first: last.minus_days(DAYS - 1), last }
    }

    /// The requested period; the last 30 days by default.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a period that is too long or ends before it begins.
    pub(crate) fn of(shop: &Shop, from: Option<Moment>, to: Option<Moment>) -> Result<Self, ShopError> {
        let last = to.map_or_else(|| shop.today(), |to| to.last_day(shop.zone()));
        let first = from.map_or_else(|| last.minus_days(DAYS - 1), |from| from.first_day(shop.zone()));
        let length = (last.date() - first.date()).num_days() + 1;
        if !(1..=MOST_DAYS).contains(&length) {
            return Err(ShopError::invalid("from", "1 to 366 days before the end"));
        }
        Ok(Self { first, last })
    }

    /// Each day, oldest first.
    pub(crate) fn days(self) -> impl Iterator<Item = String> {
        let next = move |day: &BusinessDay| (*day < self.last).then(|| day.next());
        std::iter::successors(Some(self.first), next).map(|day| day.to_string())
    }
}
