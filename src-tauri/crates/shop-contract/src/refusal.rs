//! Refusals of the domain as errors of the contract.

use shop_domain::cart::{CartRefusal, LimitExceeded};
use shop_domain::catalog::RestockRefusal;
use shop_domain::charge::{ChargeRefusal, ChargeState};
use shop_domain::coupon::{CouponRefusal, IssueRefusal};
use shop_domain::leaving::LeaveRefusal;
use shop_domain::order::{DeliveryEvent, DepositRefusal, InvalidOrderState, OrderEvent, PayRefusal, PlaceRefusal};
use shop_domain::refund::ReturnRefusal;
use shop_domain::stock::ShortLine;
use shop_domain::user::{ConsentRefusal, MissingConsent};

use crate::{
    ChargeConflict, Conflict, ErrorCode, ErrorDetails, ForbiddenReason, LostCoupon, OrderAction, RestockConflict,
    ReturnConflict, ShopError, ShortItem,
};

impl From<CartRefusal> for ShopError {
    fn from(refusal: CartRefusal) -> Self {
        match refusal {
            CartRefusal::InvalidQuantity => Self::invalid("quantity", "1 to 1,000,000 units"),
            CartRefusal::ProductNotFound => ErrorCode::ProductNotFound.into(),
            CartRefusal::InsufficientStock(short) => insufficient_stock(&[short]),
            CartRefusal::LimitExceeded(limit) => limit_exceeded(None, limit),
            CartRefusal::CartFull => Self::invalid("productId", "the cart holds 100 lines already"),
        }
    }
}

impl From<CouponRefusal> for ShopError {
    fn from(refusal: CouponRefusal) -> Self {
        let CouponRefusal { user_coupon_id, reason, .. } = refusal;
        ErrorDetails::InvalidCoupon { user_coupon_id, reason: reason.into() }.into()
    }
}

impl From<IssueRefusal> for ShopError {
    fn from(refusal: IssueRefusal) -> Self {
        match refusal {
            IssueRefusal::NotFound => ErrorCode::CouponNotFound.into(),
            IssueRefusal::Ended => ErrorDetails::CouponNotFound { reason: LostCoupon::Ended }.into(),
            IssueRefusal::AlreadyIssued => ErrorCode::CouponAlreadyIssued.into(),
            IssueRefusal::SoldOut => ErrorCode::CouponSoldOut.into(),
        }
    }
}

impl From<PlaceRefusal> for ShopError {
    fn from(refusal: PlaceRefusal) -> Self {
        match refusal {
            PlaceRefusal::CartEmpty => ErrorCode::CartEmpty.into(),
            PlaceRefusal::ProductNotFound { product_id } => ErrorDetails::ProductNotFound { product_id }.into(),
            PlaceRefusal::LimitExceeded { product_id, details } => limit_exceeded(Some(product_id), details),
            PlaceRefusal::InsufficientStock(short) => insufficient_stock(&short),
            PlaceRefusal::AmountOutOfRange => Self::invalid("amount", "at most 1,000,000,000,000 won"),
            PlaceRefusal::Coupon(refusal) => refusal.into(),
            PlaceRefusal::AmountMismatch { expected, actual } => {
                ErrorDetails::AmountMismatch { expected: expected.get(), actual }.into()
            }
        }
    }
}

impl From<PayRefusal> for ShopError {
    fn from(refusal: PayRefusal) -> Self {
        match refusal {
            PayRefusal::InvalidAmount => Self::invalid("amount", "1 to 1,000,000,000,000 won"),
            PayRefusal::UnknownMethod => Self::invalid("paymentMethod", "POINT, BANK_TRANSFER or CASH"),
            PayRefusal::MethodNotOpen(_) => Self::invalid("paymentMethod", "NOT_OPEN"),
            PayRefusal::InvalidPart => Self::invalid("pointAmount", "0 to less than the amount, not with POINT"),
            PayRefusal::OrderNotFound => ErrorCode::OrderNotFound.into(),
            PayRefusal::InvalidOrderState(refusal) => refusal.into(),
            PayRefusal::AmountMismatch { expected, actual } => {
                ErrorDetails::AmountMismatch { expected: expected.get(), actual: actual.get() }.into()
            }
            PayRefusal::InsufficientBalance { required, available, shortfall } => ErrorDetails::InsufficientBalance {
                required: required.get(),
                available: available.get(),
                shortfall: shortfall.get(),
            }
            .into(),
        }
    }
}

impl From<DepositRefusal> for ShopError {
    fn from(refusal: DepositRefusal) -> Self {
        match refusal {
            DepositRefusal::InvalidAmount => Self::invalid("amount", "1 to 1,000,000,000,000 won"),
            DepositRefusal::InvalidOrderState(refusal) => refusal.into(),
            DepositRefusal::AmountMismatch { expected, actual } => {
                ErrorDetails::AmountMismatch { expected: expected.get(), actual }.into()
            }
        }
    }
}

