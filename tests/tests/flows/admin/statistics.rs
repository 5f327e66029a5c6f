//! What sold, by day and by product.

use shop_app::order::list_orders_for_admin;
use shop_app::statistics::{get_dashboard, popular_statistics, sales_statistics};
use shop_contract::{Empty, ErrorCode, ListOrdersForAdmin, PopularPeriod, StatisticsPeriod};

use crate::scene::{Scene, moment, refused};

#[tokio::test]
async fn sales_are_told_by_day_and_by_product() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let (cup, dish) = (scene.product(1_000, 9).await, scene.product(5_000, 9).await);
    for product in [dish, cup, cup] {
        let order = scene.buy(who, product).await;
        scene.pay(who, &order).await.expect("it is paid");
    }
    let period = StatisticsPeriod { from: Some(moment("2026-03-09")), to: None };
    let sales = sales_statistics(scene.call(admin), period).await.expect("it is added up");
    let days: Vec<_> = sales.days.iter().map(|day| (day.day.as_str(), day.figures.sales)).collect();
    assert_eq!(days, [("2026-03-09", 0), ("2026-03-10", 7_000)], "each day, also an empty one");
    assert_eq!((sales.total.orders, sales.total.sales), (3, 7_000), "in all");
    for from in ["2026-03-10", "2025-12-01"] {
        let request = PopularPeriod { from: Some(moment(from)), ..PopularPeriod::default() };
        let best = popular_statistics(scene.call(admin), request).await.expect("they are ranked");
        let items: Vec<_> = best.items.iter().map(|item| (item.product_id, item.sales_count)).collect();
        assert_eq!(items, [(cup, 2), (dish, 1)], "from {from}: from memory and from the table alike");
    }
    let none = PopularPeriod { limit: Some(0), ..PopularPeriod::default() };
    refused(popular_statistics(scene.call(admin), none).await, ErrorCode::InvalidInput, "not a limit");
}

#[tokio::test]
async fn ordered_and_paid_are_one_thing_each_in_list_dashboard_and_report() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let (cup, dish, pan) =
        (scene.product(1_000, 9).await, scene.product(5_000, 9).await, scene.product(20_000, 9).await);
    let paid = scene.buy(who, cup).await;
    scene.pay(who, &paid).await.expect("it is paid");
    let refunded = scene.buy(who, dish).await;
    scene.pay(who, &refunded).await.expect("it is paid");
    scene.cancel(who, &refunded).await.expect("it is paid back");
    scene.buy(who, pan).await;
    scene.advance_minutes(11 * 60 + 50);
    assert_eq!(scene.expire().await, 1, "one was never paid");
    let over_midnight = scene.buy(who, cup).await;
    scene.advance_minutes(20);
    scene.pay(who, &over_midnight).await.expect("it is paid on the next day");
    scene.buy(who, dish).await;
    let (first, second) = ((27_000, 1_000), (5_000, 1_000));
    let period = StatisticsPeriod { from: Some(moment("2026-03-10")), to: Some(moment("2026-03-11")) };
    let report = sales_statistics(scene.call(admin), period).await.expect("it is added up");
    let days: Vec<_> = report.days.iter().map(|day| (day.figures.ordered, day.figures.sales)).collect();
    assert_eq!(days, [first, second], "ordered by the day of the order, paid by the day of payment");
    assert_eq!((report.total.ordered, report.total.sales), (32_000, 2_000), "in all");
    let dashboard = get_dashboard(scene.call(admin), Empty {}).await.expect("it is shown");
    let of = |day: shop_contract::DashboardDay| (day.figures.ordered, day.figures.sales);
    assert_eq!((of(dashboard.yesterday), of(dashboard.today)), (first, second), "the dashboard says the same");
    let all = ListOrdersForAdmin {
        from: Some(moment("2026-03-10")),
        to: Some(moment("2026-03-11")),
        ..ListOrdersForAdmin::default()
    };
    let words = ListOrdersForAdmin { q: Some(String::from("손님")), ..all.clone() };
    for (why, request) in [("by the tally", all), ("by words", words)] {
        let summary = list_orders_for_admin(scene.call(admin), request).await.expect("it is listed").summary;
        let summary = summary.expect("the first page has sums");
        assert_eq!(
            (summary.count, summary.ordered, summary.sales),
            (5, 32_000, 2_000),
            "the list says the same, {why}"
        );
    }
}

