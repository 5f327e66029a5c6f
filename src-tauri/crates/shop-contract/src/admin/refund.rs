//! Refunds of orders, whole and in part, with their preview.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::codes::mirrored;
use crate::{ById, OrderRefund, UnitsOfItem};

mirrored! {
    /// As what money goes back that came from outside.
    RefundTo of shop_domain::refund::RefundTo {
        /// By hand, as it came.
        Outside,
        /// As points.
        Point,
    }
}

/// Pay an order back, or a part of it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RefundOrder {
    /// The order.
    #[schema(minimum = 1)]
    pub id: i64,
    /// The units, each item once; all that is left of the order when absent.
    #[schema(max_items = 100)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<UnitsOfItem>>,
    /// Whether the units go back into stock; they do when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restock: Option<bool>,
    /// Why, for the audit log; 1 to 200 characters.
    #[schema(pattern = r"^\s*\S(.{0,198}\S)?\s*$")]
    pub reason: Option<String>,
    /// As what money goes back that came from outside; by hand when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<RefundTo>,
    /// Whether the shipping fee goes back, once the order is shipped; when absent, it does where no items are named. Before, it
    /// goes back with the whole order, and only then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_fee: Option<bool>,
}

impl RefundOrder {
    /// A refund of all that is left of an order.
    #[must_use]
    pub fn whole(id: i64, reason: Option<&str>) -> Self {
        Self { id, reason: reason.map(str::to_owned), ..Self::default() }
    }
}

/// What a refund would give back.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreviewRefund {
    /// The order.
    #[schema(minimum = 1)]
    pub id: i64,
    /// The units, as an item's id and a number with a colon between them, comma-separated; all that is left when absent.
    #[schema(pattern = r"^[1-9][0-9]{0,15}:[1-9][0-9]{0,6}(,[1-9][0-9]{0,15}:[1-9][0-9]{0,6}){0,99}$")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<String>,
    /// Whether the units would go back into stock; they would when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restock: Option<bool>,
    /// As what money would go back that came from outside; by hand when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<RefundTo>,
    /// Whether the shipping fee would go back, as in the refund.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_fee: Option<bool>,
}

impl From<ById> for PreviewRefund {
    fn from(order: ById) -> Self {
        Self { id: order.id, ..Self::default() }
    }
}

/// Units that a refund gives back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RefundItem {
    /// The item of the order.
    pub order_item_id: i64,
    /// The product.
    pub product_id: i64,
    /// Its option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_option_id: Option<i64>,
    /// Name as sold.
    pub product_name: String,
    /// Units.
    pub quantity: i64,
    /// Won that they get back.
    pub amount: i64,
    /// Units in stock now.
    pub available_before: i64,
    /// Units in stock then.
    pub available_after: i64,
}

/// A coupon that the order used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RefundCoupon {
    /// The customer's coupon.
    pub user_coupon_id: i64,
    /// Name.
    pub name: String,
    /// Whether it comes back: it does when nothing of the order is left.
    pub comes_back: bool,
    /// Whether the customer can use it again if it comes back; else it has run out.
    pub usable: bool,
}

/// What a refund of an order would give back. Nothing is changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RefundPreview {
    /// The order.
    pub order_id: i64,
    /// Won that go back.
    pub amount: i64,
    /// Points that go back.
    pub points: i64,
    /// Won that came from outside and go back by hand; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside_amount: Option<i64>,
    /// Won of shipping fee among them.
    pub shipping_fee: i64,
    /// Whether nothing of the order is left then: it is refunded, and its coupons come back.
    pub is_whole: bool,
    /// The customer's points now.
    pub balance_before: i64,
    /// The customer's points then.
    pub balance_after: i64,
    /// The units.
    pub items: Vec<RefundItem>,
    /// The coupons that the order used.
    pub coupons: Vec<RefundCoupon>,
    /// The business day whose sales go down.
    pub sales_day: String,
    /// The received returns that it settles.
    pub settled_return_ids: Vec<i64>,
}

/// A refund with the fields that only admins see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminRefund {
    /// The fields that the customer sees.
    #[serde(flatten)]
    pub refund: OrderRefund,
    /// The order.
    pub order_id: i64,
    /// The reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whether the units went back into stock.
    pub restock: bool,
    /// The admin, or the customer that cancelled the order; absent where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<i64>,
    /// Name of that user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_name: Option<String>,
}
