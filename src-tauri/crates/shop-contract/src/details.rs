//! The facts that belong to an error, by its code. A client branches on the code and finds these fields, and no others.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{AdminRole, Conflict, ErrorCode, InvalidInput, OrderAction, OrderState, StorageReason};

/// Details by code. A code that is missing here never has any.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "code", content = "details", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ErrorDetails {
    /// Which fields are wrong.
    InvalidInput(InvalidInput),
    /// Which lines ask for more than there is.
    #[serde(rename_all = "camelCase")]
    InsufficientStock {
        /// All of them.
        items: Vec<ShortItem>,
    },
    /// The limit per customer and what counts towards it.
    #[serde(rename_all = "camelCase")]
    ExceededLimitedQuantity {
        /// The product, where the request names several.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        product_id: Option<i64>,
        /// Units that one customer may buy.
        limited_quantity: i64,
        /// Units that the customer already bought.
        already_bought: i64,
        /// Units in the cart before this request.
        in_cart: i64,
        /// Units that this request asks for.
        requested: i64,
    },
    /// Which coupon and why.
    #[serde(rename_all = "camelCase")]
    InvalidCoupon {
        /// The customer's coupon.
        user_coupon_id: i64,
        /// Why it does not apply.
        reason: CouponReason,
    },
    /// The state that forbids it.
    #[serde(rename_all = "camelCase")]
    InvalidOrderState {
        /// The order's state.
        state: OrderState,
        /// What was asked of the order, or of its customer.
        asked: OrderAction,
        /// The order, where the request names none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order_id: Option<i64>,
    },
    /// Both amounts, in won.
    AmountMismatch {
        /// The shop's figure.
        expected: i64,
        /// The client's figure.
        actual: i64,
    },
    /// Points, in won.
    InsufficientBalance {
        /// What the order costs.
        required: i64,
        /// What the customer has.
        available: i64,
        /// The difference.
        shortfall: i64,
    },
    /// The level that cannot be adjusted so.
    InvalidStockAdjustment {
        /// Units in stock.
        available: i64,
    },
    /// What is missing.
    #[serde(rename_all = "camelCase")]
    Forbidden {
        /// What it is.
        reason: ForbiddenReason,
        /// The least role that may do it; only with the reason `ROLE`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        needed_role: Option<AdminRole>,
    },
    /// The product, where the request names several.
    #[serde(rename_all = "camelCase")]
    ProductNotFound {
        /// The first product that is not for sale.
        product_id: i64,
    },
    /// What became of the coupon, where customers may know.
    CouponNotFound {
        /// What became of it.
        reason: LostCoupon,
    },
    /// The line, where the request names several.
    #[serde(rename_all = "camelCase")]
    CartItemNotFound {
        /// The first line that is not in the cart.
        cart_item_id: i64,
    },
    /// The reason.
    Conflict(Conflict),
    /// When to ask again.
    #[serde(rename_all = "camelCase")]
    TooManyRequests {
        /// Seconds to wait.
        retry_after: i64,
    },
    /// Where the log has more.
    #[serde(rename_all = "camelCase")]
    InternalError {
        /// The id of the log lines.
        trace_id: String,
        /// `OUTCOME_UNKNOWN`: the request may have taken effect; repeat it with its idempotency key. In the window, why
        /// the shop could not be opened.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Why the file cannot be written to.
    StorageUnavailable {
        /// The reason.
        reason: StorageReason,
        /// Bytes that a copy needs, the reserve of the shop included; only where a copy was refused for lack of room.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        needed: Option<i64>,
        /// Bytes that are free; only together with `needed`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        free: Option<i64>,
    },
}

impl ErrorDetails {
    /// The code to which they belong.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::InvalidInput(_) => ErrorCode::InvalidInput,
            Self::InsufficientStock { .. } => ErrorCode::InsufficientStock,
            Self::ExceededLimitedQuantity { .. } => ErrorCode::ExceededLimitedQuantity,
            Self::InvalidCoupon { .. } => ErrorCode::InvalidCoupon,
            Self::InvalidOrderState { .. } => ErrorCode::InvalidOrderState,
            Self::AmountMismatch { .. } => ErrorCode::AmountMismatch,
            Self::InsufficientBalance { .. } => ErrorCode::InsufficientBalance,
            Self::InvalidStockAdjustment { .. } => ErrorCode::InvalidStockAdjustment,
            Self::Forbidden { .. } => ErrorCode::Forbidden,
            Self::ProductNotFound { .. } => ErrorCode::ProductNotFound,
            Self::CouponNotFound { .. } => ErrorCode::CouponNotFound,
            Self::CartItemNotFound { .. } => ErrorCode::CartItemNotFound,
            Self::Conflict(_) => ErrorCode::Conflict,
            Self::TooManyRequests { .. } => ErrorCode::TooManyRequests,
            Self::InternalError { .. } => ErrorCode::InternalError,
            Self::StorageUnavailable { .. } => ErrorCode::StorageUnavailable,
        }
    }
}

/// A line that asks for more than there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ShortItem {
    /// The product.
    pub product_id: i64,
    /// Its option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_option_id: Option<i64>,
    /// Units asked for.
    pub requested: i64,
    /// Units in stock.
    pub available: i64,
}

crate::codes::mirrored! {
    /// Why a coupon does not apply.
    CouponReason of shop_domain::coupon::CouponReason {
        /// It belongs to another customer, or does not exist.
        NotOwned,
        /// It was used, or taken back.
        NotAvailable,
        /// Its time is over.
        Expired,
        /// Its time has not come.
        NotStarted,
        /// The order's amount before discounts is too small.
        MinOrderAmount,
        /// The same coupon was given before.
        Duplicate,
        /// A third `CART` coupon, or a second `CART_ITEM` coupon for a product.
        LimitExceeded,
        /// None of its products is among the lines, or it would take nothing off.
        NotApplicable,
    }
}

/// What is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ForbiddenReason {
    /// The code with which a shop is set up over the network.
    SetUpCode,
    /// The PIN of the sale room.
    SalePin,
    /// The role of the admin.
    Role,
    /// The account of an admin, which an owner removes.
    Staff,
}

/// What became of a coupon that is no longer issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum LostCoupon {
    /// Its end has passed.
    Ended,
}
