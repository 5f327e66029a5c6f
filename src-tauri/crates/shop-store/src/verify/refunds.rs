//! Invariant 4, for what was refunded: order, items, payments, ledger and the rows of the refunds say the same; and the returns.

use super::Invariant;

/// In the order of the rules.
pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant {
        number: 4,
        says: "what was refunded of an order is its refunds, that of its items and the fee, and of its payments; all where it is refunded",
        sql: "SELECT 'order', o.id, format('is %s, refunded %d of %d, fee %d; refunds %d, fee %d; items %d, units left %d; payments %d',
                  o.state, o.refunded_amount, o.total_amount, o.refunded_fee, coalesce(r.amount, 0), coalesce(r.fee, 0),
                  coalesce(i.amount, 0), coalesce(i.units_left, 0), coalesce(p.amount, 0))
              FROM \"order\" o LEFT JOIN (
                  SELECT order_id, sum(amount) AS amount, sum(shipping_fee) AS fee FROM refund GROUP BY order_id
              ) r ON r.order_id = o.id LEFT JOIN (
                  SELECT order_id, sum(refunded_amount) AS amount, sum(quantity - cancelled_quantity) AS units_left
                  FROM order_item GROUP BY order_id
              ) i ON i.order_id = o.id LEFT JOIN (
                  SELECT order_id, sum(refunded_amount) AS amount FROM payment
                  WHERE state = 'COMPLETED' OR state = 'REFUNDED' GROUP BY order_id
              ) p ON p.order_id = o.id
              WHERE o.refunded_amount <> coalesce(r.amount, 0) OR o.refunded_fee <> coalesce(r.fee, 0)
                 OR o.refunded_amount <> coalesce(i.amount, 0) + o.refunded_fee OR o.refunded_fee > o.shipping_fee
                 OR CASE o.state
                    WHEN 'CONFIRMED' THEN o.refunded_amount <> coalesce(p.amount, 0) OR o.refunded_amount > o.total_amount
                        OR (o.refunded_amount = o.total_amount AND coalesce(i.units_left, 0) = 0)
                    WHEN 'REFUNDED' THEN o.refunded_amount <> coalesce(p.amount, 0) OR o.refunded_amount <> o.total_amount
                        OR coalesce(i.units_left, 0) <> 0
                    ELSE o.refunded_amount <> 0 OR r.order_id IS NOT NULL END",
        rows: None,
    },
    Invariant {
        number: 4,
        says: "what was refunded of an item is the items of its order's refunds, and its share of the item's total",
        sql: "SELECT 'order_item', i.id, format('%d of %d units for %d of %d won; refunds: %d units for %d won', i.cancelled_quantity,
                  i.quantity, i.refunded_amount, i.total_amount, coalesce(r.quantity, 0), coalesce(r.amount, 0))
              FROM order_item i LEFT JOIN (
                  SELECT t.order_item_id, f.order_id, sum(t.quantity) AS quantity, sum(t.amount) AS amount
                  FROM refund_item t JOIN refund f ON f.id = t.refund_id GROUP BY t.order_item_id, f.order_id
              ) r ON r.order_item_id = i.id
              WHERE i.cancelled_quantity <> coalesce(r.quantity, 0) OR i.refunded_amount <> coalesce(r.amount, 0)
                 OR r.order_id <> i.order_id OR i.cancelled_quantity NOT BETWEEN 0 AND i.quantity
                 OR i.refunded_amount <> i.total_amount * i.cancelled_quantity / i.quantity",
        rows: None,
    },
    Invariant {
        number: 4,
        says: "a refund is its items and the shipping fee in it, as points and by hand",
        sql: "SELECT 'refund', f.id, format('%d won, %d as points, %d by hand; items %d, fee %d', f.amount, f.point_amount,
                  f.outside_amount, coalesce(t.amount, 0), f.shipping_fee)
              FROM refund f LEFT JOIN (
                  SELECT refund_id, sum(amount) AS amount FROM refund_item GROUP BY refund_id
              ) t ON t.refund_id = f.id
              WHERE f.amount <> coalesce(t.amount, 0) + f.shipping_fee OR f.amount <> f.point_amount + f.outside_amount",
        rows: None,
    },
    Invariant {
        number: 4,
        says: "the ledger has given for an order the points of its refunds, and the rest of them was by hand for a deposit",
        sql: "SELECT 'order', o.id, format('refunds: %d won as points, %d by hand; ledger: %d won; payments from outside gave %d',
                  r.points, r.outside, coalesce(t.points, 0), coalesce(p.outside, 0))
              FROM \"order\" o JOIN (
                  SELECT order_id, sum(point_amount) AS points, sum(outside_amount) AS outside FROM refund GROUP BY order_id
              ) r ON r.order_id = o.id LEFT JOIN (
                  SELECT order_id, sum(amount) AS points FROM balance_transaction
                  WHERE order_id IS NOT NULL AND (type = 'REFUND' OR type = 'ADJUST') GROUP BY order_id
              ) t ON t.order_id = o.id LEFT JOIN (
                  SELECT order_id, sum(refunded_amount) AS outside FROM payment WHERE method <> 'POINT' GROUP BY order_id
              ) p ON p.order_id = o.id
              WHERE r.points <> coalesce(t.points, 0) OR r.outside > coalesce(p.outside, 0)",
        rows: None,
    },
    Invariant {
        number: 4,
        says: "a return is its order's customer's, of its items; a settled one has a refund of them",
        sql: "SELECT 'return_request', t.id, format('is %s of order %d, refund %d', t.state, t.order_id, ifnull(t.refund_id, 0))
              FROM return_request t JOIN \"order\" o ON o.id = t.order_id
              WHERE t.user_id <> o.user_id OR json_array_length(t.items) = 0
                 OR EXISTS (SELECT 1 FROM json_each(t.items) u LEFT JOIN order_item i ON i.id = u.value ->> '$.orderItemId'
                            WHERE i.order_id IS NOT t.order_id OR u.value ->> '$.quantity' NOT BETWEEN 1 AND i.quantity)
                 OR (t.refund_id IS NOT NULL AND EXISTS (
                     SELECT 1 FROM json_each(t.items) u
                     WHERE NOT EXISTS (SELECT 1 FROM refund f JOIN refund_item r ON r.refund_id = f.id
                                       WHERE f.id = t.refund_id AND f.order_id = t.order_id
                                         AND r.order_item_id = u.value ->> '$.orderItemId'
                                         AND r.quantity >= u.value ->> '$.quantity')))",
        rows: None,
    },
    Invariant {
        number: 4,
        says: "an item is in at most one open return, of a paid order, with units that are left",
        sql: "SELECT 'order_item', i.id, format('is in %d open returns with %d of %d units; the order is %s', count(*),
                  sum(u.value ->> '$.quantity'), i.quantity - i.cancelled_quantity, o.state)
              FROM return_request t JOIN json_each(t.items) u JOIN order_item i ON i.id = u.value ->> '$.orderItemId'
              JOIN \"order\" o ON o.id = t.order_id
              WHERE t.state = 'REQUESTED' OR t.state = 'APPROVED' OR t.state = 'RECEIVED'
              GROUP BY i.id
              HAVING count(*) > 1 OR sum(u.value ->> '$.quantity') > i.quantity - i.cancelled_quantity OR o.state <> 'CONFIRMED'",
        rows: None,
    },
];
