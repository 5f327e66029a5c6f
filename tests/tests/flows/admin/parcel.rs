//! Carriers, tracking numbers and codes: set when an order is shipped, corrected until it is delivered, each change in the audit log.

use shop_app::order::{
    deliver_order, get_order, list_packing_slips, place_order, set_tracking, ship_order, unship_order,
};
use shop_app::runtime::Principal;
use shop_app::shop::{get_settings, update_settings};
use shop_contract::{
    ById, DeliverOrder, DeliveryMethod, DeliveryState, Empty, ErrorCode, ListPackingSlips, Order, PlaceOrder,
    SetTracking, Settings, ShipOrder, ShippingCarrier, ShippingSettings, ShippingSurcharge, ShopError, UpdateSettings,
};

use crate::scene::{Scene, order, refused};

/// An admin, a customer, and a paid order.
async fn paid(scene: &Scene) -> (Principal, Principal, Order) {
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let order = scene.buy(who, scene.product(1_000, 10).await).await;
    scene.pay(who, &order).await.expect("it is paid");
    (admin, who, order)
}

fn tracked(id: i64, carrier: &str, number: &str) -> SetTracking {
    SetTracking { id, carrier: Some(carrier.into()), tracking_number: Some(number.into()), updated_at: None }
}

#[tokio::test]
async fn a_shipped_order_has_a_carrier_a_number_and_a_link() {
    let scene = Scene::new();
    let (admin, who, order) = paid(&scene).await;
    let ship = |carrier: &str, number: &str| {
        let (carrier, tracking_number) = (Some(carrier.into()), Some(number.into()));
        ship_order(scene.call(admin), ShipOrder { id: order.id, carrier, tracking_number })
    };
    let details = refused(ship(&"가".repeat(51), "<1>").await, ErrorCode::InvalidInput, "neither is one");
    let fields: Vec<_> = details["fields"].as_array().expect("a list").iter().map(|field| &field["field"]).collect();
    assert_eq!(fields, ["carrier", "trackingNumber"], "both are named");
    let shipped = ship(" 한진택배 ", "1234-5678").await.expect("it is shipped").order;
    assert_eq!(shipped.delivery_state, Some(DeliveryState::Shipped), "on its way");
    let seen = get_order(scene.call(who), ById { id: order.id }).await.expect("the customer sees it");
    assert_eq!(
        (seen.carrier.as_deref(), seen.tracking_number.as_deref()),
        (Some("한진택배"), Some("1234-5678")),
        "both"
    );
    let url = seen.tracking_url.expect("a known carrier has a page");
    assert!(url.starts_with("https://www.hanjin.com/") && url.ends_with("=12345678"), "of its number: {url}");
    unship_order(scene.call(admin), ById { id: order.id }).await.expect("it is undone");
    let seen = get_order(scene.call(who), ById { id: order.id }).await.expect("the customer sees it");
    assert_eq!((seen.carrier, seen.tracking_number, seen.tracking_url), (None, None, None), "nothing is on its way");
}

#[tokio::test]
async fn tracking_is_corrected_until_the_order_is_delivered() {
    let scene = Scene::new();
    let (admin, who, order) = paid(&scene).await;
    let other = scene.buy(who, scene.product(1_000, 10).await).await;
    let set = |request| set_tracking(scene.call(admin), request);
    refused(set(tracked(other.id, "한진택배", "1234")).await, ErrorCode::InvalidOrderState, "not paid");
    refused(set(tracked(999, "한진택배", "1234")).await, ErrorCode::OrderNotFound, "no such order");
    set(tracked(order.id, "한진택배", "1234")).await.expect("a number may be known before the parcel leaves");
    ship_order(scene.call(admin), ById { id: order.id }).await.expect("it is shipped");
    let read = get_order(scene.call(who), ById { id: order.id }).await.expect("it is read");
    assert_eq!(read.tracking_number.as_deref(), Some("1234"), "the order keeps it");
    let first = set(tracked(order.id, "롯데택배", "5678")).await.expect("it is corrected");
    let stale = SetTracking { updated_at: Some(read.updated_at), ..tracked(order.id, "로젠택배", "9999") };
    let details = refused(set(stale).await, ErrorCode::Conflict, "it has changed since it was read");
    assert_eq!(details["current"]["trackingNumber"], "5678", "as it is now");
    let rows = || scene.count("SELECT count(*) FROM audit_log WHERE action = 'set_tracking'");
    assert_eq!(rows(), 2, "each change has its line");
    let same = SetTracking { updated_at: Some(first.order.updated_at), ..tracked(order.id, "롯데택배", "5678") };
    set(same).await.expect("what is there may be set");
    assert_eq!(rows(), 2, "but is no change");
    let none = SetTracking { id: order.id, carrier: None, tracking_number: None, updated_at: None };
    let cleared = set(none).await.expect("it is taken away").order;
    assert_eq!((cleared.carrier, cleared.tracking_number), (None, None), "both");
    deliver_order(scene.call(admin), ById { id: order.id }).await.expect("it arrives");
    refused(set(tracked(order.id, "한진택배", "1234")).await, ErrorCode::InvalidOrderState, "delivered");
}

