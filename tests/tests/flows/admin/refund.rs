//! Refunds of parts of an order: the money to the won and where it goes, stock, sales, coupons, the trace, and every sum.

use serde_json::json;
use shop_app::audit::list_audit_log;
use shop_app::order::{
    get_order_at, get_order_for_admin, list_orders_for_admin, preview_refund, refund_order, ship_order,
};
use shop_app::payment::confirm_payment;
use shop_app::runtime::Principal;
use shop_app::shop::verify_books;
use shop_app::statistics::{get_dashboard, sales_statistics};
use shop_contract::{
    AdminOrder, ById, CauseKind, ConfirmPayment, Empty, ErrorCode, GetAsOf, ListAuditLog, ListOrdersForAdmin, Order,
    OrderState, OrderStep, PaymentMethod, PaymentState, PreviewRefund, RefundOrder, RefundTo, ShippingSettings,
    ShopError, StatisticsPeriod, UnitsOfItem,
};

use crate::scene::{Scene, rate, refused};

/// A shop with an admin and two products, of 3,333 and 1,000 won.
async fn open() -> (Scene, Principal, [i64; 2]) {
    let scene = Scene::new();
    let (admin, goods) = (scene.admin().await, [scene.product(3_333, 20).await, scene.product(1_000, 20).await]);
    (scene, admin, goods)
}

/// Three of the first product and two of the second, placed with these coupons.
async fn placed(scene: &Scene, who: Principal, goods: [i64; 2], coupons: &[i64]) -> Order {
    scene.put(who, goods[0], None, 3).await;
    scene.put(who, goods[1], None, 2).await;
    scene.place(who, coupons).await.expect("it is placed")
}

async fn paid(scene: &Scene, who: Principal, goods: [i64; 2], coupons: &[i64]) -> Order {
    let order = placed(scene, who, goods, coupons).await;
    scene.pay(who, &order).await.expect("it is paid");
    scene.order(who, order.id).await
}

fn part(order: &Order, units: &[(usize, i64)]) -> RefundOrder {
    let item = |&(index, quantity): &(usize, i64)| UnitsOfItem { order_item_id: order.items[index].id, quantity };
    let items = Some(units.iter().map(item).collect());
    RefundOrder { items, ..RefundOrder::whole(order.id, Some("파손")) }
}

async fn refund(scene: &Scene, admin: Principal, request: RefundOrder) -> Result<AdminOrder, ShopError> {
    refund_order(scene.call(admin), request).await
}

#[tokio::test]
async fn parts_of_a_line_add_up_to_the_won_and_the_last_ends_the_order() {
    let (scene, admin, goods) = open().await;
    let who = scene.customer(100_000).await;
    let coupon = scene.own(who, rate(10)).await;
    let order = paid(&scene, who, goods, &[coupon]).await;
    let (total, line) = (order.total_amount, order.items[0].total_amount);
    assert_eq!((order.amount, total), (11_999, 10_800), "a tenth is taken off, rounded down");
    let mut refunded = 0;
    for (units, of_line) in [(1, line / 3), (1, line * 2 / 3 - line / 3), (1, line - line * 2 / 3)] {
        let after = refund(&scene, admin, part(&order, &[(0, units)])).await.expect("units are left");
        refunded += of_line;
        assert_eq!((after.order.state, after.order.refunded_amount), (OrderState::Confirmed, refunded), "to the won");
        assert_eq!(scene.points(who), 100_000 - total + refunded, "as points, as it was paid");
        assert_eq!(
            after.order.payment.map(|one| (one.state, one.refunded_amount)),
            Some((PaymentState::Completed, Some(refunded)))
        );
    }
    let half = scene.order(who, order.id).await;
    assert_eq!((half.items[0].cancelled_quantity, half.items[0].refunded_amount), (3, line), "the line has its own");
    assert_eq!(half.refunds.len(), 3, "each part is told");
    assert_eq!(scene.text("SELECT state FROM user_coupon"), "USED", "the coupon stays while something is left");
    assert_eq!(scene.level(goods[0]), 20, "the units are for sale again");
    let last = refund(&scene, admin, part(&order, &[(1, 2)])).await.expect("two are left");
    assert_eq!((last.order.state, last.order.refunded_amount), (OrderState::Refunded, total), "nothing is left");
    assert_eq!(
        (scene.points(who), scene.text("SELECT state FROM user_coupon")),
        (100_000, "AVAILABLE".into()),
        "all is back"
    );
    assert_eq!(scene.count("SELECT sum(quantity) + sum(amount) FROM daily_sales"), 0, "nothing is sold");
    let again = refund(&scene, admin, part(&order, &[(1, 1)])).await;
    assert_eq!(
        refused(again, ErrorCode::InvalidOrderState, "nothing is left"),
        json!({"state": "REFUNDED", "asked": "REFUND"})
    );
}

