//! A shop that a crowd comes to: the three ways in which it is open, the moment at which all are let in, and the figures
//! that are read from its file afterwards.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use shop_app::context::{Call, Shop};
use shop_app::context::{Caller, UserCall};
use shop_app::order::place_order;
use shop_app::payment::pay_order;
use shop_app::runtime::Principal;
use shop_contract::{Order, Payment, ShopError};
use shop_tests::scene::{Scene, admitted, order, payment};
use tokio::sync::Barrier;

use crate::figures::{Goods, Money, Pieces};

/// Longer than any scenario takes; a task that waits so long waits for ever.
const FOR_EVER: Duration = Duration::from_secs(90);

/// How the shop is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// As always.
    Locks,
    /// The lock manager looks at no keys: what is exact is exact by the database alone.
    NoLocks,
    /// Two programs on one file, of whose locks and memory each knows its own only.
    TwoPrograms,
}

/// A shop that a crowd comes to.
pub struct Market {
    second: Option<Arc<Shop>>,
    /// The shop of the first program, and its file.
    pub scene: Scene,
}

/// Plays the scenario in each way, each time in a new shop, whose identities are checked at the end.
pub async fn in_every_way(scenario: impl AsyncFn(&Market)) {
    for way in [Way::Locks, Way::NoLocks, Way::TwoPrograms] {
        in_one_way(way, &scenario).await;
    }
}

/// Plays the scenario in one way.
pub async fn in_one_way(way: Way, scenario: impl AsyncFn(&Market)) {
    let locks = way != Way::NoLocks;
    let scene = Scene::with(move |options| options.locks = locks);
    let second = (way == Way::TwoPrograms).then(|| scene.second_program());
    let market = Market { second, scene };
    scenario(&market).await;
    for shop in market.programs() {
        let stats = shop.locks().stats();
        assert_eq!((stats.active_keys, stats.waiters), (0, 0), "no waiter and no key is left ({way:?})");
    }
}

/// Lets all in at the same moment, each on a task of its own, and gives their answers in the order in which they stood.
pub async fn all_at_once<A>(acts: impl IntoIterator<Item = A>) -> Vec<A::Output>
where
    A: Future<Output: Send + 'static> + Send + 'static,
{
    let acts: Vec<_> = acts.into_iter().collect();
    let doors = Arc::new(Barrier::new(acts.len()));
    let tasks: Vec<_> = acts
        .into_iter()
        .map(|act| {
            let doors = Arc::clone(&doors);
            tokio::spawn(async move {
                doors.wait().await;
                act.await
            })
        })
        .collect();
    let answered = async {
        let mut answers = Vec::with_capacity(tasks.len());
        for task in tasks {
            answers.push(task.await.expect("no task panics"));
        }
        answers
    };
    tokio::time::timeout(FOR_EVER, answered).await.expect("no task waits for ever")
}

/// Orders the cart and pays.
pub async fn order_and_pay(call: UserCall) -> Result<Payment, ShopError> {
    let placed = place_order(call.clone(), order(&[])).await?;
    pay_order(call, payment(&placed)).await
}

impl Market {
    /// The programs that are open.
    pub fn programs(&self) -> impl Iterator<Item = &Arc<Shop>> + Clone {
        [&self.scene.shop].into_iter().chain(&self.second)
    }

    /// The program that the `number`-th in the crowd uses.
    pub fn program(&self, number: usize) -> Arc<Shop> {
        let second = self.second.as_ref().filter(|_| number % 2 == 1);
        Arc::clone(second.unwrap_or(&self.scene.shop))
    }

    /// A call of the `number`-th in the crowd; where there are two programs every other one comes to the second.
    pub fn call<C: Caller>(&self, number: usize, who: Principal) -> C {
        admitted(Call::new(self.program(number), Some(who), None))
    }

    /// The same with an idempotency key.
    pub fn call_with_key<C: Caller>(&self, number: usize, who: Principal, key: &str) -> C {
        let mut call: Call = self.call(number, who);
        call.idempotency_key = Some(key.to_owned());
        admitted(call)
    }

    /// So many customers with so many points each and one unit of the product in the cart.
    pub async fn queue_for(&self, product_id: i64, customers: usize, points: i64) -> Vec<Principal> {
        let crowd = self.scene.crowd(customers, points).await;
        self.scene.put_all(crowd.iter().map(|who| (*who, product_id, None, 1)).collect()).await;
        crowd
    }

    /// A customer with 10,000 points and an order of 1,000 won that awaits payment.
    pub async fn one_order(&self) -> (Principal, Order) {
        let product_id = self.scene.product(1_000, 1).await;
        let who = self.scene.crowd(1, 10_000).await[0];
        (who, self.scene.buy(who, product_id).await)
    }

    /// As [`Market::queue_for`], and all have ordered what they came for.
    pub async fn orders_of(&self, product_id: i64, customers: usize, points: i64) -> Vec<(Principal, Order)> {
        let crowd = self.queue_for(product_id, customers, points).await;
        let placed = all_at_once(crowd.iter().map(|who| place_order(self.scene.call(*who), order(&[])))).await;
        crowd.into_iter().zip(placed.into_iter().map(|placed| placed.expect("there is one for each"))).collect()
    }

    /// How many orders are in a state.
    pub fn orders_in(&self, state: &str) -> i64 {
        self.scene.count(&format!("SELECT count(*) FROM \"order\" WHERE state = '{state}'"))
    }

    /// The units of a product, of which there were so many.
    pub fn goods(&self, product_id: i64, start: i64) -> Goods {
        let of_product = |what: &str| self.scene.count(&format!("SELECT {what} = {product_id}"));
        Goods {
            start,
            left: of_product("sum(available_quantity) FROM stock WHERE product_id"),
            sold: of_product(
                "ifnull(sum(i.quantity), 0) FROM order_item i JOIN \"order\" o ON o.id = i.order_id
                 WHERE o.state IN ('NORMAL', 'CONFIRMED') AND i.product_id",
            ),
        }
    }

    /// The pieces of a coupon.
    pub fn pieces(&self, coupon_id: i64) -> Pieces {
        let of_coupon = |what: &str| self.scene.count(&format!("SELECT {what} = {coupon_id}"));
        Pieces {
            total: of_coupon("total_quantity FROM coupon WHERE id"),
            counted: of_coupon("issued_quantity FROM coupon WHERE id"),
            held: of_coupon("count(*) FROM user_coupon WHERE coupon_id"),
        }
    }

    /// The points of all customers, of which so many were charged.
    pub fn money(&self, charged: i64) -> Money {
        Money {
            charged,
            left: self.scene.count("SELECT sum(available_point) FROM user"),
            paid: self.scene.count(
                "SELECT ifnull(sum(total_amount - refunded_amount), 0) FROM \"order\" WHERE state = 'CONFIRMED'",
            ),
        }
    }
}
