//! Refunds and returns of the same units at the same moment: two admins refund, a customer asks for a return, cancels, or the
//! parcel leaves. Every unit goes back once.

use shop_app::order::{cancel_order, deliver_order, refund_order, ship_order};
use shop_app::returns::{approve_return, receive_return, reject_return, request_return};
use shop_app::runtime::Principal;
use shop_contract::{ById, MoveReturn, Order, RefundOrder, RejectReturn, RequestReturn, ShopError, UnitsOfItem};

use crate::figures::{hold, hold_tally};
use crate::market::{Market, all_at_once, in_every_way};

const CUSTOMERS: usize = 12;
const PRICE: i64 = 1_000;
/// Units of each order.
const UNITS: i64 = 3;

/// Paid orders of three units each.
async fn paid(market: &Market) -> (i64, Vec<(Principal, Order)>) {
    let product = market.scene.product(PRICE, CUSTOMERS as i64 * UNITS).await;
    let crowd = market.scene.crowd(CUSTOMERS, PRICE * UNITS).await;
    market.scene.put_all(crowd.iter().map(|who| (*who, product, None, UNITS)).collect()).await;
    let mut orders = Vec::new();
    for who in crowd {
        let order = market.scene.place(who, &[]).await.expect("there is enough");
        market.scene.pay(who, &order).await.expect("it is paid");
        orders.push((who, market.scene.order(who, order.id).await));
    }
    (product, orders)
}

/// The same, delivered.
async fn delivered(market: &Market, admin: Principal) -> (i64, Vec<(Principal, Order)>) {
    let (product, orders) = paid(market).await;
    for (_, order) in &orders {
        ship_order(market.scene.call(admin), ById { id: order.id }).await.expect("it is sent");
        deliver_order(market.scene.call(admin), ById { id: order.id }).await.expect("it arrives");
    }
    (product, orders)
}

fn units(order: &Order, quantity: i64) -> Vec<UnitsOfItem> {
    vec![UnitsOfItem { order_item_id: order.items[0].id, quantity }]
}

fn part(order: &Order, quantity: i64) -> RefundOrder {
    RefundOrder { items: Some(units(order, quantity)), ..RefundOrder::whole(order.id, None) }
}

fn wanted(order: &Order, quantity: i64) -> RequestReturn {
    RequestReturn { id: order.id, items: units(order, quantity), reason: "이유".to_owned() }
}

/// So many units of all are refunded, and everything else agrees.
fn hold_refunded(market: &Market, product: i64, refunded: i64) {
    let all = CUSTOMERS as i64 * UNITS;
    let found = market.scene.count("SELECT ifnull(sum(cancelled_quantity), 0) FROM order_item");
    assert_eq!(found, refunded, "units that were refunded");
    let level = format!("SELECT available_quantity FROM stock WHERE product_id = {product}");
    assert_eq!(market.scene.count(&level), refunded, "are for sale again");
    assert_eq!(market.scene.count("SELECT sum(quantity) FROM daily_sales"), all - refunded, "and not sold");
    assert_eq!(market.scene.count("SELECT sum(available_point) FROM user"), refunded * PRICE, "their money is back");
    hold(market.money(CUSTOMERS as i64 * UNITS * PRICE).fault());
}