#[tokio::test]
async fn what_cannot_be_refunded_is_named_and_changes_nothing() {
    let (scene, admin, goods) = open().await;
    let who = scene.customer(100_000).await;
    let order = paid(&scene, who, goods, &[]).await;
    let before = scene.contents();
    for (units, field) in [
        (vec![(0, 4)], "items[0].quantity"),
        (vec![(0, 1), (1, 3)], "items[1].quantity"),
        (vec![(0, 0)], "items[0].quantity"),
        (vec![(0, -1)], "items[0].quantity"),
        (vec![(0, i64::MAX)], "items[0].quantity"),
        (vec![(0, 1), (0, 1)], "items[1].orderItemId"),
        (vec![], "items"),
    ] {
        let details =
            refused(refund(&scene, admin, part(&order, &units)).await, ErrorCode::InvalidInput, "not so many");
        assert_eq!(details["fields"][0]["field"], field, "{units:?}");
    }
    let other = UnitsOfItem { order_item_id: 999_999, quantity: 1 };
    let foreign = RefundOrder { items: Some(vec![other]), ..RefundOrder::whole(order.id, None) };
    let details = refused(refund(&scene, admin, foreign).await, ErrorCode::InvalidInput, "another order's item");
    assert_eq!(details["fields"][0]["field"], "items[0].orderItemId");
    refused(refund(&scene, admin, RefundOrder::whole(999_999, None)).await, ErrorCode::OrderNotFound, "no order");
    assert_eq!(scene.contents().hash(), before.hash(), "nothing has changed");
    let unpaid = placed(&scene, who, goods, &[]).await;
    refused(refund(&scene, admin, part(&unpaid, &[(0, 1)])).await, ErrorCode::InvalidOrderState, "it is not paid");
}

#[tokio::test]
async fn units_that_cannot_be_sold_again_stay_out_of_the_stock() {
    let (scene, admin, goods) = open().await;
    let who = scene.customer(100_000).await;
    let order = paid(&scene, who, goods, &[]).await;
    let broken = RefundOrder { restock: Some(false), ..part(&order, &[(0, 2)]) };
    refund(&scene, admin, broken).await.expect("two are left");
    assert_eq!(scene.level(goods[0]), 17, "they are not for sale");
    let sold = scene.count(&format!("SELECT sold_quantity FROM stock WHERE product_id = {}", goods[0]));
    assert_eq!(sold, 1, "nor sold");
    assert_eq!(scene.count("SELECT restock FROM refund"), 0, "and the refund says so");
    refund(&scene, admin, part(&order, &[(0, 1)])).await.expect("one is left");
    assert_eq!(scene.level(goods[0]), 18, "this one is");
}

#[tokio::test]
async fn money_goes_back_to_the_transfer_first_by_hand_or_as_points() {
    let (scene, admin, goods) = open().await;
    scene.open_methods(&[PaymentMethod::BankTransfer]).await;
    let who = scene.customer(5_000).await;
    let order = placed(&scene, who, goods, &[]).await;
    let asked = scene.transfer(who, &order, 5_000).await;
    let confirmation = ConfirmPayment { id: asked.id, amount: 6_999 };
    confirm_payment(scene.call(admin), confirmation).await.expect("the money came");
    let first = refund(&scene, admin, part(&order, &[(0, 1)])).await.expect("units are left");
    assert_eq!((first.outside_refund_amount, scene.points(who)), (Some(3_333), 0), "by hand");
    let as_points = RefundOrder { to: Some(RefundTo::Point), ..part(&order, &[(1, 2)]) };
    let second = refund(&scene, admin, as_points).await.expect("units are left");
    assert_eq!((second.outside_refund_amount, scene.points(who)), (Some(3_333), 2_000), "the same money as points");
    let row = "FROM balance_transaction ORDER BY id DESC LIMIT 1";
    assert_eq!(scene.text(&format!("SELECT type {row}")), "ADJUST", "no points had been spent for it");
    assert_eq!(scene.count(&format!("SELECT order_id {row}")), order.id, "for the order");
    let last = refund(&scene, admin, part(&order, &[(0, 2)])).await.expect("units are left");
    assert_eq!(
        (last.order.state, last.outside_refund_amount),
        (OrderState::Refunded, Some(4_999)),
        "what is left of it"
    );
    assert_eq!(scene.points(who), 7_000, "and the rest as points");
    assert!(last.order.payments.iter().all(|one| one.state == PaymentState::Refunded), "both are given back whole");
}