#[tokio::test]
async fn an_order_is_handed_over_to_the_customer_that_tells_its_code() {
    let scene = Scene::new();
    scene.set_shipping(ShippingSettings { pickup: true, ..ShippingSettings::default() }).await;
    let (admin, who, parcel) = paid(&scene).await;
    let cup = scene.product(1_000, 10).await;
    scene.put(who, cup, None, 1).await;
    let pickup = PlaceOrder { delivery_method: Some(DeliveryMethod::Pickup), ..order(&[]) };
    let placed = place_order(scene.call(who), pickup).await.expect("it is placed");
    scene.pay(who, &placed).await.expect("it is paid");
    let code = placed.pickup_code.clone().expect("a code");
    let number = ShipOrder { id: placed.id, carrier: Some("한진택배".into()), tracking_number: None };
    refused(ship_order(scene.call(admin), number).await, ErrorCode::InvalidInput, "no carrier brings it");
    refused(
        set_tracking(scene.call(admin), tracked(placed.id, "한진택배", "1234")).await,
        ErrorCode::InvalidOrderState,
        "nor later",
    );
    let hand_over = |id, code: Option<&str>| {
        deliver_order(scene.call(admin), DeliverOrder { id, pickup_code: code.map(str::to_owned) })
    };
    refused(hand_over(placed.id, Some(&code)).await, ErrorCode::InvalidOrderState, "it is not ready");
    ship_order(scene.call(admin), ById { id: placed.id }).await.expect("it is ready");
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for (why, told, reason) in [("none", None, "MISSING"), ("a wrong one", Some(wrong), "WRONG")] {
        let details = refused(hand_over(placed.id, told).await, ErrorCode::InvalidInput, why);
        let fault = &details["fields"][0];
        assert_eq!((&fault["field"], &fault["reason"]), (&"pickupCode".into(), &reason.into()), "{why}");
    }
    let spaced = format!(" {} {} ", &code[..3], &code[3..]);
    let done = hand_over(placed.id, Some(&spaced)).await.expect("it is handed over").order;
    assert_eq!(done.delivery_state, Some(DeliveryState::Delivered), "and has arrived");
    ship_order(scene.call(admin), ById { id: parcel.id }).await.expect("the parcel is shipped");
    refused(hand_over(parcel.id, Some(&code)).await, ErrorCode::InvalidInput, "a parcel has no code");
    hand_over(parcel.id, None).await.expect("and needs none");
}

#[tokio::test]
async fn packing_slips_come_in_the_sequence_that_was_picked() {
    let scene = Scene::new();
    let (admin, who, first) = paid(&scene).await;
    let second = scene.buy(who, scene.product(1_000, 10).await).await;
    let slips = |ids: String| list_packing_slips(scene.call(admin), ListPackingSlips { ids });
    let found = slips(format!("{},{},999,{}", second.id, first.id, second.id)).await.expect("two");
    let ids: Vec<i64> = found.items.iter().map(|slip| slip.order.id).collect();
    assert_eq!(ids, [second.id, first.id], "each once, and none for what is not there");
    for bad in ["", "x", "0", "1,,2"] {
        refused(slips(bad.into()).await, ErrorCode::InvalidInput, bad);
    }
}

