//! Requests to be told when something is in stock again.

use thiserror::Error;

use super::{ProductState, StockStatus};
use crate::code::coded;
use crate::limits::MAX_RESTOCK_NOTICES;

coded! {
    /// State of a request.
    RestockState {
        /// It is not in stock yet.
        Waiting => "WAITING",
        /// It was in stock again, and the customer was told.
        Notified => "NOTIFIED",
        /// The customer has withdrawn it.
        Deleted => "DELETED",
    }
}

/// Why a request is refused, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum RestockRefusal {
    /// `PRODUCT_NOT_FOUND`: it will not be sold again, or is no such option.
    #[error("not sold")]
    ProductNotFound,
    /// `CONFLICT`: it can be bought now.
    #[error("in stock")]
    InStock,
    /// `INVALID_INPUT`: the customer waits for as many as a customer can.
    #[error("too many requests")]
    TooMany,
}

/// Decides a request for a product with `available` units, or for one of its options; `is_offered` says whether it is the
/// product, or an option of it on sale. `waiting` are the other requests of the customer that wait.
///
/// # Errors
/// [`RestockRefusal`], in its order.
pub fn request_restock(
    state: ProductState,
    is_offered: bool,
    available: i64,
    waiting: i64,
) -> Result<(), RestockRefusal> {
    if !is_offered || matches!(state, ProductState::Discontinued | ProductState::Deleted) {
        return Err(RestockRefusal::ProductNotFound);
    }
    if StockStatus::of(state, available) == StockStatus::Available {
        return Err(RestockRefusal::InStock);
    }
    if waiting >= MAX_RESTOCK_NOTICES {
        return Err(RestockRefusal::TooMany);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RestockRefusal::{InStock, ProductNotFound, TooMany};
    use super::*;

    #[test]
    fn what_cannot_be_bought_now_can_be_waited_for() {
        for (state, is_offered, available, waiting, expected) in [
            (ProductState::Normal, true, 0, 0, Ok(())),
            (ProductState::OutOfStock, true, 7, 0, Ok(())),
            (ProductState::Normal, true, 1, 0, Err(InStock)),
            (ProductState::Normal, false, 0, 0, Err(ProductNotFound)),
            (ProductState::Discontinued, true, 0, 0, Err(ProductNotFound)),
            (ProductState::Deleted, true, 0, 0, Err(ProductNotFound)),
            (ProductState::Normal, true, 0, MAX_RESTOCK_NOTICES, Err(TooMany)),
            (ProductState::Normal, true, 1, MAX_RESTOCK_NOTICES, Err(InStock)),
            (ProductState::Normal, true, 0, MAX_RESTOCK_NOTICES - 1, Ok(())),
        ] {
            let decided = request_restock(state, is_offered, available, waiting);
            assert_eq!(decided, expected, "{state} {is_offered} {available} {waiting}");
        }
    }
}
