//! What a simulated shopper comes for, and how it is carried out.

use std::time::Duration;

use rand::{RngExt as _, SeedableRng as _, rngs::Xoshiro256PlusPlus};
use shop_app::runtime::Principal;
use shop_app::{cart, catalog, coupon, order, payment, point, user};
use shop_contract::{
    AddCartItem, ById, ChargePoints, Empty, ListProducts, Order, OrderState, PayOrder, PlaceOrder, Product,
    ProductOptionState, ProductSort, QuoteOrder, ShopError, operation,
};

use super::market::Market;
use crate::customers;

/// Products with fewer units are not bought, so that badges such as "3 left" stay as a user of the demo saw them.
pub(super) const PLENTY: i64 = 20;
/// Coupons with fewer left are not taken either.
const PLENTY_OF_COUPONS: i64 = 10;
/// Products among which a shopper chooses.
const SEEN: i64 = 100;
/// Points are charged in round sums of so many won.
const ROUND_SUM: i64 = 300_000;

/// What a visit is for. The drawn numbers choose among what the shop then has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Visit {
    /// Which shopper.
    pub(super) shopper: u64,
    /// What is bought; at least one.
    pub(super) wants: Vec<Want>,
    /// Whether a coupon is taken first, and which.
    pub(super) takes_coupon: Option<u64>,
    /// Whether the best coupons are used.
    pub(super) with_coupons: bool,
    /// How it ends.
    pub(super) ending: Ending,
    /// Whether the clerk has time for a parcel after it.
    pub(super) with_parcel: bool,
}

/// One line of a basket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Want {
    /// Which product.
    pub(super) product: u64,
    /// Which of its options, where it has some.
    pub(super) option: u64,
    /// Units.
    pub(super) quantity: i64,
}

/// How a visit ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Ending {
    /// The shopper has only looked.
    Looks,
    /// Paid.
    Pays,
    /// Cancelled before it is paid.
    Cancels,
    /// Paid, then given back.
    Returns,
    /// Left unpaid, until the shop cancels it.
    Forgets,
}

/// Visits in their order, the same for the same seed.
pub(super) struct Plans {
    random: Xoshiro256PlusPlus,
    /// Apart, so that pauses do not change the visits.
    pauses: Xoshiro256PlusPlus,
}

impl Plans {
    /// The visits of a seed, from the first.
    pub(super) fn new(seed: u64) -> Self {
        let from = |salt: u64| Xoshiro256PlusPlus::seed_from_u64(seed ^ salt);
        Self { random: from(0x73_686f_7070), pauses: from(0x70_6175_7365) }
    }

    /// The next visit.
    pub(super) fn next_visit(&mut self) -> Visit {
        let random = &mut self.random;
        let lines = match random.random_range(0..100) {
            0..=54 => 1,
            55..=84 => 2,
            _ => 3,
        };
        let ending = match random.random_range(0..100) {
            0..=11 => Ending::Looks,
            12..=81 => Ending::Pays,
            82..=87 => Ending::Cancels,
            88..=92 => Ending::Returns,
            _ => Ending::Forgets,
        };
        Visit {
            shopper: random.random(),
            // The lower of two draws: the list begins with what sells best.
            wants: (0..lines)
                .map(|_| Want {
                    product: random
                        .random_range(0..SEEN.unsigned_abs())
                        .min(random.random_range(0..SEEN.unsigned_abs())),
                    option: random.random(),
                    quantity: if random.random_range(0..10) < 8 { 1 } else { 2 },
                })
                .collect(),
            takes_coupon: (random.random_range(0..100) < 25).then(|| random.random()),
            with_coupons: random.random_range(0..100) < 40,
            ending,
            with_parcel: random.random_range(0..100) < 60,
        }
    }

    /// The pause before a visit: a half to one and a half of the mean.
    pub(super) fn pause(&mut self, mean: Duration) -> Duration {
        mean.mul_f64(self.pauses.random_range(0.5..1.5))
    }
}

/// How far a visit came.
#[derive(Debug, Default)]
pub(super) struct Visited {
    /// What went into the cart.
    pub(super) bought: Vec<AddCartItem>,
    /// Whether it came to its end, and was not switched off on the way.
    pub(super) is_over: bool,
}

/// Carries out a visit.
///
/// # Errors
/// The first refusal; what was done before it stays.
pub(super) async fn carry_out(
    market: &Market,
    visit: &Visit,
    is_on: &(impl Fn() -> bool + Sync),
) -> Result<Visited, ShopError> {
    let shopper = market.shopper(visit.shopper);
    let seen = products(market, shopper).await?;
    if visit.ending == Ending::Looks || seen.is_empty() || !is_on() {
        return Ok(Visited { bought: Vec::new(), is_over: is_on() });
    }
    if let Some(drawn) = visit.takes_coupon {
        take_coupon(market, shopper, drawn).await?;
    }
    let bought: Vec<AddCartItem> = visit.wants.iter().map(|want| line(&seen, *want)).collect();
    let mut lines = Vec::with_capacity(bought.len());
    for add in &bought {
        if !is_on() {
            return Ok(Visited { bought, is_over: false });
        }
        lines.push(market.call(shopper, operation::add_cart_item, add.clone(), cart::add_cart_item).await?.id);
    }
    lines.sort_unstable();
    lines.dedup();
    if !is_on() {
        return Ok(Visited { bought, is_over: false });
    }
    let order = place(market, shopper, lines, visit.with_coupons).await?;
    let is_over = is_on();
    if is_over {
        settle(market, shopper, &order, visit.ending).await?;
    }
    Ok(Visited { bought, is_over })
}