#[tokio::test]
async fn what_sold_long_ago_counts_with_what_sells_now_until_it_is_given_back() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let (cup, dish) = (scene.product(1_000, 9).await, scene.product(5_000, 9).await);
    let mut old = Vec::new();
    for product in [cup, cup, dish] {
        let order = scene.buy(who, product).await;
        scene.pay(who, &order).await.expect("it is paid");
        old.push(order);
    }
    scene.advance_minutes(40 * 24 * 60);
    let order = scene.buy(who, dish).await;
    scene.pay(who, &order).await.expect("it is paid");
    let best = async |to: Option<&str>| {
        let request = PopularPeriod { from: Some(moment("2026-03-01")), to: to.map(moment), limit: None };
        let best = popular_statistics(scene.call(admin), request).await.expect("they are ranked");
        best.items.iter().map(|item| (item.product_id, item.sales_count, item.sales_amount)).collect::<Vec<_>>()
    };
    let request = PopularPeriod { from: None, to: None, limit: None };
    let now = popular_statistics(scene.call(admin), request).await.expect("they are ranked");
    let figures = (now.items[0].product_id, now.items[0].price, now.items[0].available_quantity);
    assert_eq!(figures, (dish, 5_000, scene.level(dish)), "with the price and the stock of now");
    assert_eq!(now.computed_at, scene.shop.now(), "and the instant of the count");
    let past = Some("2026-03-20");
    for why in ["added up", "kept"] {
        assert_eq!(best(past).await, [(cup, 2, 2_000), (dish, 1, 5_000)], "long ago, {why}");
        assert_eq!(best(None).await, [(cup, 2, 2_000), (dish, 2, 10_000)], "up to now, {why}");
    }
    scene.cancel(who, &old[0]).await.expect("it is not sent yet");
    assert_eq!(best(past).await, [(cup, 1, 1_000), (dish, 1, 5_000)], "what is given back no longer counts long ago");
    assert_eq!(best(None).await, [(dish, 2, 10_000), (cup, 1, 1_000)], "nor up to now");
}

#[tokio::test]
async fn yesterday_counts_up_to_the_time_of_day_that_it_is_now() {
    let scene = Scene::new();
    let (admin, who) = (scene.admin().await, scene.customer(100_000).await);
    let (cup, dish, pan) =
        (scene.product(1_000, 9).await, scene.product(5_000, 9).await, scene.product(20_000, 9).await);
    // At noon, two hours later, and ten minutes before midnight; the last is paid ten minutes after.
    for (product, pause) in [(cup, 2 * 60), (dish, 9 * 60 + 50)] {
        let order = scene.buy(who, product).await;
        scene.pay(who, &order).await.expect("it is paid");
        scene.advance_minutes(pause);
    }
    let over_midnight = scene.buy(who, pan).await;
    scene.advance_minutes(20);
    scene.pay(who, &over_midnight).await.expect("it is paid on the next day");
    let so_far = async || {
        let day = get_dashboard(scene.call(admin), Empty {}).await.expect("it is shown").yesterday_so_far;
        (day.placed, day.figures.ordered, day.figures.orders, day.figures.sales)
    };
    assert_eq!(so_far().await, (0, 0, 0, 0), "ten past midnight");
    for (pause, figures, when) in [
        (12 * 60, (1, 1_000, 1, 1_000), "ten past noon"),
        (2 * 60, (2, 6_000, 2, 6_000), "ten past two"),
        (9 * 60 + 45, (3, 26_000, 2, 6_000), "five to midnight: placed, and paid only on the next day"),
        (10, (0, 0, 0, 0), "five past midnight"),
        (10, (0, 0, 1, 20_000), "a quarter past: paid then, and ordered the day before"),
    ] {
        scene.advance_minutes(pause);
        assert_eq!(so_far().await, figures, "{when}");
    }
}