impl From<ChargeRefusal> for ShopError {
    fn from(refusal: ChargeRefusal) -> Self {
        match refusal {
            ChargeRefusal::InvalidAmount => Self::invalid("amount", "1,000 to 10,000,000 won"),
            ChargeRefusal::TooManyWaiting => ChargeConflict::TooManyWaiting.into(),
            ChargeRefusal::Decided(ChargeState::Confirmed) => ChargeConflict::AlreadyConfirmed.into(),
            ChargeRefusal::Decided(_) => ChargeConflict::AlreadyRejected.into(),
            ChargeRefusal::AmountMismatch { expected, actual } => {
                ErrorDetails::AmountMismatch { expected: expected.get(), actual }.into()
            }
        }
    }
}

impl From<RestockRefusal> for ShopError {
    fn from(refusal: RestockRefusal) -> Self {
        match refusal {
            RestockRefusal::ProductNotFound => ErrorCode::ProductNotFound.into(),
            RestockRefusal::InStock => Conflict::Restock { reason: RestockConflict::InStock }.into(),
            RestockRefusal::TooMany => Self::invalid("productId", "100 at most"),
        }
    }
}

impl From<ChargeConflict> for ShopError {
    fn from(reason: ChargeConflict) -> Self {
        ErrorDetails::Conflict(Conflict::Charge { reason }).into()
    }
}

impl From<InvalidOrderState> for ShopError {
    fn from(refusal: InvalidOrderState) -> Self {
        let (state, asked) = (refusal.state.into(), action(refusal.asked));
        ErrorDetails::InvalidOrderState { state, asked, order_id: None }.into()
    }
}

impl From<LeaveRefusal> for ShopError {
    fn from(refusal: LeaveRefusal) -> Self {
        match refusal {
            LeaveRefusal::Staff => ForbiddenReason::Staff.into(),
            LeaveRefusal::OpenOrder { id, state } => {
                ErrorDetails::InvalidOrderState { state: state.into(), asked: OrderAction::Leave, order_id: Some(id) }
                    .into()
            }
        }
    }
}

impl From<ReturnRefusal> for ShopError {
    fn from(refusal: ReturnRefusal) -> Self {
        match refusal {
            ReturnRefusal::InvalidOrderState(refusal) => refusal.into(),
            ReturnRefusal::Nothing => Self::invalid("items", "at least one item"),
            ReturnRefusal::UnknownItem(index) => unknown_item(index),
            ReturnRefusal::InvalidQuantity { index, left } => invalid_units(index, left),
            ReturnRefusal::AlreadyOpen(_) => ReturnConflict::ReturnOpen.into(),
        }
    }
}

impl From<ReturnConflict> for ShopError {
    fn from(reason: ReturnConflict) -> Self {
        ErrorDetails::Conflict(Conflict::Return { reason, state: None }).into()
    }
}

/// An item that the order does not have, or that is named twice.
pub fn unknown_item(index: usize) -> ShopError {
    ShopError::invalid(&format!("items[{index}].orderItemId"), "an item of the order, named once")
}

/// Not a number of units that are left.
pub fn invalid_units(index: usize, left: i64) -> ShopError {
    ShopError::invalid(&format!("items[{index}].quantity"), &format!("1 to {left} units"))
}

impl From<ConsentRefusal> for ShopError {
    fn from(refusal: ConsentRefusal) -> Self {
        match refusal {
            ConsentRefusal::OtherVersion(missing) => Self::invalid("version", &missing.to_string()),
            ConsentRefusal::Needed => Self::invalid("given", "this consent cannot be taken back"),
        }
    }
}

/// The consents that a registration lacks, each with the version that is in force.
pub fn missing_consents(missing: Vec<MissingConsent>) -> ShopError {
    ShopError::invalid_fields(missing.into_iter().map(|missing| {
        let field = format!("consents.{}", missing.document.as_str().to_lowercase());
        (field, missing.to_string())
    }))
}

fn action(asked: &str) -> OrderAction {
    let of_parcel = || match DeliveryEvent::parse(asked) {
        _ if asked == "TRACK" => OrderAction::Track,
        _ if asked == "RETURN" => OrderAction::Return,
        Ok(DeliveryEvent::Ship) => OrderAction::Ship,
        Ok(DeliveryEvent::Unship) => OrderAction::Unship,
        Ok(DeliveryEvent::Deliver) | Err(_) => OrderAction::Deliver,
    };
    OrderEvent::parse(asked).map_or_else(
        |_| of_parcel(),
        |event| match event {
            OrderEvent::Pay => OrderAction::Pay,
            OrderEvent::FailPayment => OrderAction::FailPayment,
            OrderEvent::Cancel => OrderAction::Cancel,
            OrderEvent::Expire => OrderAction::Expire,
            OrderEvent::Refund => OrderAction::Refund,
        },
    )
}

fn limit_exceeded(product_id: Option<i64>, limit: LimitExceeded) -> ShopError {
    let LimitExceeded { limited_quantity, already_bought, in_cart, requested } = limit;
    ErrorDetails::ExceededLimitedQuantity { product_id, limited_quantity, already_bought, in_cart, requested }.into()
}

/// `INSUFFICIENT_STOCK` with every line that falls short, in the cart and in an order alike.
fn insufficient_stock(short: &[ShortLine]) -> ShopError {
    let item = |line: &ShortLine| ShortItem {
        product_id: line.product_id,
        product_option_id: line.option_id,
        requested: line.requested,
        available: line.available,
    };
    ErrorDetails::InsufficientStock { items: short.iter().map(item).collect() }.into()
}
