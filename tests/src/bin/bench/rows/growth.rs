//! Every use case in a small shop and in one that is a hundred or a thousand times larger: it must not become slower.

use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context as _, Result};
use hdrhistogram::Histogram;
use rusqlite::Connection;
use shop_app::context::{Call, Shop};
use shop_app::runtime::ShopOptions;
use shop_app::{cart, catalog, coupon, order, payment, point, ranking};
use shop_contract::{
    AddCartItem, ById, ChargePoints, Empty, ListOrders, ListPopular, ListProducts, PayOrder, QuoteOrder, ShopError,
};
use shop_demo::DemoSize;

use crate::admin::{BigShop, Buyers, size};
use crate::clients::runtime;
use crate::measure::Plan;
use crate::stage::{Copy, Stage};
use crate::table::{Check, Outcome};

/// How often each use case is timed.
const TURNS: usize = 400;
/// How many of them come before, so that caches are warm.
const WARM_UP: usize = 50;
/// How much slower the large shop may be.
const SLOWER: f64 = 1.3;
/// The large shop has so many times the orders, products and customers of the small one.
const TIMES: usize = 100;
/// For the growth of products alone: products of the small shop, as a part of the large shop's orders; the large one has as many
/// products as that has orders.
const FEW_PRODUCTS: usize = 1_000;

/// Ten thousand orders against a million, with products and customers in proportion.
pub fn orders(stage: &Stage, _: Plan) -> Result<Outcome> {
    let small = BigShop::prepare_of(stage, size(stage.orders() / TIMES))?;
    let large = BigShop::prepare(stage)?;
    compare(stage, &small, &large)
}

/// A thousand products against a million, with the same ten thousand orders.
pub fn products(stage: &Stage, _: Plan) -> Result<Outcome> {
    let small = size(stage.orders() / TIMES);
    let of = |products| BigShop::prepare_of(stage, DemoSize { products, ..small });
    let (few, many) = (of(stage.orders() / FEW_PRODUCTS)?, of(stage.orders())?);
    compare(stage, &few, &many)
}

fn compare(stage: &Stage, small: &BigShop, large: &BigShop) -> Result<Outcome> {
    let [before, after] = [Times::of(&small.copy(stage)?)?, Times::of(&large.copy(stage)?)?];
    let mut outcome = Outcome { measured: vec![("small", small.size()), ("large", large.size())], checks: Vec::new() };
    for ((name, small), (_, large)) in before.medians().zip(after.medians()) {
        let note = format!("{small:.3} -> {large:.3} ms");
        outcome.checks.push(Check { note, ..Check::at_most(format!("{name}: x small"), SLOWER, large / small) });
    }
    let bytes = |times: &Times| format!("{:.0}", times.bytes_an_order);
    outcome.measured.push(("bytes a paid order of 3 lines, small", bytes(&before)));
    outcome.measured.push(("bytes a paid order of 3 lines, large", bytes(&after)));
    Ok(outcome)
}

/// How long each use case took in one shop.
struct Times {
    all: Vec<(&'static str, Histogram<u64>)>,
    bytes_an_order: f64,
}

impl Times {
    fn of(copy: &Copy) -> Result<Self> {
        let buyers = Buyers::prepare(copy)?;
        let before = bytes(copy)?;
        let shop = Shop::open(ShopOptions::new(copy.folder()))?;
        let mut times = Self { all: Vec::new(), bytes_an_order: 0.0 };
        let runtime = runtime()?;
        for turn in 0..WARM_UP + TURNS {
            runtime.block_on(times.read(&shop, &buyers, turn))?;
        }
        for turn in 0..WARM_UP + TURNS {
            runtime.block_on(times.buy(&shop, &buyers, turn))?;
        }
        drop(shop);
        times.bytes_an_order = (bytes(copy)? - before) / (WARM_UP + TURNS) as f64;
        Ok(times)
    }

