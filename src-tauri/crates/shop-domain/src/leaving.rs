//! When a customer may leave the shop, and what is given up then.

use thiserror::Error;

use crate::money::Won;
use crate::order::{DeliveryState, OrderState};
use crate::point::BalanceChange;
use crate::user::AdminRole;

/// Why a user may not leave, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LeaveRefusal {
    /// The account is that of an admin, which an owner removes.
    #[error("the account of an admin")]
    Staff,
    /// This order is still open.
    #[error("order {id} is {state}")]
    OpenOrder {
        /// The order.
        id: i64,
        /// Its state.
        state: OrderState,
    },
}

/// Whether an order still awaits something: its payment, or its delivery. [`LeaveRefusal::OpenOrder`] names such an order.
#[must_use]
pub fn is_open(state: OrderState, delivery: Option<DeliveryState>) -> bool {
    match state {
        OrderState::Normal => true,
        OrderState::Confirmed => delivery != Some(DeliveryState::Delivered),
        OrderState::Cancelled | OrderState::PaymentFailed | OrderState::Refunded => false,
    }
}

/// Decides that a user leaves: one of this role, with this open order, and with these points. Returns the change that gives the
/// points up, if there are any.
///
/// # Errors
/// [`LeaveRefusal`], in its order.
pub fn leave(
    role: Option<AdminRole>,
    open_order: Option<(i64, OrderState)>,
    points: Won,
) -> Result<Option<BalanceChange>, LeaveRefusal> {
    if role.is_some() {
        return Err(LeaveRefusal::Staff);
    }
    if let Some((id, state)) = open_order {
        return Err(LeaveRefusal::OpenOrder { id, state });
    }
    Ok((points > Won::ZERO).then_some(BalanceChange { before: points, after: Won::ZERO }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_open_until_it_has_arrived_or_came_to_nothing() {
        use DeliveryState::{Delivered, Preparing, Shipped};
        use OrderState::{Cancelled, Confirmed, Normal, PaymentFailed, Refunded};
        for (state, delivery, expected) in [
            (Normal, None, true),
            (Confirmed, Some(Preparing), true),
            (Confirmed, Some(Shipped), true),
            (Confirmed, Some(Delivered), false),
            (Cancelled, None, false),
            (PaymentFailed, None, false),
            (Refunded, Some(Preparing), false),
            (Refunded, Some(Delivered), false),
        ] {
            assert_eq!(is_open(state, delivery), expected, "{state}, {delivery:?}");
        }
    }

    #[test]
    fn a_customer_without_an_open_order_leaves_and_gives_up_all_points() {
        let order = Some((7, OrderState::Normal));
        let open = Err(LeaveRefusal::OpenOrder { id: 7, state: OrderState::Normal });
        for (role, order, points, expected) in [
            (None, None, 0, Ok(None)),
            (None, None, 1, Ok(Some(-1))),
            (None, None, Won::MAX.get(), Ok(Some(-Won::MAX.get()))),
            (None, order, 5, open),
            (Some(AdminRole::Clerk), None, 0, Err(LeaveRefusal::Staff)),
            (Some(AdminRole::Owner), order, 5, Err(LeaveRefusal::Staff)),
        ] {
            let left = leave(role, order, Won::new(points).unwrap()).map(|change| change.map(BalanceChange::amount));
            assert_eq!(left, expected, "{role:?} with {order:?} and {points} points");
        }
    }
}
