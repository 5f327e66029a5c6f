//! A shipping fee that was changed by hand is found.

use super::tests::broken_after;

#[test]
fn a_fee_that_was_changed_by_hand_is_found() {
    let unchecked = |change: &str| format!("PRAGMA ignore_check_constraints = ON; {change}");
    for (change, number, table) in [
        ("UPDATE \"order\" SET shipping_fee = 50, total_amount = 150".to_owned(), 4, "order"),
        (unchecked("UPDATE \"order\" SET shipping_fee = 50"), 4, "order"),
        (unchecked("UPDATE \"order\" SET total_amount = 50"), 4, "order"),
        (unchecked("UPDATE \"order\" SET shipping_fee = -50, total_amount = 50"), 4, "order"),
        ("UPDATE order_tally SET shipping_fee = 1".to_owned(), 5, "order_tally"),
    ] {
        let found = broken_after(&change);
        assert!(found.contains(&(number, table.to_owned())), "{change}: {found:?}");
    }
}

#[test]
fn the_schema_keeps_fee_and_code_in_their_place() {
    for change in [
        "UPDATE \"order\" SET shipping_fee = 50",
        "UPDATE \"order\" SET shipping_fee = -1, total_amount = 99",
        "UPDATE \"order\" SET delivery_method = 'PICKUP'",
        "UPDATE \"order\" SET pickup_code = '123456'",
        "UPDATE \"order\" SET delivery_method = 'DRONE'",
        "UPDATE \"order\" SET delivery_method = 'PICKUP', pickup_code = '1', shipping_fee = 50, total_amount = 150",
    ] {
        let refused = std::panic::catch_unwind(|| broken_after(change));
        assert!(refused.is_err(), "a condition of the schema keeps it out: {change}");
    }
}
