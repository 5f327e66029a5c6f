//! The shipping fee, in every place that an order has its total: quote, order, payment, refund, sums. Orders that are picked up.

use shop_app::order::{cancel_order, export_orders, list_orders_for_admin, place_order, quote_order};
use shop_app::shop::get_shop;
use shop_app::statistics::{get_dashboard, sales_statistics};
use shop_contract::{
    ById, DeliveryMethod, Empty, ErrorCode, ExportOrders, ListOrdersForAdmin, OrderState, OrderedProduct, PlaceOrder,
    QuoteOrder, ShippingAddress, ShippingSettings, ShippingSurcharge, StatisticsPeriod,
};

use crate::scene::{Scene, order, rate, refused};

/// A fee of 3,000 won, none from 30,000 won of goods, 3,000 more on Jeju, and picking up.
fn shipping() -> ShippingSettings {
    ShippingSettings {
        base: 3_000,
        free_over: 30_000,
        surcharge: vec![ShippingSurcharge { from: "63000".into(), to: "63644".into(), amount: 3_000 }],
        pickup: true,
        pickup_address: "서울시 중구 세종대로 110".into(),
        ..ShippingSettings::default()
    }
}

fn to(zip_code: &str) -> ShippingAddress {
    ShippingAddress { zip_code: zip_code.into(), ..order(&[]).shipping_address }
}

fn by_pickup() -> PlaceOrder {
    let address = ShippingAddress { zip_code: String::new(), address: String::new(), ..order(&[]).shipping_address };
    PlaceOrder { shipping_address: address, delivery_method: Some(DeliveryMethod::Pickup), ..order(&[]) }
}

#[tokio::test]
async fn a_shop_that_sets_nothing_ships_for_nothing() {
    let scene = Scene::new();
    let who = scene.customer(100_000).await;
    let cup = scene.product(1_000, 10).await;
    let shop = get_shop(scene.visitor(), Empty {}).await.expect("the shop");
    assert_eq!((shop.shipping.base, shop.shipping.free_over, shop.shipping.pickup), (0, 0, false), "all is off");
    scene.put(who, cup, None, 1).await;
    let quoted = quote_order(scene.call(who), QuoteOrder::default()).await.expect("a quote");
    assert_eq!((quoted.shipping_fee, quoted.until_free_shipping, quoted.total_amount), (0, None, 1_000), "as before");
    let refusal = place_order(scene.call(who), by_pickup()).await;
    let details = refused(refusal, ErrorCode::InvalidInput, "nothing can be picked up");
    assert_eq!(details["fields"][0]["field"], "deliveryMethod", "and the field is named");
    let pickup = QuoteOrder { delivery_method: Some(DeliveryMethod::Pickup), ..QuoteOrder::default() };
    refused(quote_order(scene.call(who), pickup).await, ErrorCode::InvalidInput, "nor quoted so");
    let placed = scene.place(who, &[]).await.expect("it is placed");
    assert_eq!((placed.shipping_fee, placed.total_amount), (0, 1_000), "for the goods alone");
    assert_eq!((placed.delivery_method, placed.pickup_code), (DeliveryMethod::Delivery, None), "by a carrier");
}

#[tokio::test]
async fn a_quote_an_order_and_its_payment_have_one_total() {
    let scene = Scene::new();
    scene.set_shipping(shipping()).await;
    let who = scene.customer(1_000_000).await;
    let cup = scene.product(10_000, 100).await;
    let half = scene.own(who, rate(50)).await;
    for (why, quantity, coupons, zip_code, fee, goods) in [
        ("below the limit", 1, vec![], "04524", 3_000, 10_000),
        ("on an island", 1, vec![], "63000", 6_000, 10_000),
        ("at the limit", 3, vec![], "04524", 0, 30_000),
        ("at the limit on an island", 3, vec![], "63000", 0, 30_000),
        ("a coupon takes the goods below the limit", 4, vec![half], "04524", 3_000, 20_000),
    ] {
        let items = vec![OrderedProduct { product_id: cup, product_option_id: None, quantity }];
        let asked = QuoteOrder {
            coupon_ids: coupons.clone(),
            items: Some(items.clone()),
            zip_code: Some(zip_code.into()),
            ..QuoteOrder::default()
        };
        let quoted = quote_order(scene.call(who), asked).await.expect(why);
        assert_eq!((quoted.shipping_fee, quoted.total_amount), (fee, goods + fee), "{why}: quoted");
        let missing = (fee > 0).then_some(30_000 - goods);
        assert_eq!(quoted.until_free_shipping, missing, "{why}: what is missing");
        let wanted = |expected_total| PlaceOrder {
            items: Some(items.clone()),
            shipping_address: to(zip_code),
            expected_total,
            ..order(&coupons)
        };
        let wrong = place_order(scene.call(who), wanted(Some(goods + fee + 1))).await;
        let details = refused(wrong, ErrorCode::AmountMismatch, why);
        assert_eq!(details["expected"], goods + fee, "{why}: the shop's figure has the fee");
        let placed = place_order(scene.call(who), wanted(Some(quoted.total_amount))).await.expect(why);
        assert_eq!((placed.shipping_fee, placed.total_amount), (fee, goods + fee), "{why}: placed");
        assert_eq!(placed.discount_amount, quoted.discount_amount, "{why}: no coupon touches the fee");
        let before = scene.points(who);
        scene.pay(who, &placed).await.expect(why);
        assert_eq!(before - scene.points(who), goods + fee, "{why}: paid with the fee");
    }
}

