//! The orders of all customers as admins see them: lists with their sums, and one order with its history.

use crate::codes::mirrored;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AdminRefund, AdminReturn, TableFormat};
use crate::{Language, Moment, Order, OrderState, Payment};

mirrored! {
    /// Where a paid order's parcel is.
    DeliveryState of shop_domain::order::DeliveryState {
        /// Being packed.
        Preparing,
        /// On its way.
        Shipped,
        /// There.
        Delivered,
    }
}

/// The sequence of the orders.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum OrderSort {
    /// The latest one first.
    #[default]
    Newest,
    /// The oldest one first.
    Oldest,
    /// The largest total first, of equal ones the latest; at most 20,000 orders may match.
    AmountDesc,
    /// The smallest total first, of equal ones the latest; at most 20,000 orders may match.
    AmountAsc,
}

/// Which orders are wanted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListOrdersForAdmin {
    /// Only those in this state.
    pub state: Option<OrderState>,
    /// Only paid ones whose parcel is there.
    pub delivery_state: Option<DeliveryState>,
    /// Only this customer's.
    pub user_id: Option<i64>,
    /// Placed at or after this instant, or from this day on.
    #[schema(value_type = Option<String>, pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2}))?$")]
    pub from: Option<Moment>,
    /// Placed before this instant, or up to and on this day.
    #[schema(value_type = Option<String>, pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2}))?$")]
    pub to: Option<Moment>,
    /// Any part of the order's number, of the recipient's or the customer's name, of either telephone number however it is
    /// written, of the customer's e-mail, of the name of an ordered product or option, or of the delivery memo. What begins with
    /// `ORD-` is taken for a number alone.
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub q: Option<String>,
    /// Their sequence; the latest first when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<OrderSort>,
    /// Where the page before ended.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 100; 20 when absent.
    #[schema(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// Which orders go into an export, and which part of it is wanted; the filters are those of the list. Over HTTP the whole of
/// it comes as one file with `Accept: text/csv`, or the media type of XLSX.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportOrders {
    /// Only those in this state.
    pub state: Option<OrderState>,
    /// Only paid ones whose parcel is there.
    pub delivery_state: Option<DeliveryState>,
    /// Only this customer's.
    pub user_id: Option<i64>,
    /// Placed at or after this instant, or from this day on.
    #[schema(value_type = Option<String>, pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2}))?$")]
    pub from: Option<Moment>,
    /// Placed before this instant, or up to and on this day.
    #[schema(value_type = Option<String>, pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2}))?$")]
    pub to: Option<Moment>,
    /// Any part of the order's number, of the recipient's or the customer's name, of either telephone number however it is
    /// written, or of the customer's e-mail. What begins with `ORD-` is taken for a number alone.
    #[serde(default, deserialize_with = "crate::deserialize::optional_words")]
    pub q: Option<String>,
    /// Where the part before ended; the first part when absent.
    #[schema(max_length = 512, pattern = r"^[A-Za-z0-9_-]+$")]
    pub cursor: Option<String>,
    /// The format; CSV when absent. A workbook comes whole, without a cursor, and has at most 200,000 orders.
    pub format: Option<TableFormat>,
    /// The language of headings and states; times are then in the shop's zone without an offset. When absent, the names and
    /// codes of programs.
    pub language: Option<Language>,
}

/// The customer of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderCustomer {
    /// Id.
    pub id: i64,
    /// Name.
    pub name: String,
    /// E-mail.
    pub email: String,
}

/// An order with its customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminOrder {
    /// As its customer sees it.
    #[serde(flatten)]
    pub order: Order,
    /// The customer who placed it.
    pub customer: OrderCustomer,
    /// Won that was given back and came from outside, so that it is sent by hand; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside_refund_amount: Option<i64>,
    /// How many notes of admins there are on it; absent where there are none, and in webhooks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_count: Option<i64>,
}

/// Some orders added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderSummary {
    /// How many.
    pub count: i64,
    /// Won ordered: what the orders were placed for, after discounts and with shipping fees, whatever became of them.
    pub ordered: i64,
    /// Won paid for them with shipping fees, less what was paid back.
    pub sales: i64,
    /// Won taken off by coupons.
    pub discounts: i64,
    /// Won of shipping fees, of all orders; absent where there were none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub shipping_fees: i64,
    /// Whether all orders were added up. `false` where `q` occurs in more orders than are added up at once, several
    /// thousand: each figure is then the least that it can be. The list and the export hold every order in any case.
    pub is_exact: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_zero(won: &i64) -> bool {
    *won == 0
}

/// A page of orders.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdminOrderPage {
    /// The rows of this page.
    pub items: Vec<AdminOrder>,
    /// Send it back as `cursor` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// All that the filter finds, added up; on the first page alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<OrderSummary>,
}

/// What happened to an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum OrderStep {
    /// It was placed.
    Placed,
    /// It was paid.
    Paid,
    /// Its parcel left.
    Shipped,
    /// That it was shipped was undone.
    Unshipped,
    /// Its parcel arrived.
    Delivered,
    /// Its payment failed and everything was given back.
    PaymentFailed,
    /// It was given up, or ran out.
    Cancelled,
    /// A part of it was paid back.
    PartlyRefunded,
    /// It was paid back.
    Refunded,
}

/// One step of an order's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderEvent {
    /// What happened.
    pub step: OrderStep,
    /// When.
    pub at: DateTime<Utc>,
    /// The admin who did it, where one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<i64>,
    /// That admin's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_name: Option<String>,
}

/// An order with all that is known of it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrderDetail {
    /// The order.
    pub order: AdminOrder,
    /// What happened to it, oldest first.
    pub timeline: Vec<OrderEvent>,
    /// Every try to pay it, oldest first.
    pub payments: Vec<Payment>,
    /// Its refunds, oldest first.
    #[serde(default)]
    #[schema(required = true)]
    pub refunds: Vec<AdminRefund>,
    /// The returns that its customer asked for, oldest first.
    #[serde(default)]
    #[schema(required = true)]
    pub returns: Vec<AdminReturn>,
}
