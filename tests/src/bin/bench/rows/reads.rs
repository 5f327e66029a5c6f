//! Reads of a large shop, alone and beside a writer that is never idle. They are the reads of the store that the use cases are
//! made of; what the use cases add on top is in the row over HTTP.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use shop_app::context::Shop;
use shop_app::runtime::ShopOptions;
use shop_domain::catalog::query_terms;
use shop_store::order::OrderFilter;
use shop_store::product::{Filter, Sort, Within};
use shop_store::{Db, StoreResult};

use crate::admin::{BigShop, Buyers};
use crate::measure::{Measured, Plan};
use crate::stage::{Copy, Stage, now};
use crate::table::{Check, Outcome};

/// Requests that are always with the writer.
const WRITERS: usize = 64;
/// Rows of a page, and one by which the end is seen.
const PAGE: i64 = 51;
/// What a page of orders holds, and one more.
const ORDERS: i64 = 21;
/// How much slower a read may be beside the writer.
const SLOWER: f64 = 1.5;
const WORD: &str = "사과";

/// What is read, its goal in milliseconds, and the read, which is told its turn.
type Read = (&'static str, f64, fn(&Db, &Buyers, usize) -> StoreResult<usize>);

const READS: [Read; 6] = [
    ("product", 0.030, product),
    ("cart", 0.100, cart),
    ("list of 50", 0.150, list),
    ("search", 0.300, search),
    ("search by rank", 3.0, by_rank),
    ("order history", 0.500, history),
];

/// Each read, idle and beside the writer.
pub fn row(stage: &Stage, plan: Plan) -> Result<Outcome> {
    let big = BigShop::prepare(stage)?;
    let copy = big.copy(stage)?;
    let buyers = Buyers::prepare(&copy)?;
    let idle = measure(&copy, &buyers, plan, 0)?;
    let beside = measure(&copy, &buyers, plan, WRITERS)?;
    let mut outcome = Outcome { measured: vec![("data", big.size())], checks: Vec::new() };
    for (((name, goal, _), idle), beside) in READS.into_iter().zip(&idle).zip(&beside) {
        let [alone, busy] = [idle, beside].map(|times| times.millis_at(0.5));
        outcome.checks.push(Check::at_most(format!("{name}: median, µs"), goal * 1e3, alone * 1e3));
        let note = format!("{:.0} µs", busy * 1e3);
        let beside = Check::at_most(format!("{name}: beside the writer x idle"), SLOWER, busy / alone);
        outcome.checks.push(Check { note, ..beside });
    }
    Ok(outcome)
}

/// The times of each read while so many requests are with the writer.
fn measure(copy: &Copy, buyers: &Buyers, plan: Plan, writers: usize) -> Result<Vec<Measured>> {
    let shop = Shop::open(ShopOptions::new(copy.folder()))?;
    let is_over = Arc::new(AtomicBool::new(false));
    // One thread is enough for clients that only wait for the writer.
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    let clients: Vec<_> = (0..writers)
        .map(|number| {
            let (shop, is_over, buyers) = (Arc::clone(&shop), Arc::clone(&is_over), buyers.clone());
            runtime.spawn(async move {
                let mut placed = 0;
                for turn in (number..).step_by(writers) {
                    if is_over.load(Ordering::Relaxed) {
                        break;
                    }
                    placed += usize::from(buyers.buy(&shop, turn).await.is_ok());
                }
                placed
            })
        })
        .collect();
    let times = READS.into_iter().map(|(name, _, read)| {
        let (window, mut turn) = (plan.window(), 0);
        let mut measured = Measured::new(window);
        while !window.is_over() {
            let started = Instant::now();
            let rows = shop.read::<_, shop_store::StoreError>(|db| read(db, buyers, turn))?;
            measured.record(started, true);
            ensure!(rows > 0, "there is nothing to read: {name}");
            turn += 1;
        }
        Ok(measured)
    });
    let times = times.collect::<Result<Vec<_>>>();
    is_over.store(true, Ordering::Relaxed);
    let placed = runtime.block_on(async {
        let mut placed = 0;
        for client in clients {
            placed += client.await.context("a client panicked")?;
        }
        anyhow::Ok(placed)
    })?;
    ensure!(writers == 0 || placed > 0, "the writer had nothing to do");
    times
}

fn product(db: &Db, buyers: &Buyers, turn: usize) -> StoreResult<usize> {
    Ok(shop_store::product::find(db, buyers.product(turn))?.into_iter().count())
}

fn cart(db: &Db, buyers: &Buyers, turn: usize) -> StoreResult<usize> {
    Ok(shop_store::cart::open_lines(db, buyers.user(turn))?.len())
}

fn list(db: &Db, _: &Buyers, turn: usize) -> StoreResult<usize> {
    let sorts = [Sort::Newest, Sort::PriceAsc, Sort::PriceDesc, Sort::Popular];
    Ok(shop_store::product::list(db, &filter(Within::All), sorts[turn % sorts.len()], None, PAGE)?.len())
}

fn search(db: &Db, _: &Buyers, _: usize) -> StoreResult<usize> {
    Ok(shop_store::product::list(db, &found(), Sort::Newest, None, PAGE)?.len())
}

fn by_rank(db: &Db, _: &Buyers, _: usize) -> StoreResult<usize> {
    Ok(shop_store::product::search_by_rank(db, &found(), None, PAGE)?.len())
}

fn history(db: &Db, buyers: &Buyers, turn: usize) -> StoreResult<usize> {
    let filter = OrderFilter { state: None, from: None, to: None, before_id: i64::MAX, limit: ORDERS };
    let orders = shop_store::order::list(db, buyers.user(turn), filter)?;
    Ok(shop_store::order::whole(db, orders)?.len())
}

fn found() -> Filter {
    filter(Within::Found(query_terms(WORD).expect("BUG: a word can be searched for")))
}

fn filter(within: Within) -> Filter {
    Filter { within, category: None, min_price: None, max_price: None, in_stock: false, on_sale: false, now: now() }
}
