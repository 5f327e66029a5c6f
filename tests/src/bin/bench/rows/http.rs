//! Over HTTP: the mix beside the same use cases in process, a whole purchase, and the list that every storefront begins
//! with. 64 connections that are kept alive, on the loopback address.

use std::sync::Arc;
use std::time::Instant;

use anyhow::Result;
use serde_json::json;

use crate::clients::crowd;
use crate::http::{Line, Served};
use crate::measure::{Measured, Plan, Window};
use crate::stage::{LINES, PRICE, PRODUCTS, Stage};
use crate::table::{Check, Outcome};
use crate::whole;
use crate::work::{Shopper, Step, Supply};

const CLIENTS: usize = 64;
/// One thread is enough for clients that only wait, and leaves the server more of the machine.
const THREADS: usize = 1;
const LIST: &str = "/v1/products?limit=50";

/// The mix, purchases and lists. What is not exact ends the bench.
pub fn row(stage: &Stage, plan: Plan) -> Result<Outcome> {
    let [whole, mix, purchases, lists] = plan.best([
        &|| whole::mixed(stage, plan, CLIENTS),
        &|| served(stage, plan, mix),
        &|| served(stage, plan, purchases),
        &|| served(stage, plan, lists),
    ])?;
    Ok(Outcome {
        checks: vec![
            Check::at_least("mixed writes x in process", 0.5, mix.per_second() / whole.per_second()),
            Check::at_least("purchases a second", 2_000.0, purchases.per_second()),
            Check::at_least("lists of 50 a second", 5_000.0, lists.per_second()),
        ],
        measured: vec![
            ("mixed writes in process", whole.to_string()),
            ("mixed writes over HTTP, exact", mix.to_string()),
            ("add, order, pay over HTTP, exact", purchases.to_string()),
            ("list of 50 over HTTP", lists.to_string()),
        ],
    })
}

/// What each client is made of.
struct Client {
    served: Arc<Served>,
    supply: Arc<Supply>,
    number: usize,
    window: Window,
}

fn served<F>(stage: &Stage, plan: Plan, behave: fn(Client) -> F) -> Result<Measured>
where
    F: Future<Output = Result<Measured>> + Send + 'static,
{
    let (served, supply) = (Arc::new(Served::start(stage)?), Arc::new(Supply::default()));
    let found = crowd(THREADS, plan, CLIENTS, |number, window| {
        behave(Client { served: Arc::clone(&served), supply: Arc::clone(&supply), number, window })
    })?;
    Arc::into_inner(served).expect("BUG: the clients have ended").stop()?;
    Ok(found)
}

async fn mix(client: Client) -> Result<Measured> {
    let Client { served, supply, number, window } = client;
    let mut line = Line::connect(served.port()).await?;
    let (mut shopper, mut measured) = (Shopper::new(&supply, number), Measured::new(window));
    while let (false, Some(step)) = (window.is_over(), shopper.next_step()) {
        let started = Instant::now();
        let made = perform(&mut line, &served, step).await?;
        measured.record(started, true);
        shopper.made(made);
    }
    Ok(measured)
}

async fn perform(line: &mut Line, served: &Served, step: Step) -> Result<i64> {
    match step {
        Step::Issue { user_id, coupon_id } => {
            line.post(&format!("/v1/coupons/{coupon_id}/issue"), served.token(user_id), "").await
        }
        Step::Place { user_id } => {
            line.post("/v1/orders", served.token(user_id), &json!({"shippingAddress": address()}).to_string()).await
        }
        Step::Pay { user_id, order_id } => pay(line, served, user_id, order_id, LINES * PRICE).await,
    }
}

async fn purchases(client: Client) -> Result<Measured> {
    let Client { served, supply, window, .. } = client;
    let mut line = Line::connect(served.port()).await?;
    let mut measured = Measured::new(window);
    while let (false, Some(user_id)) = (window.is_over(), supply.user()) {
        let started = Instant::now();
        purchase(&mut line, &served, user_id).await?;
        measured.record(started, true);
    }
    Ok(measured)
}

/// A product that is not in the cart yet goes in, and it alone is ordered and paid.
async fn purchase(line: &mut Line, served: &Served, user_id: i64) -> Result<()> {
    let token = served.token(user_id);
    let product_id = (user_id * 37 + 300) % PRODUCTS + 1;
    let add = json!({"productId": product_id, "quantity": 1});
    let item_id = line.post("/v1/carts/items", token, &add.to_string()).await?;
    let order = json!({"shippingAddress": address(), "cartItemIds": [item_id]});
    let order_id = line.post("/v1/orders", token, &order.to_string()).await?;
    pay(line, served, user_id, order_id, PRICE).await?;
    Ok(())
}

async fn pay(line: &mut Line, served: &Served, user_id: i64, order_id: i64, amount: i64) -> Result<i64> {
    let pay = json!({"orderId": order_id, "paymentMethod": "POINT", "amount": amount});
    let id = line.post("/v1/payments", served.token(user_id), &pay.to_string()).await?;
    served.paid();
    Ok(id)
}

async fn lists(client: Client) -> Result<Measured> {
    let mut line = Line::connect(client.served.port()).await?;
    let mut measured = Measured::new(client.window);
    while !client.window.is_over() {
        let started = Instant::now();
        line.get(LIST).await?;
        measured.record(started, true);
    }
    Ok(measured)
}

fn address() -> serde_json::Value {
    json!({
        "recipientName": "Buyer",
        "phone": "010-1234-5678",
        "zipCode": "04524",
        "address": "110 Sejong-daero, Jung-gu, Seoul",
    })
}
