//! Coupons as admins see, make, change and give them.

use crate::codes::mirrored;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::common::page;
use crate::{Coupon, UserCouponState};

mirrored! {
    /// What a coupon takes its discount from.
    CouponType of shop_domain::coupon::CouponKind {
        /// The whole order.
        Cart,
        /// The lines of the products it names.
        CartItem,
    }
}

mirrored! {
    /// Whether a coupon is handed out.
    CouponState of shop_domain::coupon::CouponState {
        /// Handed out while there are any.
        Normal,
        /// Its end has passed.
        Expired,
        /// Ended by an admin; coupons that customers already took can still be used.
        Discontinued,
        /// Deleted; coupons that customers already took can still be used.
        Deleted,
    }
}

mirrored! {
    /// How customers get a coupon.
    Distribution of shop_domain::coupon::Distribution {
        /// Listed, for each customer that asks.
        Open,
        /// Not listed; for customers that enter its code.
        Code,
        /// Not listed; for customers that an admin chooses.
        Grant,
    }
}

/// What an admin can make of a coupon's state; the others come by themselves or by removing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EditedCouponState {
    /// Handed out.
    Normal,
    /// No longer.
    Discontinued,
}

/// A coupon with what admins know of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminCoupon {
    /// As customers see it; `owned` says nothing here.
    #[serde(flatten)]
    pub coupon: Coupon,
    /// Whether it is handed out.
    pub state: CouponState,
    /// How customers get it. `OPEN` in the audit log of a shop that knew nothing else.
    #[serde(default = "open")]
    #[schema(required = true)]
    pub distribution: Distribution,
    /// The code of a coupon with the distribution `CODE`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// How many are used by orders that stand.
    pub used_quantity: i64,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// Last changed by an admin; what `update_coupon` wants. That one was taken is no change.
    pub updated_at: DateTime<Utc>,
}

fn open() -> Distribution {
    Distribution::Open
}

/// Which coupons are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListCouponsForAdmin {
    /// A part of the name, or its initial consonants.
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub q: Option<String>,
    /// Only those in this state; all but removed ones when absent.
    pub state: Option<CouponState>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

page!(
    /// A page of coupons, latest first.
    AdminCouponPage of AdminCoupon
);

/// Which customers of a coupon are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListCouponHolders {
    /// The coupon.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Only customers whose coupon is in this state.
    pub state: Option<UserCouponState>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// A holder of a coupon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CouponHolder {
    /// Id of the customer's coupon.
    pub id: i64,
    /// The customer.
    pub user_id: i64,
    /// Name.
    pub name: String,
    /// E-mail.
    pub email: String,
    /// The state of the customer's coupon.
    pub state: UserCouponState,
    /// When it was taken.
    pub issued_at: DateTime<Utc>,
    /// The first instant at which it can no longer be used.
    pub expires_at: DateTime<Utc>,
    /// When it was used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used_at: Option<DateTime<Utc>>,
    /// The order that used it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_id: Option<i64>,
    /// That order's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_number: Option<String>,
}

page!(
    /// A page of the holders of a coupon, the latest first.
    CouponHolderPage of CouponHolder
);

