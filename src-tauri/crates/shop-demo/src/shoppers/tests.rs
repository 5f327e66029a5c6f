//! The simulated shoppers: the same seed does the same, the books stay right, no user that is offered for sign-in is acted
//! for, and nothing happens once they are switched off or where there is no demo.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use shop_app::context::{Call, Shop};
use shop_app::runtime::ManualClock;
use shop_app::runtime::ShopOptions;
use shop_app::shop::{PERSONAS, set_up_shop};
use shop_app::user::register;
use shop_app::verify;
use shop_contract::{Register, SetUpShop};
use shop_domain::user::UserType as Kind;
use shop_store::StoreError;
use shop_store::order::{AdminFilter, Order, list_for_admin};
use tempfile::TempDir;

use super::visit::Ending;
use super::*;
use crate::{DemoSize, fill};

const SIZE: DemoSize = DemoSize { products: 60, users: 8, orders: 40, seed: 1 };

/// An open shop, and its folder.
struct Place {
    shop: Arc<Shop>,
    _folder: TempDir,
}

fn empty() -> Place {
    let folder = TempDir::new().expect("a folder");
    let clock = Arc::new(ManualClock::new("2026-03-10T03:00:00Z".parse().expect("an instant")));
    let options = ShopOptions { clock, ..ShopOptions::new(folder.path()) };
    Place { shop: Shop::open(options).expect("a shop"), _folder: folder }
}

async fn demo() -> Place {
    let place = empty();
    fill(&place.shop, SIZE, |_| {}).await.expect("the demo is made");
    place
}

fn orders(shop: &Shop) -> Vec<Order> {
    shop.read(|db| list_for_admin(db, &AdminFilter::default(), None, 1_000)).expect("the orders")
}

/// The orders without their ids and numbers, which follow the writer: the thirty days of a demo are lived through by many users
/// at once.
fn placed(shop: &Shop) -> Vec<String> {
    let unnumbered = |order| Order { id: 0, order_number: String::new(), ..order };
    let mut placed: Vec<String> = orders(shop).into_iter().map(|order| format!("{:?}", unnumbered(order))).collect();
    placed.sort();
    placed
}

async fn visits(shop: &Arc<Shop>, seed: u64, count: usize) -> Vec<Outcome> {
    let mut plans = Plans::new(seed);
    let mut outcomes = Vec::new();
    for _ in 0..count {
        outcomes.push(carry_out(shop, &plans.next_visit(), &|| true).await);
    }
    outcomes
}

#[test]
fn the_same_seed_plans_the_same_visits() {
    let plan = |seed| {
        let mut plans = Plans::new(seed);
        (0..300).map(|_| plans.next_visit()).collect::<Vec<_>>()
    };
    assert_eq!(plan(7), plan(7));
    assert_ne!(plan(7), plan(8));
    let endings: HashSet<Ending> = plan(7).iter().map(|visit| visit.ending).collect();
    assert_eq!(endings.len(), 5, "each ending is to be seen: {endings:?}");
    assert!(plan(7).iter().all(|visit| !visit.wants.is_empty()), "each visitor wants something");
}