/// What there is enough of, the best selling first.
async fn products(market: &Market, shopper: Principal) -> Result<Vec<Product>, ShopError> {
    let request = ListProducts {
        in_stock: Some(true),
        sort: Some(ProductSort::Popular),
        limit: Some(SEEN),
        ..ListProducts::default()
    };
    let page = market.call(shopper, operation::list_products, request, catalog::list_products).await?;
    let is_plentiful = |product: &Product| product.limited_quantity.is_none() && !levels(product).is_empty();
    Ok(page.items.into_iter().filter(is_plentiful).collect())
}

/// The option ids of which there is enough; `None` stands for a product without options.
fn levels(product: &Product) -> Vec<Option<i64>> {
    if product.options.is_empty() {
        return if product.available_quantity >= PLENTY { vec![None] } else { Vec::new() };
    }
    let options = product.options.iter();
    let plentiful =
        options.filter(|option| option.state == ProductOptionState::Normal && option.available_quantity >= PLENTY);
    plentiful.map(|option| Some(option.id)).collect()
}

/// The line of a basket that the drawn numbers stand for.
fn line(seen: &[Product], want: Want) -> AddCartItem {
    let product = &seen[place_in(want.product, seen.len())];
    let levels = levels(product);
    let product_option_id = levels.get(place_in(want.option, levels.len())).copied().flatten();
    AddCartItem { product_id: product.id, product_option_id, quantity: want.quantity }
}

fn place_in(drawn: u64, length: usize) -> usize {
    usize::try_from(drawn % length.max(1) as u64).unwrap_or(0)
}

async fn take_coupon(market: &Market, shopper: Principal, drawn: u64) -> Result<(), ShopError> {
    let offered = market.call(shopper, operation::list_coupons, Empty {}, coupon::list_coupons).await?.items;
    let free: Vec<i64> = offered
        .into_iter()
        .filter(|coupon| !coupon.owned && coupon.remaining_quantity >= PLENTY_OF_COUPONS)
        .map(|coupon| coupon.id)
        .collect();
    if let Some(&id) = free.get(place_in(drawn, free.len())) {
        market.call(shopper, operation::issue_coupon, ById { id }, coupon::issue_coupon).await?;
    }
    Ok(())
}

async fn place(market: &Market, shopper: Principal, lines: Vec<i64>, with_coupons: bool) -> Result<Order, ShopError> {
    let mut coupon_ids = Vec::new();
    if with_coupons {
        let quote = QuoteOrder { coupon_ids: Vec::new(), cart_item_ids: Some(lines.clone()), ..QuoteOrder::default() };
        let quote = market.call(shopper, operation::quote_order, quote, order::quote_order).await?;
        coupon_ids = quote.best_coupon_ids;
    }
    let book = market.call(shopper, operation::list_addresses, Empty {}, user::list_addresses).await?;
    let own = book.items.into_iter().next().map(|address| address.shipping_address);
    let request = PlaceOrder {
        shipping_address: own.unwrap_or_else(|| customers::customer(0).home),
        coupon_ids,
        cart_item_ids: Some(lines),
        items: None,
        delivery_memo: None,
        delivery_method: None,
        expected_total: None,
    };
    market.call(shopper, operation::place_order, request, order::place_order).await
}

async fn settle(market: &Market, shopper: Principal, order: &Order, ending: Ending) -> Result<(), ShopError> {
    let cancel = || market.call(shopper, operation::cancel_order, ById { id: order.id }, order::cancel_order);
    match ending {
        Ending::Looks | Ending::Forgets => {}
        Ending::Pays => pay(market, shopper, order).await?,
        Ending::Cancels => drop(cancel().await?),
        Ending::Returns => {
            pay(market, shopper, order).await?;
            cancel().await?;
        }
    }
    Ok(())
}

/// Pays, and charges points first where too few are left. Coupons may have left nothing to pay.
async fn pay(market: &Market, shopper: Principal, order: &Order) -> Result<(), ShopError> {
    if order.state != OrderState::Normal {
        return Ok(());
    }
    let amount = order.total_amount;
    let points = market.call(shopper, operation::get_points, Empty {}, point::get_points).await?;
    let short = amount - points.available_point;
    if short > 0 {
        let charge = ChargePoints::of((short + ROUND_SUM - 1) / ROUND_SUM * ROUND_SUM);
        market.call(shopper, operation::charge_points, charge, point::charge_points).await?;
    }
    let request = PayOrder::with_points(order.id, amount);
    market.call(shopper, operation::pay_order, request, payment::pay_order).await.map(drop)
}
