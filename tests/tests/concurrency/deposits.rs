//! Requests for points whose end is wanted more than once at the same moment: two admins, an admin and the customer.

use shop_app::charge::{confirm_charge, reject_charge, withdraw_charge};
use shop_app::point::charge_points;
use shop_app::runtime::Principal;
use shop_contract::{ById, ChargePoints, ConfirmCharge, PointCharging, RejectCharge};

use crate::figures::{hold, hold_tally};
use crate::market::{Market, all_at_once, in_every_way};

const CUSTOMERS: usize = 32;
const AMOUNT: i64 = 5_000;

/// Customers with one point each and a request that waits.
async fn requests(market: &Market) -> Vec<(Principal, i64)> {
    let mut requests = Vec::new();
    for who in market.scene.crowd(CUSTOMERS, 1).await {
        requests.push((who, market.scene.waiting_charge(who, AMOUNT, "김손님").await));
    }
    requests
}

/// The points, of which so many requests were charged.
fn hold_charged(market: &Market, confirmed: usize) {
    hold(market.money(CUSTOMERS as i64 + AMOUNT * confirmed as i64).fault());
    let charged = format!("SELECT count(*) FROM balance_transaction WHERE type = 'CHARGE' AND amount = {AMOUNT}");
    assert_eq!(market.scene.count(&charged), confirmed as i64, "one row in the ledger for each that is confirmed");
    let states = market.scene.count("SELECT count(*) FROM charge_request WHERE state = 'CONFIRMED'");
    assert_eq!(states, confirmed as i64, "and no other request is");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_admins_confirm_once() {
    in_every_way(async |market| {
        let admins = [market.scene.admin().await, market.scene.admin().await];
        let requests = requests(market).await;
        let both = requests.iter().flat_map(|(_, id)| admins.iter().enumerate().map(move |by| (by, *id)));
        let confirm = |((number, admin), id): ((usize, &Principal), i64)| {
            confirm_charge(market.call(number, *admin), ConfirmCharge { id, amount: AMOUNT })
        };
        let answers = all_at_once(both.map(confirm)).await;
        hold_tally(&answers, &[("done", CUSTOMERS), ("Conflict", CUSTOMERS)], "one of the two is told that it is done");
        hold_charged(market, CUSTOMERS);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_confirmed_or_rejected_or_withdrawn() {
    in_every_way(async |market| {
        let admins = [market.scene.admin().await, market.scene.admin().await];
        let requests = requests(market).await;
        let all = requests.iter().enumerate().map(|(number, (who, id))| {
            let (confirm, reject) = (market.call(number, admins[0]), market.call(number + 1, admins[1]));
            let (withdraw, id) = (market.call(number, *who), *id);
            async move {
                let (confirmed, rejected, withdrawn) = tokio::join!(
                    tokio::spawn(confirm_charge(confirm, ConfirmCharge { id, amount: AMOUNT })),
                    tokio::spawn(reject_charge(reject, RejectCharge { id, reason: "입금 없음".to_owned() })),
                    tokio::spawn(withdraw_charge(withdraw, ById { id })),
                );
                [
                    confirmed.expect("confirming does not panic").map(drop),
                    rejected.expect("rejecting does not panic").map(drop),
                    withdrawn.expect("withdrawing does not panic").map(drop),
                ]
            }
        });
        let answers = all_at_once(all).await;
        for of_one in &answers {
            hold_tally(of_one, &[("done", 1), ("Conflict", 2)], "exactly one end of each request is done");
        }
        hold_charged(market, answers.iter().filter(|[confirmed, ..]| confirmed.is_ok()).count());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_requests_of_one_customer_wait_than_may() {
    in_every_way(async |market| {
        market.scene.set_charging(PointCharging::Request).await;
        let who = market.scene.crowd(1, 1).await[0];
        let ask = |number| charge_points(market.call(number, who), ChargePoints::of(AMOUNT));
        let answers = all_at_once((0..CUSTOMERS).map(ask)).await;
        hold_tally(&answers, &[("done", 5), ("Conflict", CUSTOMERS - 5)], "five wait at most");
        assert!(
            answers.iter().flatten().all(|answer| answer.clone().charged().is_none()),
            "no points without a deposit"
        );
        assert_eq!(market.scene.points(who), 1, "none at all");
    })
    .await;
}
