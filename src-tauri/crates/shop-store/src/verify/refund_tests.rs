//! Refunds in part and returns: sound ones pass, and one change breaks invariant 4 or another sum.

use super::tests::{breaks, broken_after};

const AT: &str = "'2026-03-04T15:00:00.000Z'";

/// One of the two units of the sound order is refunded for 50 of its 100 won, and the other one is being returned.
fn in_part() -> String {
    format!(
        "INSERT INTO refund (id, order_id, amount, point_amount, outside_amount, shipping_fee, restock, actor_id, created_at,
             updated_at) VALUES (1, 1, 50, 50, 0, 0, 1, 1, {AT}, {AT});
         INSERT INTO refund_item (id, refund_id, order_item_id, quantity, amount, created_at, updated_at)
             VALUES (1, 1, 1, 1, 50, {AT}, {AT});
         INSERT INTO return_request (id, order_id, user_id, items, reason, state, note, approved_at, received_at, refund_id,
             actor_id, created_at, updated_at)
             VALUES (1, 1, 1, '[{{\"orderItemId\":1,\"quantity\":1}}]', 'R', 'REQUESTED', NULL, NULL, NULL, NULL, NULL, {AT}, {AT}),
                    (2, 1, 1, '[{{\"orderItemId\":1,\"quantity\":1}}]', 'R', 'REFUNDED', NULL, {AT}, {AT}, 1, 1, {AT}, {AT});
         UPDATE \"order\" SET refunded_amount = 50; UPDATE order_item SET cancelled_quantity = 1, refunded_amount = 50;
         UPDATE payment SET refunded_amount = 50; UPDATE order_tally SET refunded_amount = 50;
         UPDATE daily_sales SET quantity = 1, amount = 50;
         UPDATE stock SET available_quantity = 9, sold_quantity = 1;
         INSERT INTO stock_movement (product_id, type, quantity, available_after, order_id, created_at, updated_at)
             VALUES (1, 'RESTORE', 1, 9, 1, {AT}, {AT});
         INSERT INTO balance_transaction (id, user_id, order_id, type, amount, balance_before, balance_after, description,
             created_at, updated_at) VALUES (3, 1, 1, 'REFUND', 50, 900, 950, '', {AT}, {AT});
         UPDATE user SET available_point = 950, used_point = 50;"
    )
}

#[test]
fn an_order_that_is_refunded_in_part_is_sound() {
    assert_eq!(broken_after(&in_part()), []);
}

#[test]
fn what_does_not_add_up_is_found() {
    for (change, invariant, table) in [
        ("UPDATE \"order\" SET refunded_amount = 49", 4, "order"),
        ("UPDATE \"order\" SET refunded_amount = 0", 4, "order"),
        ("UPDATE order_item SET refunded_amount = 49", 4, "order_item"),
        ("UPDATE order_item SET cancelled_quantity = 2", 4, "order_item"),
        ("UPDATE order_item SET cancelled_quantity = 0", 1, "stock"),
        ("UPDATE order_item SET cancelled_quantity = 0", 5, "daily_sales"),
        ("UPDATE payment SET refunded_amount = 49", 4, "order"),
        ("UPDATE payment SET refunded_amount = 0", 4, "order"),
        ("UPDATE order_tally SET refunded_amount = 0", 5, "order_tally"),
        ("UPDATE daily_sales SET amount = 100", 5, "daily_sales"),
        ("UPDATE refund SET amount = 40, point_amount = 40", 4, "refund"),
        ("UPDATE refund SET point_amount = 0, outside_amount = 50", 4, "order"),
        ("DELETE FROM refund", 4, "order"),
        ("DELETE FROM refund", 6, "refund_item"),
        ("DELETE FROM refund_item", 4, "refund"),
        ("DELETE FROM refund_item", 4, "return_request"),
        ("UPDATE refund_item SET quantity = 2", 4, "order_item"),
        ("UPDATE refund_item SET amount = 49", 4, "refund"),
        ("UPDATE refund_item SET order_item_id = 9", 6, "refund_item"),
        ("DELETE FROM balance_transaction WHERE id = 3", 4, "order"),
        ("UPDATE balance_transaction SET order_id = NULL WHERE id = 3", 4, "order"),
        ("UPDATE return_request SET user_id = 2", 4, "return_request"),
        ("UPDATE return_request SET order_id = 9 WHERE id = 1", 6, "return_request"),
        ("UPDATE return_request SET items = '[{\"orderItemId\":1,\"quantity\":2}]' WHERE id = 1", 4, "order_item"),
        ("UPDATE return_request SET items = '[{\"orderItemId\":1,\"quantity\":3}]' WHERE id = 1", 4, "return_request"),
        ("UPDATE return_request SET items = '[{\"orderItemId\":1,\"quantity\":2}]' WHERE id = 2", 4, "return_request"),
        ("UPDATE return_request SET items = '[{\"orderItemId\":9,\"quantity\":1}]' WHERE id = 1", 4, "return_request"),
        ("UPDATE return_request SET items = '[]' WHERE id = 1", 4, "return_request"),
        ("UPDATE return_request SET items = '[1]' WHERE id = 1", 7, "return_request"),
        ("UPDATE return_request SET state = 'RECEIVED', refund_id = NULL WHERE id = 2", 4, "order_item"),
        ("UPDATE return_request SET refund_id = 9 WHERE id = 2", 6, "return_request"),
    ] {
        breaks((&format!("{} {change}", in_part()), invariant, table));
    }
}

#[test]
fn no_check_of_the_schema_lets_a_wrong_row_in() {
    let refused = |change: &str| std::panic::catch_unwind(|| broken_after(&format!("{} {change}", in_part()))).is_err();
    for change in [
        "UPDATE \"order\" SET refunded_amount = 101",
        "UPDATE \"order\" SET refunded_amount = -1",
        "UPDATE \"order\" SET refunded_fee = 1",
        "UPDATE order_item SET cancelled_quantity = 3",
        "UPDATE order_item SET refunded_amount = 101",
        "UPDATE refund SET amount = 51",
        "UPDATE refund SET shipping_fee = 51",
        "UPDATE refund SET restock = 2",
        "UPDATE refund SET sent_at = created_at",
        "UPDATE refund_item SET quantity = 0",
        "UPDATE return_request SET state = 'APPROVED' WHERE id = 1",
        "UPDATE return_request SET state = 'REJECTED', rejected_at = created_at, actor_id = 1 WHERE id = 1",
        "UPDATE return_request SET refund_id = NULL WHERE id = 2",
        "UPDATE return_request SET items = 'x' WHERE id = 1",
        "UPDATE return_request SET reason = '' WHERE id = 1",
    ] {
        assert!(refused(change), "{change}");
    }
}
