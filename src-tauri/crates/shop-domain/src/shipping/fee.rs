//! The shipping fee of an order: a base, nothing from an amount of goods on, and a surcharge by postcode.

use thiserror::Error;

use super::postcode::Postcode;
use crate::limits::{MAX_SURCHARGES, OutOfRange};
use crate::money::Won;

/// What is added for a range of postcodes, its ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surcharge {
    /// The first postcode.
    pub from: Postcode,
    /// The last postcode.
    pub to: Postcode,
    /// What is added.
    pub amount: Won,
}

/// What is wrong with a list of surcharges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SurchargeFault {
    /// More of them than [`MAX_SURCHARGES`].
    #[error("at most 200 ranges")]
    TooMany,
    /// The range ends before it begins.
    #[error("a range ends before it begins")]
    Backwards,
    /// A postcode is in two ranges.
    #[error("a postcode is in two ranges")]
    Overlap,
}

/// The shop's rules of the fee. By default all is 0, so that no order has a fee.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShippingRules {
    base: Won,
    free_over: Option<Won>,
    surcharges: Vec<Surcharge>,
    keeps_surcharge: bool,
}

impl ShippingRules {
    /// The rules. `free_over` is the amount of goods from which shipping is free, `None` where it never is;
    /// `keeps_surcharge` says that the surcharge is added then all the same.
    ///
    /// # Errors
    /// [`SurchargeFault`], in its order.
    pub fn new(
        base: Won,
        free_over: Option<Won>,
        mut surcharges: Vec<Surcharge>,
        keeps_surcharge: bool,
    ) -> Result<Self, SurchargeFault> {
        if surcharges.len() > MAX_SURCHARGES {
            return Err(SurchargeFault::TooMany);
        }
        if surcharges.iter().any(|range| range.to < range.from) {
            return Err(SurchargeFault::Backwards);
        }
        surcharges.sort_by_key(|range| range.from);
        if surcharges.windows(2).any(|pair| pair[1].from <= pair[0].to) {
            return Err(SurchargeFault::Overlap);
        }
        Ok(Self { base, free_over, surcharges, keeps_surcharge })
    }

    fn surcharge(&self, postcode: Postcode) -> Won {
        let range = self.surcharges.iter().find(|range| (range.from..=range.to).contains(&postcode));
        range.map_or(Won::ZERO, |range| range.amount)
    }
}

/// Where an order goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    /// The customer picks it up.
    Pickup,
    /// To this postcode.
    Postcode(Postcode),
    /// To an address that is not known yet; the fee is without a surcharge.
    Unknown,
}

/// The fee of an order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fee {
    /// What is paid.
    pub amount: Won,
    /// The part of it that is paid because of the postcode.
    pub surcharge: Won,
    /// How much more of goods would be free of the base; `None` where it is free, or never is.
    pub until_free: Option<Won>,
}

/// The fee for `goods`, the amount after discounts.
///
/// # Errors
/// [`OutOfRange`] where base and surcharge exceed the greatest amount.
pub fn shipping_fee(rules: &ShippingRules, to: Destination, goods: Won) -> Result<Fee, OutOfRange> {
    if to == Destination::Pickup {
        return Ok(Fee::default());
    }
    let is_free = rules.free_over.is_some_and(|free_over| goods >= free_over);
    let surcharge = match to {
        Destination::Postcode(postcode) if !is_free || rules.keeps_surcharge => rules.surcharge(postcode),
        _ => Won::ZERO,
    };
    let base = if is_free { Won::ZERO } else { rules.base };
    let amount = base.checked_add(surcharge)?;
    let would_save = if rules.keeps_surcharge { base } else { amount };
    let until_free = rules.free_over.filter(|_| !would_save.is_zero()).map(|free_over| free_over.saturating_sub(goods));
    Ok(Fee { amount, surcharge, until_free: until_free.filter(|missing| !missing.is_zero()) })
}
