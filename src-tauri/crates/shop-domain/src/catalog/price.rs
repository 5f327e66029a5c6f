//! The current price: the list price less a running sale. An option has its own list price, and the sale of the product
//! applies to it too. Coupons are applied later, in `coupon`.

use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::catalog::OptionState;
use crate::limits::SALE_RATE;
use crate::money::{Percent, Won};

/// A sale of one product: a rate in per cent from one instant up to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sale {
    rate: Percent,
    begins_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
}

/// A sale outside its limits: a rate that is not 1 to 90 per cent, or an end that is not after the
/// beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a sale")]
pub struct InvalidSale;

impl Sale {
    /// A sale of 1 to 90 per cent.
    ///
    /// # Errors
    /// [`InvalidSale`] for another rate, and for an end that is not after the beginning.
    pub fn new(rate: i64, begins_at: DateTime<Utc>, ends_at: DateTime<Utc>) -> Result<Sale, InvalidSale> {
        let rate_fits = SALE_RATE.contains(&rate);
        match Percent::new(rate) {
            Ok(rate) if rate_fits && begins_at < ends_at => Ok(Sale { rate, begins_at, ends_at }),
            _ => Err(InvalidSale),
        }
    }

    /// Whether the sale runs at `now`: from its beginning up to, not including, its end.
    #[must_use]
    pub fn runs_at(&self, now: DateTime<Utc>) -> bool {
        self.begins_at <= now && now < self.ends_at
    }

    /// The rate.
    #[must_use]
    pub const fn rate(&self) -> Percent {
        self.rate
    }

    /// The first instant of the sale.
    #[must_use]
    pub const fn begins_at(&self) -> DateTime<Utc> {
        self.begins_at
    }

    /// The first instant after the sale.
    #[must_use]
    pub const fn ends_at(&self) -> DateTime<Utc> {
        self.ends_at
    }
}

/// Price of a unit at `now`, rounded down to the won during a sale.
#[must_use]
pub fn price_now(list_price: Won, sale: Option<&Sale>, now: DateTime<Utc>) -> Won {
    let Some(sale) = sale.filter(|sale| sale.runs_at(now)) else {
        return list_price;
    };
    // The rate of a sale is at most 90, so 100 minus it is a rate too.
    let left = Percent::new(100 - sale.rate.get()).expect("BUG: a sale leaves at least 10 per cent");
    list_price.percent(left)
}

/// The lowest and the highest list price at which a product can be bought: those of its options on sale; of all its options
/// if none is on sale; its own price if it has no options.
#[must_use]
pub fn price_range(own: Won, options: &[(OptionState, Won)]) -> (Won, Won) {
    let is_on_sale = |(state, _): &&(OptionState, Won)| *state == OptionState::Normal;
    let all_count = !options.iter().any(|option| is_on_sale(&option));
    let prices = || options.iter().filter(|option| all_count || is_on_sale(option)).map(|(_, price)| *price);
    (prices().min().unwrap_or(own), prices().max().unwrap_or(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prices_of_a_product_are_those_of_its_options_on_sale() {
        use OptionState::{Discontinued, Normal};
        let won = |amount| Won::new(amount).unwrap();
        for (options, least, most) in [
            (&[][..], 39_800, 39_800),
            (&[(Normal, 17_800)], 17_800, 17_800),
            (&[(Normal, 45_000), (Normal, 17_800), (Normal, 20_000)], 17_800, 45_000),
            (&[(Discontinued, 9_000), (Normal, 17_800), (Discontinued, 90_000)], 17_800, 17_800),
            (&[(Discontinued, 9_000), (Discontinued, 90_000)], 9_000, 90_000),
        ] {
            let options: Vec<_> = options.iter().map(|(state, price)| (*state, won(*price))).collect();
            assert_eq!(price_range(won(39_800), &options), (won(least), won(most)), "{options:?}");
        }
    }

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(second, 0).unwrap()
    }

    #[test]
    fn a_running_sale_lowers_the_price_rounded_down() {
        for (list, rate, second, price) in [
            (9_999, 10, 99, 9_999),
            (9_999, 10, 100, 8_999),
            (9_999, 10, 199, 8_999),
            (9_999, 10, 200, 9_999),
            (10_000, 90, 150, 1_000),
            (1, 1, 150, 0),
            (0, 50, 150, 0),
        ] {
            let sale = Sale::new(rate, at(100), at(200)).unwrap();
            let price_then = price_now(Won::new(list).unwrap(), Some(&sale), at(second));
            assert_eq!(price_then.get(), price, "{rate} % off {list} at {second}");
        }
        let list = Won::new(500).unwrap();
        assert_eq!(price_now(list, None, at(150)), list);
    }

    #[test]
    fn a_sale_is_one_to_ninety_per_cent_and_ends_after_it_begins() {
        for (rate, begin, end, fits) in [
            (1, 0, 1, true),
            (90, 0, 1, true),
            (0, 0, 1, false),
            (91, 0, 1, false),
            (10, 1, 1, false),
            (10, 2, 1, false),
        ] {
            assert_eq!(Sale::new(rate, at(begin), at(end)).is_ok(), fits, "{rate} {begin} {end}");
        }
        let sale = Sale::new(30, at(1), at(2)).unwrap();
        assert_eq!((sale.rate().get(), sale.begins_at(), sale.ends_at()), (30, at(1), at(2)));
    }
}
