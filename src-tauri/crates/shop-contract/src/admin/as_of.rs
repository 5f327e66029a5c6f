//! Stock, points, coupons and orders as of an instant, with what made them so. All of it is derived from rows that are only
//! added, and from the audit log.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{CouponState, CouponTerms, CouponType, DeliveryState, OrderState};

/// Which thing is wanted, and as of which instant.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GetAsOf {
    /// The user, coupon or order.
    #[schema(minimum = 1)]
    pub id: i64,
    /// The instant; what happened at it counts. Not after `latestAt`. Now when absent.
    #[serde(default, deserialize_with = "crate::deserialize::optional_instant")]
    pub instant: Option<DateTime<Utc>>,
    /// Most causes wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// Which stock level is wanted, and as of which instant.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GetStockAt {
    /// The product.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Its option; absent for the level of the product itself.
    #[schema(minimum = 1)]
    pub product_option_id: Option<i64>,
    /// The instant; what happened at it counts. Not after `latestAt`. Now when absent.
    #[serde(default, deserialize_with = "crate::deserialize::optional_instant")]
    pub instant: Option<DateTime<Utc>>,
    /// Most causes wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// What kind of change a cause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum CauseKind {
    /// The thing came to be: a stock level with its first units, an account, a coupon, an order.
    Created,
    /// An order took units.
    Sale,
    /// An order that ended gave units back.
    Restore,
    /// An admin added units.
    Increase,
    /// An admin took units away.
    Decrease,
    /// An admin stated what was counted.
    Set,
    /// The customer charged points.
    Charge,
    /// An order was paid with points.
    Payment,
    /// Points of an order were given back.
    Refund,
    /// An admin changed points.
    Adjust,
    /// A customer took the coupon.
    Issued,
    /// An order used the coupon.
    Used,
    /// An order that ended gave the coupon back.
    Returned,
    /// An admin changed the coupon.
    Edited,
    /// The end of the coupon was reached.
    Expired,
    /// An admin deleted the coupon.
    Deleted,
    /// The order was paid.
    Paid,
    /// An attempt to pay the order failed.
    AttemptFailed,
    /// The order ended because its payment failed.
    PaymentFailed,
    /// The parcel left.
    Shipped,
    /// That the order was shipped was undone.
    Unshipped,
    /// The parcel arrived.
    Delivered,
    /// The order was cancelled, or its time for payment passed.
    Cancelled,
    /// A part of the order was refunded.
    PartlyRefunded,
    /// The order was refunded.
    Refunded,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Cause {
    /// When.
    pub at: DateTime<Utc>,
    /// What kind of change.
    pub kind: CauseKind,
    /// The change of the figure, signed: units, won or issued coupons. Absent where the figure did not change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<i64>,
    /// The figure after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<i64>,
    /// The admin or customer who did it, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<i64>,
    /// The name of that user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_name: Option<String>,
    /// The order that caused it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_id: Option<i64>,
    /// Its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_number: Option<String>,
    /// Why, in the words of the admin, or as the failure was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// For `EDITED`: the names of the fields that changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields: Option<Vec<String>>,
}

/// Whether all recorded changes make the value that is stored now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RecordCheck {
    /// They do.
    Matches,
    /// They do not: a change was not recorded, or a row was changed.
    Differs,
    /// There are too many of them for one answer: more than 20,000, or for a coupon more than 1,000 issued ones. `verify_books`
    /// compares all.
    NotChecked,
}

/// The instant of an answer among the changes of a thing, and its causes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AsOf {
    /// The instant that is answered for.
    pub instant: DateTime<Utc>,
    /// When the thing came to be. As of an earlier instant it has no value.
    pub first_at: DateTime<Utc>,
    /// Its last change.
    pub last_at: DateTime<Utc>,
    /// The latest instant that can be asked for: now.
    pub latest_at: DateTime<Utc>,
    /// The last change before the instant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_at: Option<DateTime<Utc>>,
    /// The first change after the instant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_at: Option<DateTime<Utc>>,
    /// The changes up to the instant, the latest first.
    pub causes: Vec<Cause>,
    /// Whether there are changes before these.
    pub has_earlier: bool,
    /// The figure before the oldest of `causes`, where there are changes before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earlier_value: Option<i64>,
    /// Whether the changes make the value that is stored now.
    pub check: RecordCheck,
}

/// A stock level as of an instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StockAt {
    /// The product.
    pub product_id: i64,
    /// Its option, where one was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_option_id: Option<i64>,
    /// Units in stock; absent before the level came to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub available_quantity: Option<i64>,
    /// The instant and the causes.
    #[serde(flatten)]
    pub as_of: AsOf,
}

/// The points of a user as of an instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PointsAt {
    /// The user.
    pub user_id: i64,
    /// Points to spend; absent before the account came to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub available_point: Option<i64>,
    /// The instant and the causes.
    #[serde(flatten)]
    pub as_of: AsOf,
}

/// What a coupon was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PastCoupon {
    /// Name.
    pub name: String,
    /// English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// What it is for.
    #[serde(rename = "type")]
    pub kind: CouponType,
    /// Its terms.
    #[serde(flatten)]
    pub terms: CouponTerms,
    /// How many there were in all.
    pub total_quantity: i64,
    /// Usable from.
    pub begin_date: DateTime<Utc>,
    /// Had and usable until.
    pub end_date: DateTime<Utc>,
    /// Whether it was handed out.
    pub state: CouponState,
}

/// A coupon as of an instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CouponAt {
    /// The coupon.
    pub coupon_id: i64,
    /// How many were taken; absent before the coupon came to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_quantity: Option<i64>,
    /// How many of them were used by orders that stood. Absent also where more than 1,000 were taken up to now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used_quantity: Option<i64>,
    /// Its name, terms and state. Absent also where the audit log does not say them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coupon: Option<PastCoupon>,
    /// The instant and the causes; their figure is the number of taken coupons.
    #[serde(flatten)]
    pub as_of: AsOf,
}

/// An order as of an instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderAt {
    /// The order.
    pub order_id: i64,
    /// Its number.
    pub order_number: String,
    /// Its state; absent before it was placed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<OrderState>,
    /// Where its parcel was; absent before it was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_state: Option<DeliveryState>,
    /// Won to pay for it, the same at every instant.
    pub total_amount: i64,
    /// The instant and the causes.
    #[serde(flatten)]
    pub as_of: AsOf,
}
