//! Invariants 1 to 5: stock, points, coupons, orders and daily sales each add up.

use super::Invariant;

/// In the order of the rules.
pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant {
        number: 1,
        says: "initial stock and all its movements make what is available",
        sql: "SELECT 'stock', s.id, format('initial %d + movements %d <> available %d',
                  s.initial_quantity, coalesce(m.total, 0), s.available_quantity)
              FROM stock s LEFT JOIN (
                  SELECT product_id, ifnull(product_option_id, 0) AS option_id, sum(quantity) AS total
                  FROM stock_movement GROUP BY 1, 2
              ) m ON m.product_id = s.product_id AND m.option_id = ifnull(s.product_option_id, 0)
              WHERE s.initial_quantity + coalesce(m.total, 0) <> s.available_quantity OR s.available_quantity < 0",
        rows: None,
    },
    Invariant {
        number: 1,
        says: "what is sold is what orders hold that are placed or paid, without refunded units",
        sql: "SELECT 'stock', s.id, format('sold %d <> ordered %d', s.sold_quantity, coalesce(i.total, 0))
              FROM stock s LEFT JOIN (
                  SELECT i.product_id, ifnull(i.product_option_id, 0) AS option_id,
                         sum(i.quantity - i.cancelled_quantity) AS total
                  FROM order_item i JOIN \"order\" o ON o.id = i.order_id
                  WHERE o.state IN ('NORMAL', 'CONFIRMED') GROUP BY 1, 2
              ) i ON i.product_id = s.product_id AND i.option_id = ifnull(s.product_option_id, 0)
              WHERE s.sold_quantity <> coalesce(i.total, 0)",
        rows: None,
    },
    Invariant {
        number: 1,
        says: "what was sold or moved has a stock that it was taken from",
        sql: "SELECT t, id, format('no stock of product %d, option %d', product_id, option_id) FROM (
                  SELECT 'order_item' AS t, id, product_id, ifnull(product_option_id, 0) AS option_id FROM order_item
                  UNION ALL
                  SELECT 'stock_movement', id, product_id, ifnull(product_option_id, 0) FROM stock_movement
              ) AS moved
              WHERE NOT EXISTS (SELECT 1 FROM stock s WHERE s.product_id = moved.product_id
                                AND ifnull(s.product_option_id, 0) = moved.option_id)",
        rows: None,
    },
    Invariant {
        number: 2,
        says: "the ledger adds up to the points a user has and has spent",
        sql: "SELECT 'user', u.id, format('available %d, ledger %d; used %d, ledger %d', u.available_point,
                  coalesce(t.total, 0), u.used_point, coalesce(t.used, 0))
              FROM user u LEFT JOIN (
                  SELECT user_id, sum(amount) AS total,
                         -sum(CASE WHEN type IN ('PAYMENT', 'REFUND') THEN amount ELSE 0 END) AS used
                  FROM balance_transaction GROUP BY user_id
              ) t ON t.user_id = u.id
              WHERE u.available_point <> coalesce(t.total, 0) OR u.used_point <> coalesce(t.used, 0)",
        rows: None,
    },
    Invariant {
        number: 2,
        says: "each row of the ledger goes on where the one before it ended",
        sql: "SELECT 'balance_transaction', id, format('before %d + %d = after %d, but the row before ended at %d',
                  balance_before, amount, balance_after, previous)
              FROM (SELECT *, lag(balance_after, 1, 0) OVER (PARTITION BY user_id ORDER BY id) AS previous
                    FROM balance_transaction)
              WHERE balance_before <> previous OR balance_before + amount <> balance_after",
        rows: None,
    },
    Invariant {
        number: 2,
        says: "a confirmed request for points has its one charge in the ledger, any other request has none",
        sql: "SELECT 'charge_request', c.id, format('is %s, %d won of user %d; ledger row %d: %s, %d won of user %d', c.state,
                  c.amount, c.user_id, ifnull(c.balance_transaction_id, 0), ifnull(t.type, 'none'), ifnull(t.amount, 0),
                  ifnull(t.user_id, 0))
              FROM charge_request c LEFT JOIN balance_transaction t ON t.id = c.balance_transaction_id
              WHERE iif(c.state = 'CONFIRMED',
                        ifnull(t.type <> 'CHARGE' OR t.amount <> c.amount OR t.user_id <> c.user_id, 1),
                        c.balance_transaction_id IS NOT NULL)",
        rows: None,
    },
    Invariant {
        number: 3,
        says: "a coupon's count is the number of users that have it, and at most its total",
        sql: "SELECT 'coupon', c.id, format('issued %d of %d, held %d', c.issued_quantity, c.total_quantity,
                  coalesce(h.total, 0))
              FROM coupon c LEFT JOIN (
                  SELECT coupon_id, count(*) AS total FROM user_coupon GROUP BY coupon_id
              ) h ON h.coupon_id = c.id
              WHERE c.issued_quantity <> coalesce(h.total, 0) OR c.issued_quantity > c.total_quantity",
        rows: None,
    },
    Invariant {
        number: 3,
        says: "a used coupon belongs to exactly one order that is placed or paid, any other to none",
        sql: "SELECT 'user_coupon', u.id, format('is %s, in %d such orders', u.state, coalesce(o.total, 0))
              FROM user_coupon u LEFT JOIN (
                  SELECT c.user_coupon_id, count(*) AS total
                  FROM order_coupon c JOIN \"order\" o ON o.id = c.order_id
                  WHERE o.state IN ('NORMAL', 'CONFIRMED') GROUP BY 1
              ) o ON o.user_coupon_id = u.id
              WHERE coalesce(o.total, 0) <> (u.state = 'USED')",
        rows: None,
    },
    Invariant {
        number: 4,
        says: "an order's amounts are the sums of its items and coupons, and its total is the goods less the discount and the shipping fee",
        sql: "SELECT 'order', o.id, format('amount %d, items %d; discount %d, items %d, coupons %d; fee %d, total %d', o.amount,
                  coalesce(i.amount, 0), o.discount_amount, coalesce(i.discount, 0), coalesce(c.discount, 0),
                  o.shipping_fee, o.total_amount)
              FROM \"order\" o LEFT JOIN (
                  SELECT order_id, sum(price * quantity) AS amount, sum(discount_amount) AS discount
                  FROM order_item GROUP BY order_id
              ) i ON i.order_id = o.id LEFT JOIN (
                  SELECT order_id, sum(discount_amount) AS discount FROM order_coupon GROUP BY order_id
              ) c ON c.order_id = o.id
              WHERE o.amount <> coalesce(i.amount, 0) OR o.discount_amount <> coalesce(i.discount, 0)
                 OR o.discount_amount <> coalesce(c.discount, 0) OR o.shipping_fee < 0
                 OR o.total_amount <> o.amount - o.discount_amount + o.shipping_fee",
        rows: None,
    },
    Invariant {
        number: 4,
        says: "an item is its order's buyer's, and stands as long as the order is placed or paid",
        sql: "SELECT 'order_item', i.id, format('is %s of user %d; the order is %s of user %d', i.state, i.user_id,
                  o.state, o.user_id)
              FROM order_item i JOIN \"order\" o ON o.id = i.order_id
              WHERE i.user_id <> o.user_id OR (i.state = 'NORMAL') <> (o.state IN ('NORMAL', 'CONFIRMED'))",
        rows: None,
    },
    Invariant {
        number: 4,
        says: "completed payments are the total of an order that is paid, and less than that of one that awaits its deposit",
        sql: "SELECT 'order', o.id, format('is %s, total %d; %d payments of %d, %d awaited of %d, due %s, expires %s', o.state,
                  o.total_amount, coalesce(p.completed, 0), coalesce(p.amount, 0), coalesce(p.pending, 0),
                  coalesce(p.awaited, 0), p.due_at, o.expires_at)
              FROM \"order\" o LEFT JOIN (
                  SELECT order_id, sum(state = 'COMPLETED') AS completed,
                         sum(iif(state = 'COMPLETED', amount, 0)) AS amount, sum(state = 'PENDING') AS pending,
                         sum(iif(state = 'PENDING', amount, 0)) AS awaited, max(iif(state = 'PENDING', due_at, NULL)) AS due_at
                  FROM payment WHERE state <> 'FAILED' AND state <> 'CANCELLED' GROUP BY order_id
              ) p ON p.order_id = o.id
              WHERE CASE o.state
                  WHEN 'CONFIRMED' THEN coalesce(p.completed, 0) = 0 OR p.pending > 0 OR p.amount <> o.total_amount
                  WHEN 'NORMAL' THEN
                      iif(coalesce(p.pending, 0) = 0, coalesce(p.completed, 0) > 0,
                          p.pending > 1 OR p.completed > 1 OR p.awaited = 0 OR p.amount + p.awaited <> o.total_amount
                          OR p.due_at IS NOT o.expires_at)
                  ELSE coalesce(p.completed, 0) + coalesce(p.pending, 0) > 0 END",
        rows: None,
    },
    Invariant {
        number: 4,
        says: "an order has at most one payment of a method that is neither failed nor cancelled",
        sql: "SELECT 'payment', max(id), format('%d payments by %s for order %d', count(*), method, order_id)
              FROM payment WHERE state <> 'FAILED' AND state <> 'CANCELLED' GROUP BY order_id, method HAVING count(*) > 1",
        rows: None,
    },
    Invariant {
        number: 4,
        says: "a payment with points has its row in the ledger, and a deposit has none",
        sql: "SELECT 'payment', p.id, format('is %s by %s, %d won for order %d; ledger row %d: %s, %d won for order %d', p.state,
                  p.method, p.amount, p.order_id, ifnull(p.balance_transaction_id, 0), ifnull(t.type, 'none'),
                  ifnull(t.amount, 0), ifnull(t.order_id, 0))
              FROM payment p LEFT JOIN balance_transaction t ON t.id = p.balance_transaction_id
              WHERE iif(p.method = 'POINT' AND p.amount > 0 AND (p.state = 'COMPLETED' OR p.state = 'REFUNDED'),
                        ifnull(t.type <> 'PAYMENT' OR t.amount <> -p.amount OR t.order_id <> p.order_id, 1),
                        p.balance_transaction_id IS NOT NULL)",
        rows: None,
    },
    Invariant {
        number: 4,
        says: "a payment that was refunded has given back all of it, a completed one a part of it at most, any other nothing",
        sql: "SELECT 'payment', id, format('is %s, %d of %d won given back', state, refunded_amount, amount)
              FROM payment
              WHERE iif(state = 'COMPLETED', refunded_amount NOT BETWEEN 0 AND amount,
                        refunded_amount <> iif(state = 'REFUNDED', amount, 0))",
        rows: None,
    },
    Invariant {
        number: 4,
        says: "the ledger has taken for an order the points that its payments hold, by one row for each",
        sql: "SELECT 'order', o.id, format('is %s, payments with points: %d of %d won; ledger: %d payments, %d left', o.state,
                  coalesce(p.made, 0), coalesce(p.held, 0), coalesce(t.payments, 0), coalesce(t.left_over, 0))
              FROM \"order\" o LEFT JOIN (
                  SELECT order_id, sum(amount > 0) AS made,
                         sum(iif(state = 'COMPLETED', amount - refunded_amount, 0)) AS held
                  FROM payment WHERE method = 'POINT' AND state <> 'FAILED' AND state <> 'CANCELLED' GROUP BY order_id
              ) p ON p.order_id = o.id LEFT JOIN (
                  SELECT order_id, sum(type = 'PAYMENT') AS payments, -sum(amount) AS left_over
                  FROM balance_transaction WHERE order_id IS NOT NULL AND type IN ('PAYMENT', 'REFUND')
                  GROUP BY order_id
              ) t ON t.order_id = o.id
              WHERE coalesce(t.left_over, 0) <> coalesce(p.held, 0) OR coalesce(t.payments, 0) <> coalesce(p.made, 0)",
        rows: None,
    },
    Invariant {
        number: 5,
        says: "daily sales are the items of paid orders less what was refunded, by the business day of payment",
        sql: "SELECT 'daily_sales', max(id), format('%s, product %d: kept %d for %d won, sold %d for %d won', day,
                  product_id, sum(kept), sum(kept_amount), sum(sold), sum(sold_amount))
              FROM (
                  SELECT id, day, product_id, quantity AS kept, amount AS kept_amount, 0 AS sold, 0 AS sold_amount
                  FROM daily_sales
                  UNION ALL
                  SELECT 0, business_day(o.paid_at), i.product_id, 0, 0, i.quantity - i.cancelled_quantity,
                         i.total_amount - i.refunded_amount
                  FROM order_item i JOIN \"order\" o ON o.id = i.order_id WHERE o.state = 'CONFIRMED'
              )
              GROUP BY day, product_id
              HAVING sum(kept) <> sum(sold) OR sum(kept_amount) <> sum(sold_amount)",
        rows: None,
    },
];