/// Saves the settings as they are, with another part for shipping.
async fn save(scene: &Scene, owner: Principal, shipping: ShippingSettings) -> Result<Settings, ShopError> {
    let now = get_settings(scene.call(owner), Empty {}).await.expect("they are read");
    let request = UpdateSettings {
        updated_at: now.updated_at,
        shop_name: now.shop_name,
        low_stock_threshold: now.low_stock_threshold,
        order_expiry_minutes: now.order_expiry_minutes,
        backup_hour: None,
        backups_kept: None,
        point_charging: None,
        payment_methods: None,
        deposit_days: None,
        return_days: None,
        business: None,
        deposit_account: None,
        shipping: Some(shipping),
        webhook_url: None,
        webhook_allow_local: None,
        alerts: None,
    };
    update_settings(scene.call(owner), request).await
}

#[tokio::test]
async fn the_settings_of_shipping_are_checked_field_by_field() {
    let scene = Scene::new();
    let owner = scene.admin().await;
    let save = async |shipping: ShippingSettings| save(&scene, owner, shipping).await;
    let range = |from: &str, to: &str, amount| ShippingSurcharge { from: from.into(), to: to.into(), amount };
    let carrier = |name: &str, url: &str| ShippingCarrier { name: name.into(), url: url.into() };
    let none = ShippingSettings::default;
    let good = "https://a.kr/{number}";
    for (field, shipping) in [
        ("shipping.base", ShippingSettings { base: -1, ..none() }),
        ("shipping.base", ShippingSettings { base: 1_000_001, ..none() }),
        ("shipping.freeOver", ShippingSettings { free_over: -1, ..none() }),
        ("shipping.surcharge.from", ShippingSettings { surcharge: vec![range("6300", "63644", 1)], ..none() }),
        ("shipping.surcharge.to", ShippingSettings { surcharge: vec![range("63000", "", 1)], ..none() }),
        ("shipping.surcharge.amount", ShippingSettings { surcharge: vec![range("63000", "63644", -1)], ..none() }),
        ("shipping.surcharge", ShippingSettings { surcharge: vec![range("63644", "63000", 1)], ..none() }),
        (
            "shipping.surcharge",
            ShippingSettings {
                surcharge: vec![range("1".repeat(5).as_str(), "22222", 1), range("22222", "33333", 1)],
                ..none()
            },
        ),
        ("shipping.pickupAddress", ShippingSettings { pickup_address: "가".repeat(201), ..none() }),
        ("shipping.pickupHours", ShippingSettings { pickup_hours: "가\n나".into(), ..none() }),
        ("shipping.carriers.name", ShippingSettings { carriers: vec![carrier(" ", good)], ..none() }),
        (
            "shipping.carriers.name",
            ShippingSettings { carriers: vec![carrier("택배", good), carrier("택배", good)], ..none() },
        ),
        (
            "shipping.carriers.url",
            ShippingSettings { carriers: vec![carrier("택배", "http://a.kr/{number}")], ..none() },
        ),
        ("shipping.carriers.url", ShippingSettings { carriers: vec![carrier("택배", "https://a.kr/")], ..none() }),
        ("shipping.carriers", ShippingSettings { carriers: vec![carrier("택배", good); 31], ..none() }),
    ] {
        let details = refused(save(shipping).await, ErrorCode::InvalidInput, field);
        assert_eq!(details["fields"][0]["field"], field, "the field is named");
    }
    let wanted = ShippingSettings {
        base: 3_000,
        free_over: 30_000,
        surcharge: vec![range(" 63000 ", "63644", 3_000)],
        carriers: vec![carrier(" 우리택배 ", good)],
        ..none()
    };
    let kept = save(wanted).await.expect("they are good").shipping;
    assert_eq!(
        (kept.surcharge[0].from.as_str(), kept.carriers[0].name.as_str()),
        ("63000", "우리택배"),
        "in normal form"
    );
}