#[tokio::test]
async fn the_fee_goes_back_with_the_whole_order_or_by_choice() {
    let (scene, admin, goods) = open().await;
    scene.set_shipping(ShippingSettings { base: 3_000, ..ShippingSettings::default() }).await;
    let who = scene.customer(100_000).await;
    let order = paid(&scene, who, goods, &[]).await;
    let fee = |wanted, request| RefundOrder { shipping_fee: Some(wanted), ..request };
    let details =
        refused(refund(&scene, admin, fee(true, part(&order, &[(0, 1)]))).await, ErrorCode::InvalidInput, "a part");
    assert_eq!(details["fields"][0]["field"], "shippingFee");
    refund(&scene, admin, part(&order, &[(0, 1)])).await.expect("without the fee");
    let rest = refund(&scene, admin, part(&order, &[(0, 2), (1, 2)])).await.expect("the rest");
    assert_eq!((rest.order.state, rest.order.refunded_amount), (OrderState::Refunded, 14_999), "with the fee");
    assert_eq!(rest.order.refunds[1].shipping_fee, 3_000, "in the last one");

    let order = paid(&scene, who, goods, &[]).await;
    ship_order(scene.call(admin), ById { id: order.id }).await.expect("it is sent");
    let goods_alone = refund(&scene, admin, part(&order, &[(0, 3), (1, 2)])).await.expect("all units");
    assert_eq!(
        (goods_alone.order.state, goods_alone.order.refunded_amount),
        (OrderState::Confirmed, 11_999),
        "without it"
    );
    let fee_alone = RefundOrder { items: Some(Vec::new()), ..fee(true, RefundOrder::whole(order.id, None)) };
    let done = refund(&scene, admin, fee_alone).await.expect("the fee is left");
    assert_eq!((done.order.state, done.order.refunded_amount), (OrderState::Refunded, 14_999), "then nothing is left");
    assert_eq!(scene.points(who), 100_000, "all is back");
}

#[tokio::test]
async fn the_preview_says_to_the_won_what_the_refund_does() {
    let (scene, admin, goods) = open().await;
    let who = scene.customer(100_000).await;
    let coupon = scene.own(who, rate(10)).await;
    let order = paid(&scene, who, goods, &[coupon]).await;
    let before = scene.contents();
    let ask = |items: &str| PreviewRefund { id: order.id, items: Some(items.to_owned()), ..PreviewRefund::default() };
    let wanted = ask(&format!("{}:2", order.items[0].id));
    let told = preview_refund(scene.call(admin), wanted).await.expect("two can go back");
    assert_eq!(scene.contents().hash(), before.hash(), "it changes nothing");
    let line = order.items[0].total_amount * 2 / 3;
    assert_eq!((told.amount, told.points, told.is_whole), (line, line, false), "two thirds of the line");
    assert_eq!((told.items[0].available_before, told.items[0].available_after), (17, 19), "back into stock");
    assert!(!told.coupons[0].comes_back && told.coupons[0].usable, "the coupon stays with the order");
    refund(&scene, admin, part(&order, &[(0, 2)])).await.expect("two go back");
    assert_eq!(scene.points(who), told.balance_after, "and it came so");
    let rest = preview_refund(scene.call(admin), ById { id: order.id }).await.expect("the rest");
    assert_eq!((rest.amount, rest.is_whole), (order.total_amount - line, true), "all that is left");
    assert!(rest.coupons[0].comes_back, "with the coupon");
    let id = order.items[0].id;
    for bad in
        ["", "1", "1:0", ":1", "a:1", "1:1,", "1:1;2:1", "1:1000001", &format!("{id}:1,{id}:1"), &format!("{id}:2")]
    {
        refused(preview_refund(scene.call(admin), ask(bad)).await, ErrorCode::InvalidInput, bad);
    }
}