#[test]
fn pauses_keep_the_rate_and_do_not_change_the_visits() {
    let mut plans = Plans::new(3);
    for (rate, a_minute) in [(ShopperRate::Quiet, 6.0), (ShopperRate::Lively, 30.0)] {
        let mean = pause_of(rate).expect("they come");
        let total: f64 = (0..600).map(|_| plans.pause(mean).as_secs_f64()).sum();
        let visits = 600.0 * 60.0 / total;
        assert!((visits / a_minute - 1.0).abs() < 0.1, "{rate:?}: {visits} a minute");
    }
    assert_eq!(plans.next_visit(), Plans::new(3).next_visit());
    assert_eq!(pause_of(ShopperRate::Off), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_seed_does_the_same_and_the_books_stay_right() {
    let (one, other) = (demo().await, demo().await);
    let before = orders(&one.shop);
    let outcomes = visits(&one.shop, 5, 60).await;
    assert_eq!(visits(&other.shop, 5, 60).await, outcomes);
    assert!(placed(&one.shop) == placed(&other.shop), "order by order");
    let done = outcomes.iter().filter(|outcome| **outcome == Outcome::Done).count();
    assert!(done > 50, "nearly all come to their end: {outcomes:?}");
    assert!(orders(&one.shop).len() > before.len() + 30, "most of them order");
    assert_eq!(verify(&one.shop).expect("it is verified"), [], "stock, points, coupons and sums agree");
}

#[tokio::test(flavor = "multi_thread")]
async fn users_that_are_offered_for_sign_in_are_left_alone() {
    let place = demo().await;
    let personas: Vec<i64> = place
        .shop
        .read(|db| shop_store::user::first(db, Kind::Customer, PERSONAS))
        .expect("the users")
        .into_iter()
        .map(|user| user.id)
        .collect();
    let request = Register {
        email: "me@example.com".to_owned(),
        password: "correct-horse-9".to_owned(),
        name: "나".to_owned(),
        phone: None,
        consents: None,
    };
    let own = register(Call::new(Arc::clone(&place.shop), None, None), request).await.expect("a real customer").id;
    let theirs =
        || orders(&place.shop).iter().filter(|order| personas.contains(&order.user_id) || order.user_id == own).count();
    let before = theirs();
    visits(&place.shop, 11, 40).await;
    assert_eq!(theirs(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_that_is_no_demo_has_no_shoppers() {
    let place = empty();
    assert_eq!(visits(&place.shop, 1, 3).await, [Outcome::NoVisit; 3], "not before it is set up");
    let own = SetUpShop {
        shop_name: "내 가게".to_owned(),
        email: "me@example.com".to_owned(),
        password: "correct-horse-9".to_owned(),
        name: "나".to_owned(),
        set_up_code: None,
        point_charging: None,
        payment_methods: None,
        deposit_account: None,
        business: None,
    };
    set_up_shop(Call::new(Arc::clone(&place.shop), None, None), own).await.map_err(|error| error.code).expect("set up");
    assert_eq!(visits(&place.shop, 1, 3).await, [Outcome::NoVisit; 3], "nor afterwards");
    // The data of a demo, in a shop that says that it is none.
    let place = demo().await;
    let no_demo = place.shop.write(LockKey::Shop, |writing| Ok(write(writing.tx, setting::DEMO, &false, writing.now)?));
    no_demo.await.expect("it is written");
    let before = orders(&place.shop);
    assert_eq!(visits(&place.shop, 1, 3).await, [Outcome::NoVisit; 3]);
    assert_eq!(orders(&place.shop), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_ends_before_its_next_act_once_they_are_switched_off() {
    let place = demo().await;
    let mut plans = Plans::new(2);
    let mut pays = || loop {
        let visit = plans.next_visit();
        if visit.ending == Ending::Pays && visit.wants.len() == 1 {
            return visit;
        }
    };
    let state = || {
        let payments = orders(&place.shop).iter().filter(|order| order.paid_at.is_some()).count();
        (orders(&place.shop).len(), payments)
    };
    let mut reached = Vec::new();
    for asked_before in 0..6 {
        let (visit, asked, before) = (pays(), AtomicUsize::new(0), state());
        let is_on = || asked.fetch_add(1, Ordering::SeqCst) < asked_before;
        let outcome = carry_out(&place.shop, &visit, &is_on).await;
        let after = state();
        assert!(after.0 > before.0 || after == before, "nothing is paid without an order");
        reached.push((outcome == Outcome::Done, after.0 - before.0, after.1 - before.1));
    }
    assert_eq!(reached[0], (false, 0, 0), "off before the first act");
    assert!(reached.is_sorted(), "each act is done or not: {reached:?}");
    assert_eq!(reached[5].1, 1, "the last one has ordered");
    assert!(
        reached.iter().any(|(_, ordered, paid)| (*ordered, *paid) == (1, 0)),
        "one ended between order and payment"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_chosen_stays_with_the_shop() {
    let place = demo().await;
    let chosen = || chosen_rate(&place.shop).map_err(|error: StoreError| error.to_string());
    assert_eq!(chosen(), Ok(None));
    keep_rate(&place.shop, ShopperRate::Lively).await.expect("it is kept");
    assert_eq!(chosen(), Ok(Some(ShopperRate::Lively)));
    let shoppers = Shoppers::start(&place.shop, 1, ShopperRate::Off);
    shoppers.set_rate(ShopperRate::Quiet);
    assert_eq!(shoppers.rate(), ShopperRate::Quiet);
}
