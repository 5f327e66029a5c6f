//! The facts of a refund, and its refusals as errors of the contract.

use shop_domain::Won;
use shop_domain::refund::{
    LineUnits, OpenReturn, RefundFacts, RefundLine, RefundPlan, RefundRefusal, RefundTo, RefundWish, plan_refund,
};
use shop_store::order::Order;
use shop_store::payment::PaymentsLeft;
use shop_store::{Db, StoreError, StoreResult};

use crate::runtime::WorkError;
use shop_contract::{ReturnConflict, ShopError, invalid_units, unknown_item};

/// An order with everything that a refund of it depends on.
pub(in crate::order) struct Books {
    /// The order.
    pub(in crate::order) order: Order,
    lines: Vec<RefundLine>,
    left: PaymentsLeft,
    open_returns: Vec<OpenReturn>,
}

impl Books {
    /// Reads them.
    pub(in crate::order) fn read(db: &Db, order: Order) -> StoreResult<Self> {
        Ok(Self {
            lines: shop_store::order::refund_lines(db, order.id)?,
            left: shop_store::payment::left(db, order.id)?,
            open_returns: shop_store::returns::open_of_order(db, order.id)?,
            order,
        })
    }

    /// Decides the refund of these units, or of all that is left.
    pub(in crate::order) fn plan(
        &self,
        units: Option<&[LineUnits]>,
        shipping_fee: Option<bool>,
        to: RefundTo,
    ) -> Result<RefundPlan, RefundRefusal> {
        let facts = RefundFacts {
            state: self.order.state,
            delivery_state: self.order.delivery_state,
            fee_left: self.order.shipping_fee.saturating_sub(self.order.refunded_fee),
            lines: &self.lines,
            outside_left: self.left.outside,
            points_left: self.left.points,
            open_returns: &self.open_returns,
        };
        plan_refund(&facts, &RefundWish { units, shipping_fee, to })
    }

    /// Decides the refund of all that is left.
    pub(in crate::order) fn plan_whole(&self) -> Result<RefundPlan, RefundRefusal> {
        self.plan(None, None, RefundTo::Outside)
    }

    /// What was refunded of the order before.
    pub(in crate::order) const fn refunded(&self) -> Won {
        self.order.refunded_amount
    }
}

/// A refusal as an error.
pub(in crate::order) fn refused(refusal: RefundRefusal) -> WorkError {
    match refusal {
        RefundRefusal::InvalidOrderState(refusal) => ShopError::from(refusal).into(),
        RefundRefusal::UnknownItem(index) => unknown_item(index).into(),
        RefundRefusal::InvalidQuantity { index, left } => invalid_units(index, left).into(),
        RefundRefusal::FeeOfUnshipped => {
            ShopError::invalid("shippingFee", "goes back with the whole order until it is shipped").into()
        }
        RefundRefusal::Nothing => ShopError::invalid("items", "nothing to refund").into(),
        RefundRefusal::BeingReturned => ShopError::from(ReturnConflict::BeingReturned).into(),
        RefundRefusal::Books => StoreError::BadValue(refusal.to_string()).into(),
    }
}