#[tokio::test]
async fn every_sum_knows_the_parts() {
    let (scene, admin, goods) = open().await;
    let who = scene.customer(100_000).await;
    let order = paid(&scene, who, goods, &[]).await;
    paid(&scene, who, goods, &[]).await;
    refund(&scene, admin, part(&order, &[(0, 1), (1, 1)])).await.expect("two units go back");
    let left = 2 * 11_999 - 4_333;
    let page = list_orders_for_admin(scene.call(admin), ListOrdersForAdmin::default()).await.expect("the list");
    let summary = page.summary.expect("the first page has it");
    assert_eq!((summary.count, summary.ordered, summary.sales), (2, 23_998, left), "of all, from the tally");
    let of_one = ListOrdersForAdmin { user_id: Some(who.user_id), ..ListOrdersForAdmin::default() };
    let page = list_orders_for_admin(scene.call(admin), of_one).await.expect("the list");
    assert_eq!(page.summary.map(|summary| summary.sales), Some(left), "of one customer, order by order");
    let dashboard = get_dashboard(scene.call(admin), Empty {}).await.expect("the first page");
    assert_eq!((dashboard.today.figures.sales, dashboard.today.figures.orders), (left, 2), "of today");
    let statistics = sales_statistics(scene.call(admin), StatisticsPeriod::default()).await.expect("the report");
    assert_eq!(statistics.total.sales, left, "of the period");
    assert_eq!(scene.count("SELECT sum(amount) FROM daily_sales"), left, "by product");
    assert_eq!(scene.count("SELECT sum(quantity) FROM daily_sales"), 8, "and in units");
    let user = shop_app::user::get_user(scene.call(admin), ById { id: who.user_id }).await.expect("the customer");
    assert_eq!(user.totals.paid_amount, left, "of the customer");
    scene.advance_minutes(24 * 60);
    let dashboard = get_dashboard(scene.call(admin), Empty {}).await.expect("the first page");
    assert_eq!(dashboard.yesterday_so_far.figures.sales, left, "and of a part of yesterday");
    let verdict = verify_books(scene.call(admin), Empty {}).await.expect("a verdict");
    assert!(verdict.holds, "the books are right: {verdict:?}");
}

#[tokio::test]
async fn refunded_units_no_longer_count_for_the_limit_of_a_customer() {
    let (scene, admin, _) = open().await;
    let (cup, options) = scene.product_with_options(Some(2), 10).await;
    let who = scene.customer(100_000).await;
    scene.put(who, cup, Some(options[0]), 2).await;
    let order = scene.place(who, &[]).await.expect("two may be bought");
    scene.pay(who, &order).await.expect("it is paid");
    scene.put(who, cup, Some(options[0]), 1).await;
    refused(scene.place(who, &[]).await, ErrorCode::ExceededLimitedQuantity, "a third");
    refund(&scene, admin, part(&order, &[(0, 1)])).await.expect("one goes back");
    scene.place(who, &[]).await.expect("then it is the second");
}

#[tokio::test]
async fn each_part_leaves_its_trace() {
    let (scene, admin, goods) = open().await;
    let who = scene.customer(100_000).await;
    let order = paid(&scene, who, goods, &[]).await;
    scene.advance_minutes(1);
    refund(&scene, admin, part(&order, &[(0, 1)])).await.expect("one goes back");
    scene.advance_minutes(1);
    scene.cancel(who, &order).await.expect("the rest goes back, as it is not shipped");
    let log = list_audit_log(scene.call(admin), ListAuditLog::default()).await.expect("the log");
    let after = log.items[0].after.as_ref().expect("what came of it");
    assert_eq!(
        (&after["refundedAmount"], &after["items"][0]["quantity"]),
        (&json!(3_333), &json!(1)),
        "with the units"
    );
    let detail = get_order_for_admin(scene.call(admin), ById { id: order.id }).await.expect("the order");
    let steps: Vec<_> = detail.timeline.iter().map(|event| (event.step, event.actor_id)).collect();
    let expected = [
        (OrderStep::Placed, None),
        (OrderStep::Paid, None),
        (OrderStep::PartlyRefunded, Some(admin.user_id)),
        (OrderStep::Refunded, None),
    ];
    assert_eq!(steps, expected, "by the admin, then by the customer");
    let by: Vec<_> =
        detail.refunds.iter().map(|one| (one.refund.amount, one.actor_id, one.reason.as_deref())).collect();
    assert_eq!(
        by,
        [(3_333, Some(admin.user_id), Some("파손")), (8_666, Some(who.user_id), None)],
        "each with its actor"
    );
    let then = GetAsOf { id: order.id, instant: None, limit: None };
    let then = get_order_at(scene.call(admin), then).await.expect("its states");
    let kinds: Vec<_> = then.as_of.causes.iter().map(|cause| cause.kind).collect();
    assert_eq!(kinds[..2], [CauseKind::Refunded, CauseKind::PartlyRefunded], "the history has both");
    let told = scene.text("SELECT group_concat(event_type) FROM outbox");
    assert_eq!(told, "order.paid,order.partly_refunded,order.refunded", "and the merchant's system hears of both");
}
