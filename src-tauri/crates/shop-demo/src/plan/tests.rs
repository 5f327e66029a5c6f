//! What every plan keeps to, whatever its seed and size.

use std::collections::HashMap;

use super::*;

fn now() -> DateTime<Utc> {
    "2026-05-20T03:00:00Z".parse().expect("an instant")
}

fn plans() -> Vec<(DemoSize, Plan)> {
    let sizes =
        [(225, 50, 1_500, 1), (225, 50, 1_500, 2), (1_000, 200, 3_000, 3), (20, 3, 60, 4), (1, 1, 5, 5), (11, 1, 0, 6)];
    sizes
        .into_iter()
        .map(|(products, users, orders, seed)| DemoSize { products, users, orders, seed })
        .map(|size| (size, Plan::new(size, now())))
        .collect()
}

#[test]
fn the_same_seed_gives_the_same_month() {
    let size = DemoSize::default();
    assert_eq!(Plan::new(size, now()), Plan::new(size, now()));
    assert_ne!(Plan::new(size, now()).orders, Plan::new(DemoSize { seed: 2, ..size }, now()).orders);
}

#[test]
fn what_is_sold_was_there_and_what_shall_be_left_is_left() {
    for (size, plan) in plans() {
        let mut taken: HashMap<(usize, Option<usize>), i64> = HashMap::new();
        for line in plan.orders.iter().flat_map(|order| &order.lines) {
            *taken.entry((line.product, line.option)).or_default() += line.quantity;
        }
        for (number, opened) in plan.products.iter().enumerate() {
            let left = crate::catalogue::product(number);
            let of = |option| taken.get(&(number, option)).copied().unwrap_or(0);
            assert_eq!(opened.stock, left.stock + of(None), "product {number} of {size:?}");
            for (n, (opened, left)) in opened.options.iter().zip(&left.options).enumerate() {
                assert_eq!(opened.stock, left.stock + of(Some(n)), "option {n} of product {number} of {size:?}");
            }
        }
    }
}

#[test]
fn nobody_buys_more_than_the_limit() {
    for (size, plan) in plans() {
        let mut had: HashMap<(usize, usize), i64> = HashMap::new();
        for order in &plan.orders {
            for line in &order.lines {
                let had = had.entry((order.customer, line.product)).or_default();
                *had += line.quantity;
                let limit = plan.products[line.product].limited_quantity;
                assert!(limit.is_none_or(|limit| *had <= limit), "product {} of {size:?}", line.product);
            }
        }
    }
}

#[test]
fn things_happen_in_order_and_before_now() {
    for (size, plan) in plans() {
        assert!(plan.events.is_sorted_by_key(|event| event.at), "{size:?}");
        let span = now() - TimeDelta::days(DAYS)..now();
        assert!(plan.events.iter().all(|event| span.contains(&event.at)), "{size:?} stays within the month");
        assert!(plan.orders.iter().all(|order| order.customer < size.users && !order.lines.is_empty()), "{size:?}");
    }
}

#[test]
fn a_month_has_every_fate() {
    let plan = Plan::new(DemoSize::default(), now());
    for fate in [Fate::Paid, Fate::Refunded, Fate::Cancelled, Fate::Abandoned, Fate::Failed, Fate::Unpaid] {
        assert!(plan.orders.iter().any(|order| order.fate == fate), "{fate:?} is to be seen");
    }
    let first = plan.orders.iter().filter(|order| order.customer == 0).count();
    assert!(first >= 20, "the first customer has a history: {first}");
}

#[test]
fn there_is_something_to_send_at_every_hour() {
    let size = DemoSize { products: 225, users: 20, orders: 60, seed: 1 };
    for hour in 0..24 {
        let plan = Plan::new(size, now() + TimeDelta::hours(hour));
        let paid = plan.orders.iter().filter(|order| order.fate == Fate::Paid).count();
        let sent = plan.events.iter().filter(|event| matches!(event.act, Act::Ship(_))).count();
        assert!(sent > 0 && paid - sent >= 4, "{hour} hours later {sent} of {paid} are sent");
    }
}