    /// The medians in milliseconds.
    fn medians(&self) -> impl Iterator<Item = (&'static str, f64)> + '_ {
        self.all.iter().map(|(name, times)| (*name, times.value_at_quantile(0.5) as f64 / 1e6))
    }

    async fn timed<T>(
        &mut self,
        (name, turn): (&'static str, usize),
        work: impl Future<Output = Result<T, ShopError>>,
    ) -> Result<T> {
        let started = Instant::now();
        let done = work.await.with_context(|| name)?;
        let took = u64::try_from(started.elapsed().as_nanos())?;
        if turn >= WARM_UP {
            let place = self.all.iter().position(|(known, _)| *known == name).unwrap_or(self.all.len());
            if place == self.all.len() {
                self.all.push((name, Histogram::new(3)?));
            }
            self.all[place].1.record(took)?;
        }
        Ok(done)
    }

    /// What customers look at.
    async fn read(&mut self, shop: &Arc<Shop>, buyers: &Buyers, turn: usize) -> Result<()> {
        let visitor = || Call::new(Arc::clone(shop), None, None);
        let customer = || buyers.call(shop, turn);
        let list =
            |q: Option<&str>| ListProducts { q: q.map(str::to_owned), limit: Some(50), ..ListProducts::default() };
        let id = buyers.product(turn);
        self.timed(("product", turn), catalog::get_product(visitor(), ById { id })).await?;
        self.timed(("list of 50", turn), catalog::list_products(visitor(), list(None))).await?;
        self.timed(("search", turn), catalog::list_products(visitor(), list(Some("사과")))).await?;
        self.timed(("categories", turn), catalog::list_categories(visitor(), Empty {})).await?;
        let popular = ranking::popular_products(visitor(), ListPopular { days: None, limit: None });
        self.timed(("popular", turn), popular).await?;
        self.timed(("cart", turn), cart::get_cart(customer()?, Empty {})).await?;
        self.timed(("coupons", turn), coupon::list_coupons(customer()?, Empty {})).await?;
        self.timed(("points", turn), point::get_points(customer()?, Empty {})).await?;
        let orders = order::list_orders(customer()?, ListOrders { limit: Some(20), ..ListOrders::default() });
        let orders = self.timed(("order history", turn), orders).await?;
        let id = orders.items.first().context("a customer without orders")?.id;
        self.timed(("order", turn), order::get_order(customer()?, ById { id })).await?;
        Ok(())
    }

    /// What customers do: the paid orders stay, the others are cancelled.
    async fn buy(&mut self, shop: &Arc<Shop>, buyers: &Buyers, turn: usize) -> Result<()> {
        let customer = || buyers.call(shop, turn);
        let line = AddCartItem { product_id: buyers.product(turn + 1_000), product_option_id: None, quantity: 1 };
        let line = self.timed(("add to cart", turn), cart::add_cart_item(customer()?, line)).await?;
        let removed = cart::remove_cart_item(customer()?, ById { id: line.id });
        self.timed(("remove from cart", turn), removed).await?;
        let quote = QuoteOrder { coupon_ids: Vec::new(), items: Some(buyers.wanted(turn)), ..QuoteOrder::default() };
        self.timed(("quote", turn), order::quote_order(customer()?, quote)).await?;
        self.timed(("charge points", turn), point::charge_points(customer()?, ChargePoints::of(1_000))).await?;
        let placed = self.timed(("place order", turn), buyers.buy(shop, turn)).await?;
        let pay = PayOrder::with_points(placed.id, placed.total_amount);
        self.timed(("pay order", turn), payment::pay_order(customer()?, pay)).await?;
        if turn.is_multiple_of(4) {
            let other = buyers.buy(shop, turn + 1).await?;
            let call = buyers.call(shop, turn + 1)?;
            self.timed(("cancel order", turn), order::cancel_order(call, ById { id: other.id })).await?;
        }
        Ok(())
    }
}

/// Size of the database, all of which is in the file once the shop is closed.
fn bytes(copy: &Copy) -> Result<f64> {
    let books = Connection::open(copy.file())?;
    let of = |name| books.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    Ok(((of("page_count")? - of("freelist_count")?) * of("page_size")?) as f64)
}