fn done<T>(answers: &[Result<T, ShopError>]) -> usize {
    answers.iter().filter(|answer| answer.is_ok()).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_refunds_of_one_line_take_no_unit_twice() {
    in_every_way(async |market| {
        let admins = [market.scene.admin().await, market.scene.admin().await];
        let (product, orders) = paid(market).await;
        // Two of three units each: one of the two refunds comes too late.
        let both = orders.iter().flat_map(|(_, order)| admins.iter().enumerate().map(move |by| (by, order)));
        let refund = |((number, admin), order): ((usize, &Principal), &Order)| {
            refund_order(market.call(number, *admin), part(order, 2))
        };
        let answers = all_at_once(both.map(refund)).await;
        let told = [("done", CUSTOMERS), ("InvalidInput", CUSTOMERS)];
        hold_tally(&answers, &told, "one of the two is told how many are left");
        hold_refunded(market, product, CUSTOMERS as i64 * 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn units_are_refunded_or_asked_back() {
    in_every_way(async |market| {
        let admin = market.scene.admin().await;
        let (product, orders) = delivered(market, admin).await;
        let acts = orders.iter().enumerate().map(|(number, (who, order))| {
            let refund = refund_order(market.call(number, admin), part(order, 2));
            let ask = request_return(market.call(number + 1, *who), wanted(order, 2));
            async move {
                let (refunded, asked) = tokio::join!(tokio::spawn(refund), tokio::spawn(ask));
                (refunded.expect("no panic").is_ok(), asked.expect("no panic").is_ok())
            }
        });
        let answers = all_at_once(acts).await;
        assert!(answers.iter().all(|(refunded, asked)| refunded != asked), "exactly one of the two: {answers:?}");
        let refunded = answers.iter().filter(|(refunded, _)| *refunded).count() as i64;
        let open = market.scene.count("SELECT count(*) FROM return_request WHERE state = 'REQUESTED'");
        assert_eq!(open, CUSTOMERS as i64 - refunded, "every other is being returned");
        hold_refunded(market, product, refunded * 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_requests_for_one_line_one_is_taken() {
    in_every_way(async |market| {
        let admin = market.scene.admin().await;
        let (_, orders) = delivered(market, admin).await;
        let many = orders.iter().flat_map(|one| (0..4).map(move |number| (number, one)));
        let ask = |(number, (who, order)): (usize, &(Principal, Order))| {
            request_return(market.call(number, *who), wanted(order, 1))
        };
        let answers = all_at_once(many.map(ask)).await;
        hold_tally(&answers, &[("done", CUSTOMERS), ("Conflict", CUSTOMERS * 3)], "one return is open");
        assert_eq!(market.scene.count("SELECT count(*) FROM return_request"), CUSTOMERS as i64);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_return_is_approved_or_rejected_and_refunded_once() {
    in_every_way(async |market| {
        let admins = [market.scene.admin().await, market.scene.admin().await];
        let (product, orders) = delivered(market, admins[0]).await;
        let mut asked = Vec::new();
        for (who, order) in &orders {
            let wanted = wanted(order, UNITS);
            asked.push(request_return(market.scene.call(*who), wanted).await.expect("it arrived").id);
        }
        let acts = asked.iter().copied().map(|id| {
            let approve = approve_return(market.call(0, admins[0]), MoveReturn { id, note: None });
            let reject = reject_return(market.call(1, admins[1]), RejectReturn { id, note: "반려".to_owned() });
            async move {
                let (approved, rejected) = tokio::join!(tokio::spawn(approve), tokio::spawn(reject));
                (approved.expect("no panic").is_ok(), rejected.expect("no panic").is_ok())
            }
        });
        let answers = all_at_once(acts).await;
        assert!(answers.iter().all(|(approved, rejected)| approved != rejected), "exactly one of the two");
        let approved: Vec<usize> = (0..CUSTOMERS).filter(|index| answers[*index].0).collect();
        for index in &approved {
            let arrived = MoveReturn { id: asked[*index], note: None };
            receive_return(market.scene.call(admins[0]), arrived).await.expect("it is approved");
        }
        let of_approved: Vec<&Order> = approved.iter().map(|index| &orders[*index].1).collect();
        let both = of_approved.into_iter().flat_map(|order| admins.iter().enumerate().map(move |by| (by, order)));
        let refund = |((number, admin), order): ((usize, &Principal), &Order)| {
            refund_order(market.call(number, *admin), part(order, UNITS))
        };
        let answers = all_at_once(both.map(refund)).await;
        assert_eq!(done(&answers), approved.len(), "each is refunded once");
        let settled = market.scene.count("SELECT count(*) FROM return_request WHERE state = 'REFUNDED'");
        assert_eq!(settled, approved.len() as i64, "and each is settled");
        hold_refunded(market, product, approved.len() as i64 * UNITS);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_cancelled_while_a_part_is_refunded_gives_everything_back_once() {
    in_every_way(async |market| {
        let admin = market.scene.admin().await;
        let (product, orders) = paid(market).await;
        let acts = orders.iter().enumerate().map(|(number, (who, order))| {
            let refund = refund_order(market.call(number, admin), part(order, 1));
            let cancel = cancel_order(market.call(number + 1, *who), ById { id: order.id });
            async move {
                let (_, cancelled) = tokio::join!(tokio::spawn(refund), tokio::spawn(cancel));
                cancelled.expect("no panic").is_ok()
            }
        });
        let answers = all_at_once(acts).await;
        assert!(answers.iter().all(|cancelled| *cancelled), "what is left can be cancelled");
        assert_eq!(market.orders_in("REFUNDED"), CUSTOMERS as i64, "nothing is left of any");
        hold_refunded(market, product, CUSTOMERS as i64 * UNITS);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_leaves_or_is_refunded_whole_before() {
    in_every_way(async |market| {
        let admins = [market.scene.admin().await, market.scene.admin().await];
        let (product, orders) = paid(market).await;
        let acts = orders.iter().map(|(_, order)| {
            let refund = refund_order(market.call(0, admins[0]), part(order, UNITS));
            let ship = ship_order(market.call(1, admins[1]), ById { id: order.id });
            async move {
                let (refunded, shipped) = tokio::join!(tokio::spawn(refund), tokio::spawn(ship));
                (refunded.expect("no panic").is_ok(), shipped.expect("no panic").is_ok())
            }
        });
        let answers = all_at_once(acts).await;
        assert!(answers.iter().all(|(refunded, _)| *refunded), "also a shipped order is refunded");
        let shipped = answers.iter().filter(|(_, shipped)| *shipped).count() as i64;
        let sent = market.scene.count("SELECT count(*) FROM \"order\" WHERE delivery_state = 'SHIPPED'");
        assert_eq!(sent, shipped, "what was refunded first stays");
        hold_refunded(market, product, CUSTOMERS as i64 * UNITS);
    })
    .await;
}
