//! The details of `CONFLICT`: the shop is in another state than the request needs.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    AccountConflict, AdminCoupon, AdminOrder, AdminProduct, ChargeConflict, CopyFault, DocumentState, GoodsCodeKind,
    OutboxEvent, RestockConflict, ReturnConflict, ReturnState, SaleRoomConflict, Settings,
};

/// Why a change is refused.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum Conflict {
    /// The row has changed since the client read it.
    Stale {
        /// The row as it is now.
        current: Current,
    },
    /// A product holds as many options as it can.
    #[serde(rename_all = "camelCase")]
    OptionsFull {
        /// The most options that a product can have.
        most_options: i64,
    },
    /// A product has as many pictures as it can.
    #[serde(rename_all = "camelCase")]
    PicturesFull {
        /// The most pictures that a product can have.
        most_images: i64,
    },
    /// The stock has changed since it was seen.
    #[serde(rename_all = "camelCase")]
    StockMoved {
        /// Units that the client saw.
        seen_quantity: i64,
        /// Units in stock now.
        available_quantity: i64,
    },
    /// Another product or option bears the code.
    #[serde(rename_all = "camelCase")]
    CodeTaken {
        /// The kind of the code.
        code_kind: GoodsCodeKind,
        /// The code.
        code: String,
        /// The product that bears it, or whose option does.
        product_id: i64,
        /// Its Korean name.
        product_name: String,
        /// The option that bears it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        product_option_id: Option<i64>,
    },
    /// The copy cannot be used.
    UnusableCopy {
        /// Why.
        reason: CopyFault,
        /// What was found, in English.
        found: String,
    },
    /// The account cannot be changed so.
    Account {
        /// Why.
        reason: AccountConflict,
    },
    /// The sale room does not allow it.
    SaleRoom {
        /// Why.
        reason: SaleRoomConflict,
    },
    /// Points cannot be charged, or a request for points cannot end so.
    Charge {
        /// Why.
        reason: ChargeConflict,
    },
    /// A return cannot be asked for, moved on, or refunded.
    Return {
        /// Why.
        reason: ReturnConflict,
        /// The state of the return, where that is why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        state: Option<ReturnState>,
    },
    /// What is in stock is not waited for.
    Restock {
        /// Why.
        reason: RestockConflict,
    },
    /// The shop could not be recovered.
    NotRecovered {
        /// What was found, in English.
        found: String,
    },
}

/// A row as it is now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum Current {
    /// A product.
    Product(Box<AdminProduct>),
    /// A coupon.
    Coupon(Box<AdminCoupon>),
    /// The settings.
    Settings(Box<Settings>),
    /// An event of the outbox.
    OutboxEvent(Box<OutboxEvent>),
    /// What of a document is in force.
    Document(DocumentState),
    /// An order.
    Order(Box<AdminOrder>),
}