#[tokio::test]
async fn a_quote_without_an_address_has_the_fee_without_a_surcharge() {
    let scene = Scene::new();
    scene.set_shipping(shipping()).await;
    let who = scene.customer(0).await;
    let cup = scene.product(10_000, 100).await;
    scene.put(who, cup, None, 1).await;
    let quoted = quote_order(scene.call(who), QuoteOrder::default()).await.expect("a quote");
    assert_eq!((quoted.shipping_fee, quoted.shipping_surcharge), (3_000, 0), "no address yet");
    let bad = QuoteOrder { zip_code: Some("123".into()), ..QuoteOrder::default() };
    let details = refused(quote_order(scene.call(who), bad).await, ErrorCode::InvalidInput, "no postcode");
    assert_eq!(details["fields"][0]["field"], "zipCode", "named");
}

#[tokio::test]
async fn free_goods_are_paid_for_where_there_is_a_fee() {
    let scene = Scene::new();
    scene.set_shipping(shipping()).await;
    let who = scene.customer(10_000).await;
    let cup = scene.product(1_000, 100).await;
    let all = scene.own(who, rate(100)).await;
    scene.put(who, cup, None, 1).await;
    let placed = scene.place(who, &[all]).await.expect("it is placed");
    assert_eq!((placed.state, placed.total_amount), (OrderState::Normal, 3_000), "the fee awaits its payment");
    scene.pay(who, &placed).await.expect("it is paid");
    assert_eq!(scene.points(who), 7_000, "the fee alone");
    let all = scene.own(who, rate(100)).await;
    scene.put(who, cup, None, 1).await;
    let picked = PlaceOrder { coupon_ids: vec![all], ..by_pickup() };
    let placed = place_order(scene.call(who), picked).await.expect("it is placed");
    assert_eq!((placed.state, placed.total_amount), (OrderState::Confirmed, 0), "picked up, it is free at once");
}

#[tokio::test]
async fn a_refund_gives_the_fee_back_and_sales_are_those_of_the_goods() {
    let scene = Scene::new();
    scene.set_shipping(shipping()).await;
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let cup = scene.product(10_000, 100).await;
    let (kept, back) = (scene.buy(who, cup).await, scene.buy(who, cup).await);
    for order in [&kept, &back] {
        scene.pay(who, order).await.expect("it is paid");
    }
    let sums = async || {
        let page = list_orders_for_admin(scene.call(admin), ListOrdersForAdmin::default()).await.expect("a page");
        let sums = page.summary.expect("the first page has sums");
        (sums.count, sums.ordered, sums.sales, sums.shipping_fees)
    };
    assert_eq!(sums().await, (2, 26_000, 26_000, 6_000), "with the fees, which have a column of their own");
    let refunded = cancel_order(scene.call(who), ById { id: back.id }).await.expect("it is refunded");
    assert_eq!(refunded.refunded_amount, 13_000, "all of it");
    assert_eq!(scene.points(who), 87_000, "the fee too");
    assert_eq!(sums().await, (2, 26_000, 13_000, 6_000), "what is kept");
    assert_eq!(scene.count("SELECT sum(amount) FROM daily_sales"), 10_000, "sales of products are without fees");
    let days = sales_statistics(scene.call(admin), StatisticsPeriod::default()).await.expect("the sales");
    assert_eq!((days.total.sales, days.total.ordered), (10_000, 20_000), "as are the sales by day");
    let dashboard = get_dashboard(scene.call(admin), Empty {}).await.expect("the dashboard");
    assert_eq!(dashboard.today.figures.sales, 10_000, "and today's");
    let file = export_orders(scene.call(admin), ExportOrders::default()).await.expect("a file").csv;
    let names: Vec<&str> = file.lines().next().expect("names").split(',').collect();
    let column = names.iter().position(|name| *name == "shippingFee").expect("a column of its own");
    let fees: Vec<&str> = file.lines().skip(1).filter_map(|line| line.split(',').nth(column)).collect();
    assert_eq!(fees, ["3000", "3000"], "the fee of each order");
}

#[tokio::test]
async fn an_order_that_is_picked_up_has_a_name_a_number_and_a_code() {
    let scene = Scene::new();
    scene.set_shipping(shipping()).await;
    let who = scene.customer(100_000).await;
    let cup = scene.product(1_000, 10).await;
    scene.put(who, cup, None, 1).await;
    let without = |change: fn(&mut ShippingAddress)| {
        let mut request = by_pickup();
        change(&mut request.shipping_address);
        request
    };
    for (field, request) in [
        ("shippingAddress.recipientName", without(|address| address.recipient_name.clear())),
        ("shippingAddress.phone", without(|address| address.phone.clear())),
    ] {
        let details = refused(place_order(scene.call(who), request).await, ErrorCode::InvalidInput, field);
        assert_eq!(details["fields"][0]["field"], field, "named");
    }
    let placed = place_order(scene.call(who), by_pickup()).await.expect("name and number are enough");
    assert_eq!((placed.delivery_method, placed.shipping_fee), (DeliveryMethod::Pickup, 0), "for nothing");
    let code = placed.pickup_code.clone().expect("a code");
    assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()), "six digits: {code}");
    let read = shop_app::order::get_order(scene.call(who), ById { id: placed.id }).await.expect("it is read");
    assert_eq!(read.pickup_code, Some(code), "which stay");
    assert_eq!(
        (read.shipping_address.zip_code.as_str(), read.shipping_address.address.as_str()),
        ("", ""),
        "no address"
    );
    let by_carrier = PlaceOrder { delivery_method: Some(DeliveryMethod::Delivery), ..by_pickup() };
    scene.put(who, cup, None, 1).await;
    refused(place_order(scene.call(who), by_carrier).await, ErrorCode::InvalidInput, "a parcel needs an address");
}
