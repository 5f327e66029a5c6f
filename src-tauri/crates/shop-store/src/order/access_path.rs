//! The indexes by which orders are scanned: the narrowest one for a filter, and the conditions that apply with each.

/// The rest of a statement: the index, its own condition, and the conditions that apply with each index. Parameters: 1
/// ids below, 2 ids from, 3 state, 4 delivery state, 5 and 6 the period, 7 and 8 the numbers from and below, 9 the
/// customer, 10 rows.
macro_rules! wanted {
    ($index:literal, $condition:literal) => {
        concat!(
            $index,
            " WHERE ",
            $condition,
            " AND id < ?1 AND id >= ?2
              AND (?3 IS NULL OR state = ?3) AND (?4 IS NULL OR state = 'CONFIRMED' AND delivery_state = ?4)
              AND (?5 IS NULL OR created_at >= ?5) AND (?6 IS NULL OR created_at < ?6)
              AND (?7 IS NULL OR order_number >= ?7 AND order_number < ?8) AND (?9 IS ?9)"
        )
    };
}
pub(super) use wanted;

/// The statement for a filter; `$make` builds it from the index and its condition.
macro_rules! by_access_path {
    ($filter:expr, $make:ident) => {
        match $filter {
            AdminFilter { customer: CustomerFilter::One(_), .. } => $make!("INDEXED BY order_by_user", "user_id = ?9"),
            AdminFilter { delivery_state: Some(_), .. } => {
                $make!("INDEXED BY order_paid", "state = 'CONFIRMED' AND delivery_state = ?4")
            }
            AdminFilter { state: Some(OrderState::Normal), .. } => {
                $make!("INDEXED BY order_unpaid", "state = 'NORMAL'")
            }
            AdminFilter {
                state: Some(OrderState::Cancelled | OrderState::PaymentFailed | OrderState::Refunded),
                ..
            } => {
                $make!(
                    "INDEXED BY order_ended",
                    "state = ?3 AND (state = 'PAYMENT_FAILED' OR state = 'CANCELLED' OR state = 'REFUNDED')"
                )
            }
            _ => $make!("NOT INDEXED", "1"),
        }
    };
}
pub(super) use by_access_path;
