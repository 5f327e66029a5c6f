//! Invariant 5: each summary table is the sum of its source rows.

use super::Invariant;

/// The summary tables.
pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant {
        number: 5,
        says: "the tally of orders is the orders that no longer await payment, by the days on which they were placed and paid",
        sql: "SELECT 'order_tally', max(id), format('%s paid %s, %s %s: kept %d orders for %d won less %d and %d for shipping, there are %d for %d less %d and %d',
                  day, paid_day, state, delivery, sum(kept), sum(kept_amount), sum(kept_discount), sum(kept_fee), sum(there),
                  sum(there_amount), sum(there_discount), sum(there_fee))
                  || format('; refunded %d, %d, there are %d, %d', sum(kept_back), sum(kept_back_fee), sum(there_back),
                            sum(there_back_fee))
              FROM (
                  SELECT id, day, paid_day, state, delivery_state AS delivery, orders AS kept, amount AS kept_amount,
                         discount_amount AS kept_discount, shipping_fee AS kept_fee, 0 AS there, 0 AS there_amount,
                         0 AS there_discount, 0 AS there_fee, refunded_amount AS kept_back, refunded_fee AS kept_back_fee,
                         0 AS there_back, 0 AS there_back_fee
                  FROM order_tally
                  UNION ALL
                  SELECT 0, business_day(created_at), iif(paid_at IS NULL, '', business_day(paid_at)), state,
                         iif(state = 'CONFIRMED', delivery_state, ''), 0, 0, 0, 0, 1, amount, discount_amount, shipping_fee,
                         0, 0, refunded_amount, refunded_fee
                  FROM \"order\" WHERE state <> 'NORMAL'
              )
              GROUP BY day, paid_day, state, delivery
              HAVING sum(kept) <> sum(there) OR sum(kept_amount) <> sum(there_amount)
                  OR sum(kept_discount) <> sum(there_discount) OR sum(kept_fee) <> sum(there_fee)
                  OR sum(kept_back) <> sum(there_back) OR sum(kept_back_fee) <> sum(there_back_fee)",
        rows: None,
    },
    Invariant {
        number: 5,
        says: "coupons by day are the issued ones and those that orders which stand have used",
        sql: "SELECT 'daily_coupon', max(id), format('%s, coupon %d: kept %d taken, %d used for %d won; there are %d, %d, %d',
                  day, coupon_id, sum(issued), sum(used), sum(discount), sum(taken), sum(spent), sum(won))
              FROM (
                  SELECT id, day, coupon_id, issued, used, discount_amount AS discount, 0 AS taken, 0 AS spent, 0 AS won
                  FROM daily_coupon
                  UNION ALL
                  SELECT 0, business_day(issued_at), coupon_id, 0, 0, 0, 1, 0, 0 FROM user_coupon
                  UNION ALL
                  SELECT 0, business_day(o.created_at), u.coupon_id, 0, 0, 0, 0, 1, c.discount_amount
                  FROM order_coupon c JOIN \"order\" o ON o.id = c.order_id JOIN user_coupon u ON u.id = c.user_coupon_id
                  WHERE o.state IN ('NORMAL', 'CONFIRMED')
              )
              GROUP BY day, coupon_id
              HAVING sum(issued) <> sum(taken) OR sum(used) <> sum(spent) OR sum(discount) <> sum(won)",
        rows: None,
    },
];
