//! Payments by a deposit: sound ones pass, and one change breaks invariant 4.

use super::tests::{breaks, broken_after};

const AT: &str = "'2026-03-04T15:00:00.000Z'";

/// The order of the sound data is paid by a transfer of 60 won and 40 points.
fn split() -> String {
    format!(
        "UPDATE payment SET amount = 40;
         INSERT INTO payment (id, order_id, method, amount, state, depositor_name, due_at, paid_at, confirmed_by, created_at,
             updated_at) VALUES (2, 1, 'BANK_TRANSFER', 60, 'COMPLETED', 'A', {AT}, {AT}, 1, {AT}, {AT});
         UPDATE balance_transaction SET amount = -40, balance_after = 960 WHERE id = 2;
         UPDATE user SET available_point = 960, used_point = 40;"
    )
}

/// The same order, still awaiting the 60 won.
fn awaited() -> String {
    format!(
        "{} UPDATE \"order\" SET state = 'NORMAL', delivery_state = NULL, paid_at = NULL, expires_at = {AT};
         UPDATE payment SET state = 'PENDING', paid_at = NULL, confirmed_by = NULL WHERE id = 2;
         DELETE FROM daily_sales; DELETE FROM order_tally;",
        split()
    )
}

#[test]
fn an_order_paid_in_two_parts_and_one_that_awaits_its_deposit_are_sound() {
    assert_eq!(broken_after(&split()), [], "points and a transfer");
    assert_eq!(broken_after(&awaited()), [], "points, and a transfer that is awaited");
}

#[test]
fn what_does_not_add_up_is_found() {
    let more = |method: &str, amount: i64| {
        format!(
            "INSERT INTO payment (order_id, method, amount, state, depositor_name, due_at, created_at, updated_at)
             VALUES (1, '{method}', {amount}, 'PENDING', 'A', {AT}, {AT}, {AT})"
        )
    };
    for (of, change, table) in [
        (split(), "UPDATE payment SET amount = 59 WHERE id = 2".to_owned(), "order"),
        (split(), "UPDATE payment SET state = 'CANCELLED', confirmed_by = NULL WHERE id = 2".to_owned(), "order"),
        (split(), more("CASH", 1), "order"),
        (split(), "UPDATE payment SET balance_transaction_id = 2 WHERE id = 2".to_owned(), "payment"),
        (split(), "UPDATE payment SET balance_transaction_id = 1 WHERE id = 1".to_owned(), "payment"),
        (split(), "UPDATE payment SET balance_transaction_id = NULL WHERE id = 1".to_owned(), "payment"),
        (split(), "UPDATE payment SET refunded_amount = 1 WHERE id = 2".to_owned(), "order"),
        (split(), "UPDATE payment SET state = 'REFUNDED' WHERE id = 2".to_owned(), "payment"),
        (split(), "UPDATE payment SET state = 'REFUNDED', refunded_amount = 40 WHERE id = 1".to_owned(), "order"),
        (
            split(),
            "DROP INDEX payment_valid; INSERT INTO payment (id, order_id, method, amount, state, paid_at, created_at, updated_at)
             VALUES (3, 1, 'POINT', 0, 'COMPLETED', 'T', 'T', 'T')"
                .to_owned(),
            "payment",
        ),
        (awaited(), "UPDATE payment SET amount = 61 WHERE id = 2".to_owned(), "order"),
        (awaited(), "DELETE FROM payment WHERE id = 2".to_owned(), "order"),
        (awaited(), "UPDATE payment SET state = 'CANCELLED' WHERE id = 2".to_owned(), "order"),
        (awaited(), more("CASH", 60), "order"),
        (awaited(), "UPDATE payment SET due_at = '2026-03-04T15:00:00.001Z' WHERE id = 2".to_owned(), "order"),
        (awaited(), "UPDATE \"order\" SET state = 'CANCELLED'".to_owned(), "order"),
        (awaited(), format!("UPDATE payment SET state = 'COMPLETED', paid_at = {AT}, confirmed_by = 1 WHERE id = 2"), "order"),
    ] {
        breaks((&format!("{of} {change}"), 4, table));
    }
    breaks((&format!("{} UPDATE payment SET confirmed_by = 99 WHERE id = 2", split()), 6, "payment"));
}

#[test]
fn no_check_of_the_schema_lets_a_wrong_state_in() {
    let refused = |change: &str| std::panic::catch_unwind(|| broken_after(&format!("{} {change}", split()))).is_err();
    for change in [
        "UPDATE payment SET state = 'PENDING' WHERE id = 2",
        "UPDATE payment SET state = 'PENDING' WHERE id = 1",
        "UPDATE payment SET state = 'CANCELLED' WHERE id = 1",
        "UPDATE payment SET due_at = NULL WHERE id = 2",
        "UPDATE payment SET confirmed_by = 1 WHERE id = 1",
        "UPDATE payment SET depositor_name = 'A' WHERE id = 1",
        "UPDATE payment SET depositor_name = '' WHERE id = 2",
        "UPDATE payment SET refunded_amount = 61 WHERE id = 2",
        "UPDATE payment SET method = 'CARD' WHERE id = 2",
    ] {
        assert!(refused(change), "{change}");
    }
}
