//! Customers that leave while something else of theirs is written: they are gone with nothing left, or they stay.

use shop_app::context::UserCall;
use shop_app::order::place_order;
use shop_app::point::charge_points;
use shop_app::runtime::Principal;
use shop_app::user::{leave_shop, register};
use shop_contract::{ChargePoints, ErrorCode, LeaveShop, PointCharging, Register, ShopError};
use shop_tests::scene::order;

use crate::figures::{hold_tally, tally};
use crate::market::{Market, all_at_once, in_every_way};

const PASSWORD: &str = "a good password";
const CUSTOMERS: usize = 8;

/// Customers that know one password, with so many points.
async fn customers(market: &Market, points: i64) -> Vec<Principal> {
    let crowd = market.scene.crowd(CUSTOMERS, points).await;
    let newcomer = Register {
        email: "first@shop.kr".to_owned(),
        password: PASSWORD.to_owned(),
        name: "김손님".to_owned(),
        phone: None,
        consents: None,
    };
    register(market.scene.visitor(), newcomer).await.expect("a hash of the password");
    let ids: Vec<String> = crowd.iter().map(|who| who.user_id.to_string()).collect();
    market.scene.sql(&format!(
        "UPDATE user SET password_hash = (SELECT password_hash FROM user WHERE email = 'first@shop.kr') WHERE id IN ({})",
        ids.join(",")
    ));
    // Wrong passwords are counted by session.
    crowd.into_iter().map(|who| Principal { session_id: who.user_id, ..who }).collect()
}

async fn leave(call: UserCall) -> Result<(), ShopError> {
    leave_shop(call, LeaveShop { password: PASSWORD.to_owned() }).await.map(drop)
}

/// Fails where a customer that has left has something.
fn hold_nothing_left(market: &Market, left: usize) {
    let count = |what: &str| market.scene.count(&format!("SELECT count(*) FROM {what}"));
    assert_eq!(count("user WHERE state = 'DELETED'"), left as i64, "so many have left");
    for what in [
        "user WHERE state = 'DELETED' AND available_point <> 0",
        "\"order\" o JOIN user u ON u.id = o.user_id WHERE u.state = 'DELETED'
         AND (o.state = 'NORMAL' OR o.state = 'CONFIRMED' AND o.delivery_state <> 'DELIVERED')",
        "cart_item c JOIN user u ON u.id = c.user_id WHERE u.state = 'DELETED' AND c.state = 'NORMAL'",
        "charge_request c JOIN user u ON u.id = c.user_id WHERE u.state = 'DELETED' AND c.state = 'REQUESTED'",
    ] {
        assert_eq!(count(what), 0, "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_leavings_one_is_done() {
    in_every_way(async |market| {
        let crowd = customers(market, 5_000).await;
        let acts = crowd.iter().flat_map(|who| [leave(market.call(0, *who)), leave(market.call(1, *who))]);
        let answers = all_at_once(acts).await;
        hold_tally(&answers, &[("done", CUSTOMERS), ("Unauthorized", CUSTOMERS)], "the other one comes too late");
        hold_nothing_left(market, CUSTOMERS);
        let given_up = market.scene.count("SELECT count(*) FROM balance_transaction WHERE type = 'ADJUST'");
        assert_eq!(given_up, CUSTOMERS as i64, "points are given up once");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_that_orders_stays_and_one_that_leaves_has_no_order() {
    in_every_way(async |market| {
        let product_id = market.scene.product(1_000, 100).await;
        let crowd = customers(market, 5_000).await;
        market.scene.put_all(crowd.iter().map(|who| (*who, product_id, None, 1)).collect()).await;
        let race = crowd.iter().enumerate().map(|(number, who)| {
            let (leaves, orders) =
                (leave(market.call(number, *who)), place_order(market.call(number + 1, *who), order(&[])));
            async move {
                // An order is quicker than the hash of a password: some of the orders come a little later.
                let late = async {
                    tokio::time::sleep(std::time::Duration::from_millis(25 * number as u64)).await;
                    orders.await
                };
                let (left, placed) = tokio::join!(tokio::spawn(leaves), late);
                (left.expect("it does not panic"), placed.map(drop))
            }
        });
        let answers = all_at_once(race).await;
        for (left, placed) in &answers {
            match (left, placed) {
                (Ok(()), Err(refusal)) => {
                    let late = [ErrorCode::Unauthorized, ErrorCode::CartEmpty];
                    assert!(late.contains(&refusal.code), "the customer has left: {refusal:?}");
                }
                (Err(refusal), Ok(())) => assert_eq!(refusal.code, ErrorCode::InvalidOrderState, "an order is open"),
                both => panic!("exactly one of the two is done: {both:?}"),
            }
        }
        hold_nothing_left(market, answers.iter().filter(|(left, _)| left.is_ok()).count());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn points_that_are_charged_are_given_up_or_were_never_there() {
    for mode in [PointCharging::Free, PointCharging::Request] {
        in_every_way(async |market| {
            market.scene.set_charging(mode).await;
            let crowd = customers(market, 1).await;
            let leaves = all_at_once(crowd.iter().enumerate().map(|(number, who)| {
                let leaves = leave(market.call(number, *who));
                let charges: Vec<_> = (0..4_usize)
                    .map(|nth| {
                        let charge = charge_points(market.call(number + nth, *who), ChargePoints::of(1_000));
                        async move {
                            tokio::time::sleep(std::time::Duration::from_millis(40 * (nth * number) as u64)).await;
                            charge.await.map(drop)
                        }
                    })
                    .collect();
                async move {
                    let charges: Vec<_> = charges.into_iter().map(tokio::spawn).collect();
                    let left = leaves.await;
                    let mut charged = Vec::new();
                    for charge in charges {
                        charged.push(charge.await.expect("it does not panic"));
                    }
                    (left, charged)
                }
            }));
            let answers = leaves.await;
            for (left, charged) in &answers {
                assert!(left.is_ok(), "a charge keeps no customer: {left:?}");
                let told = tally(charged);
                assert!(
                    told.keys().all(|name| name == "done" || name == "Unauthorized"),
                    "before it or too late: {told:?}"
                );
            }
            hold_nothing_left(market, CUSTOMERS);
        })
        .await;
    }
}