/// Make a coupon.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateCoupon {
    /// 1 to 100 characters.
    #[schema(pattern = r"^\s*\S(.{0,98}\S)?\s*$")]
    pub name: String,
    /// English name, 1 to 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    pub name_en: Option<String>,
    /// What it takes its discount from.
    #[serde(rename = "type")]
    pub kind: CouponType,
    /// Percent off, 1 to 100; either this or `discountPrice`.
    #[schema(minimum = 1, maximum = 100)]
    pub discount_rate: Option<i64>,
    /// Won off.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub discount_price: Option<i64>,
    /// At most so many won off.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub max_discount_price: Option<i64>,
    /// Goods for at least so many won.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    #[serde(default)]
    pub min_order_amount: i64,
    /// For a `CART_ITEM` coupon the products it is for, at least one; for another none.
    #[schema(max_items = 100)]
    #[serde(default)]
    pub product_ids: Vec<i64>,
    /// How many there are.
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    pub total_quantity: i64,
    /// Usable from.
    #[serde(deserialize_with = "crate::deserialize::instant")]
    pub begin_date: DateTime<Utc>,
    /// Had and usable before; after `beginDate`.
    #[serde(deserialize_with = "crate::deserialize::instant")]
    pub end_date: DateTime<Utc>,
    /// How customers get it; `OPEN` when absent. Codes go with `CODE` alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distribution: Option<Distribution>,
    /// For the distribution `CODE`: 4 to 32 letters A to Z, digits and hyphens, in any case; no other coupon has it.
    #[schema(max_length = 64)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// Change a coupon: all of it, as it shall be. Once one was taken, what it takes off and from what stays as it is.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateCoupon {
    /// The coupon.
    #[schema(minimum = 1)]
    pub id: i64,
    /// As it was read; another by now is `CONFLICT`. When absent, whatever it is by now is changed.
    #[serde(default, deserialize_with = "crate::deserialize::optional_instant")]
    pub updated_at: Option<DateTime<Utc>>,
    /// 1 to 100 characters.
    #[schema(pattern = r"^\s*\S(.{0,98}\S)?\s*$")]
    pub name: String,
    /// English name, 1 to 100 characters; none when absent.
    #[schema(min_length = 1, max_length = 100)]
    pub name_en: Option<String>,
    /// Whether it is handed out; as it is when absent.
    pub state: Option<EditedCouponState>,
    /// What it takes its discount from.
    #[serde(rename = "type")]
    pub kind: CouponType,
    /// Percent off, 1 to 100; either this or `discountPrice`.
    #[schema(minimum = 1, maximum = 100)]
    pub discount_rate: Option<i64>,
    /// Won off.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub discount_price: Option<i64>,
    /// At most so many won off.
    #[schema(minimum = 1, maximum = 1_000_000_000_000_i64)]
    pub max_discount_price: Option<i64>,
    /// Goods for at least so many won.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    #[serde(default)]
    pub min_order_amount: i64,
    /// For a `CART_ITEM` coupon the products it is for, at least one; for another none.
    #[schema(max_items = 100)]
    #[serde(default)]
    pub product_ids: Vec<i64>,
    /// How many there are; never fewer than were taken.
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    pub total_quantity: i64,
    /// Usable from.
    #[serde(deserialize_with = "crate::deserialize::instant")]
    pub begin_date: DateTime<Utc>,
    /// Taken and used before it; coupons that customers already took keep the end that they had.
    #[serde(deserialize_with = "crate::deserialize::instant")]
    pub end_date: DateTime<Utc>,
    /// How customers get it; as it is when absent. Codes go with `CODE` alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distribution: Option<Distribution>,
    /// For the distribution `CODE`: 4 to 32 letters A to Z, digits and hyphens, in any case; no other coupon has it.
    #[schema(max_length = 64)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// Give a coupon to customers: those named, or those of a filter. Exactly one of the two.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GrantCoupon {
    /// The coupon.
    #[schema(minimum = 1)]
    pub id: i64,
    /// Customers that may sign in, 1 to 1,000.
    #[schema(min_items = 1, max_items = 1000)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_ids: Option<Vec<i64>>,
    /// Every customer that may sign in and suits it, at most 10,000; guests of a sale room are left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<CustomerFilter>,
}

/// Customers by what is known of them.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CustomerFilter {
    /// A part of the name, the e-mail or the phone; of the name also its initial consonants. All when absent.
    #[serde(default, deserialize_with = "crate::deserialize::optional_words", skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
}

/// What a grant did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GrantedCoupons {
    /// Customers that got one.
    pub granted: i64,
    /// Customers of the request that have had one before, and got none.
    pub already_issued: i64,
    /// Coupons issued in all.
    pub issued_quantity: i64,
}
