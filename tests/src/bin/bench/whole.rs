//! The mix through the use cases, as a face calls them: identity, validation, locks, the domain's decision, events.

use std::sync::Arc;

use anyhow::Result;
use shop_app::context::{Call, Caller as _, Shop, UserCall};
use shop_app::runtime::{Principal, ShopOptions};
use shop_app::{coupon, order, payment};
use shop_contract::{ById, PayOrder, PlaceOrder, ShippingAddress, ShopError};

use crate::clients;
use crate::measure::{Measured, Plan};
use crate::stage::{LINES, PRICE, Stage};
use crate::work::Step;

/// Measures `count` clients of an open shop.
///
/// # Errors
/// The shop cannot be opened.
pub fn mixed(stage: &Stage, plan: Plan, count: usize) -> Result<Measured> {
    let copy = stage.copy()?;
    let shop = Shop::open(ShopOptions::new(copy.folder()))?;
    clients::tasks(plan, count, move |step| {
        let shop = Arc::clone(&shop);
        async move { perform(&shop, step).await.ok() }
    })
}

/// Does a step through its use case and gives the id of what it made.
///
/// # Errors
/// As the use cases have them.
pub async fn perform(shop: &Arc<Shop>, step: Step) -> Result<i64, ShopError> {
    match step {
        Step::Issue { user_id, coupon_id } => {
            Ok(coupon::issue_coupon(call(shop, user_id)?, ById { id: coupon_id }).await?.id)
        }
        Step::Place { user_id } => Ok(order::place_order(call(shop, user_id)?, order()).await?.id),
        Step::Pay { user_id, order_id } => {
            let request = PayOrder::with_points(order_id, LINES * PRICE);
            Ok(payment::pay_order(call(shop, user_id)?, request).await?.id)
        }
    }
}

fn call(shop: &Arc<Shop>, user_id: i64) -> Result<UserCall, ShopError> {
    let principal = Principal { user_id, role: None, session_id: user_id };
    UserCall::admit(Call::new(Arc::clone(shop), Some(principal), None))
}

/// The whole cart, to one address.
pub fn order() -> PlaceOrder {
    PlaceOrder {
        shipping_address: ShippingAddress {
            recipient_name: "Buyer".to_owned(),
            phone: "010-1234-5678".to_owned(),
            zip_code: "04524".to_owned(),
            address: "110 Sejong-daero, Jung-gu, Seoul".to_owned(),
            detail_address: None,
        },
        coupon_ids: Vec::new(),
        cart_item_ids: None,
        items: None,
        delivery_memo: None,
        delivery_method: None,
        expected_total: None,
    }
}
