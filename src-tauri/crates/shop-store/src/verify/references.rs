//! Invariant 6: every reference resolves. The schema has no foreign keys, because rows are never deleted; this checks
//! that none would be broken.

use super::Invariant;

/// `column` of `table` is NULL or the id of a row of `target`.
macro_rules! references {
    ($($table:literal . $column:literal => $target:literal,)*) => {
        &[$(Invariant {
            number: 6,
            says: concat!($table, ".", $column, " names a row of ", $target),
            sql: concat!(
                "SELECT '", $table, "', id, format('no ", $target, " %d', ", $column, ") FROM \"", $table,
                "\" AS t WHERE ", $column, " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"", $target,
                "\" WHERE id = t.", $column, ")"
            ),
            rows: None,
        },)* NOTE_OF_ORDER, NOTE_OF_USER, VERSION_OF_DOCUMENT]
    };
}

/// A note names a row of the table that its type says.
macro_rules! note_of {
    ($kind:literal, $target:literal) => {
        Invariant {
            number: 6,
            says: concat!("note.target_id names a row of ", $target),
            sql: concat!(
                "SELECT 'note', id, format('no ",
                $target,
                " %d', target_id) FROM note AS t
                 WHERE target_type = '",
                $kind,
                "' AND NOT EXISTS (SELECT 1 FROM \"",
                $target,
                "\" WHERE id = t.target_id)"
            ),
            rows: None,
        }
    };
}

const NOTE_OF_ORDER: Invariant = note_of!("ORDER", "order");
const NOTE_OF_USER: Invariant = note_of!("USER", "user");

/// A consent names a version of the text that was agreed to.
const VERSION_OF_DOCUMENT: Invariant = Invariant {
    number: 6,
    says: "consent.version names a version of its document",
    sql: "SELECT 'consent', id, format('no version %d of %s', version, document) FROM consent AS t
          WHERE document <> 'MARKETING'
            AND NOT EXISTS (SELECT 1 FROM document WHERE document = t.document AND version = t.version)",
    rows: None,
};

/// Every reference of the schema.
pub(super) const INVARIANTS: &[Invariant] = references! {
    "session"."user_id" => "user",
    "address"."user_id" => "user",
    "wish"."user_id" => "user",
    "alert_reader"."user_id" => "user",
    "wish"."product_id" => "product",
    "note"."actor_id" => "user",
    "restock_notice"."user_id" => "user",
    "restock_notice"."product_id" => "product",
    "restock_notice"."product_option_id" => "product_option",
    "product_option"."product_id" => "product",
    "product_code"."product_id" => "product",
    "product_code"."product_option_id" => "product_option",
    "stock"."product_id" => "product",
    "stock"."product_option_id" => "product_option",
    "stock_movement"."product_id" => "product",
    "stock_movement"."product_option_id" => "product_option",
    "stock_movement"."order_id" => "order",
    "stock_movement"."actor_id" => "user",
    "cart_item"."user_id" => "user",
    "cart_item"."product_id" => "product",
    "cart_item"."product_option_id" => "product_option",
    "daily_coupon"."coupon_id" => "coupon",
    "coupon_product"."coupon_id" => "coupon",
    "coupon_product"."product_id" => "product",
    "user_coupon"."user_id" => "user",
    "user_coupon"."coupon_id" => "coupon",
    "order"."user_id" => "user",
    "order_item"."order_id" => "order",
    "order_item"."user_id" => "user",
    "order_item"."product_id" => "product",
    "order_item"."product_option_id" => "product_option",
    "order_coupon"."order_id" => "order",
    "order_coupon"."user_coupon_id" => "user_coupon",
    "order_coupon"."order_item_id" => "order_item",
    "payment"."order_id" => "order",
    "payment"."confirmed_by" => "user",
    "payment"."balance_transaction_id" => "balance_transaction",
    "balance_transaction"."user_id" => "user",
    "balance_transaction"."order_id" => "order",
    "consent"."user_id" => "user",
    "charge_request"."user_id" => "user",
    "charge_request"."actor_id" => "user",
    "charge_request"."balance_transaction_id" => "balance_transaction",
    "refund"."order_id" => "order",
    "refund"."actor_id" => "user",
    "refund"."sent_by" => "user",
    "refund_item"."refund_id" => "refund",
    "refund_item"."order_item_id" => "order_item",
    "return_request"."order_id" => "order",
    "return_request"."user_id" => "user",
    "return_request"."refund_id" => "refund",
    "return_request"."actor_id" => "user",
    "daily_sales"."product_id" => "product",
    "audit_log"."actor_id" => "user",
    "seal_range"."seal_id" => "seal",
};
