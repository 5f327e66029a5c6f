//! What the clerk of the demo does after a visit: refills what was bought, sends a parcel, and records one that has arrived.

use shop_app::{catalog, order, stock};
use shop_contract::{
    AddCartItem, AdjustStock, AdjustmentType, ById, DeliverOrder, DeliveryState, ListOrdersForAdmin, Order, OrderSort,
    ShipOrder, ShopError, operation,
};

use super::market::Market;
use super::visit::PLENTY;

/// Below so many units, what a visit is about is refilled.
const REFILL_BELOW: i64 = PLENTY + 8;
/// Units of one delivery to the shop.
const REFILL: i64 = 40;
/// Why the stock has changed, for its history.
const REASON: &str = "입고";
/// So many paid orders are left unsent, so that a user of the demo finds some to send.
const WAITING: usize = 6;
/// Parcels that are always on their way.
const ON_THE_WAY: usize = 10;

/// Serves after a visit in which `bought` was put into the cart.
///
/// # Errors
/// The first refusal.
pub(super) async fn serve(
    market: &Market,
    with_parcel: bool,
    bought: &[AddCartItem],
    is_on: &(impl Fn() -> bool + Sync),
) -> Result<(), ShopError> {
    for line in bought {
        if is_on() {
            refill(market, line).await?;
        }
    }
    if with_parcel && is_on() {
        send(market).await?;
    }
    if with_parcel && is_on() {
        hand_over(market).await?;
    }
    Ok(())
}

/// Refills what was bought, where few units are left of it.
async fn refill(market: &Market, bought: &AddCartItem) -> Result<(), ShopError> {
    let asked = ById { id: bought.product_id };
    let product = market.call(market.clerk(), operation::get_product, asked, catalog::get_product).await?;
    let option = product.options.iter().find(|option| Some(option.id) == bought.product_option_id);
    let left = option.map_or(product.available_quantity, |option| option.available_quantity);
    if left >= REFILL_BELOW {
        return Ok(());
    }
    let request = AdjustStock {
        id: bought.product_id,
        product_option_id: bought.product_option_id,
        kind: AdjustmentType::Increase,
        quantity: REFILL,
        seen_quantity: None,
        reason: REASON.to_owned(),
    };
    market.call(market.clerk(), operation::adjust_stock, request, stock::adjust_stock).await.map(drop)
}

/// Sends the order that has waited longest.
async fn send(market: &Market) -> Result<(), ShopError> {
    match longest(market, DeliveryState::Preparing, WAITING).await? {
        Some(order) => {
            let request = ShipOrder::from(ById { id: order.id });
            market.call(market.clerk(), operation::ship_order, request, order::ship_order).await.map(drop)
        }
        None => Ok(()),
    }
}

/// Records that the parcel which is longest on its way has arrived.
async fn hand_over(market: &Market) -> Result<(), ShopError> {
    match longest(market, DeliveryState::Shipped, ON_THE_WAY).await? {
        Some(order) => {
            let request = DeliverOrder { id: order.id, pickup_code: order.pickup_code };
            market.call(market.clerk(), operation::deliver_order, request, order::deliver_order).await.map(drop)
        }
        None => Ok(()),
    }
}

/// The oldest order in that state, where there are more than `left` of them.
async fn longest(market: &Market, state: DeliveryState, left: usize) -> Result<Option<Order>, ShopError> {
    let request = ListOrdersForAdmin {
        delivery_state: Some(state),
        sort: Some(OrderSort::Oldest),
        limit: Some(left as i64 + 1),
        ..ListOrdersForAdmin::default()
    };
    let page =
        market.call(market.clerk(), operation::list_orders_for_admin, request, order::list_orders_for_admin).await?;
    let is_enough = page.items.len() > left;
    Ok(page.items.into_iter().next().filter(|_| is_enough).map(|listed| listed.order))
}
