//! Which operations the model knows. The match has no other arm: a new operation has to say here what becomes of it.

use shop_contract::for_each_operation;

/// What the model does with an operation.
#[derive(Debug, PartialEq, Eq)]
enum Covered {
    /// A step of the model.
    Step,
    /// It changes nothing.
    Reads,
    /// It changes nothing that the model has; where it is proven instead.
    Elsewhere(&'static str),
}
use Covered::{Elsewhere, Reads, Step};

macro_rules! operations {
    ($($name:ident: $noun:ident, $access:ident, $method:ident $path:literal, $status:literal, $request:ident => $response:ident;)*) => {
        /// An operation of the list.
        #[derive(Debug, Clone, Copy)]
        enum Operation { $($name),* }
        const ALL: &[(Operation, &str)] = &[$((Operation::$name, stringify!($method))),*];
    };
}
for_each_operation!(operations);

#[rustfmt::skip]
fn covered(operation: Operation) -> Covered {
    use Operation as Op;
    match operation {
        Op::add_cart_item | Op::change_cart_item | Op::remove_cart_item | Op::issue_coupon | Op::redeem_coupon | Op::grant_coupon | Op::place_order | Op::pay_order
        | Op::cancel_order | Op::refund_order | Op::ship_order | Op::deliver_order | Op::charge_points | Op::adjust_points
        | Op::adjust_stock | Op::update_product | Op::delete_product | Op::restore_product | Op::update_coupon | Op::delete_coupon
        | Op::unship_order | Op::register | Op::create_product | Op::create_coupon | Op::withdraw_charge | Op::confirm_charge
        | Op::reject_charge | Op::confirm_payment => Step,
        Op::match_payments => Elsewhere("flows/admin/statement.rs"),
        Op::request_return | Op::approve_return | Op::reject_return | Op::receive_return => {
            Elsewhere("flows/admin/returns.rs, concurrency/returns.rs")
        }
        Op::get_shop | Op::get_settings | Op::verify_books | Op::get_metrics | Op::get_metrics_token | Op::list_backups | Op::get_me
        | Op::list_sessions | Op::list_addresses | Op::list_users | Op::get_user | Op::list_products | Op::get_product
        | Op::list_categories | Op::list_wishes | Op::list_restock_notices | Op::list_wish_ids | Op::list_products_for_admin | Op::get_product_for_admin
        | Op::export_products | Op::list_stock_movements | Op::popular_products | Op::get_cart | Op::list_coupons | Op::my_coupons
        | Op::coupon_history | Op::list_coupons_for_admin | Op::get_coupon_for_admin | Op::list_coupon_holders
        | Op::coupon_statistics | Op::quote_order | Op::list_orders | Op::get_order | Op::get_order_seal | Op::list_orders_for_admin
        | Op::export_orders | Op::get_order_for_admin | Op::preview_refund | Op::list_order_notes | Op::list_user_notes
        | Op::get_stock_at | Op::get_points_at | Op::get_coupon_at | Op::get_order_at | Op::get_points | Op::list_point_transactions | Op::get_dashboard | Op::sales_statistics | Op::popular_statistics
        | Op::get_sale_room | Op::get_sale_room_for_admin | Op::list_alerts | Op::list_audit_log | Op::list_outbox
        | Op::list_returns | Op::list_returns_for_admin | Op::list_charges | Op::list_charges_for_admin | Op::list_payments_for_admin | Op::list_staff
        | Op::get_shop_document | Op::list_consents | Op::export_parcels | Op::list_packing_slips => Reads,
        Op::set_up_shop | Op::update_settings | Op::make_webhook_secret | Op::make_metrics_token | Op::remove_metrics_token
        | Op::confirm_clock => Elsewhere("flows/admin/shop.rs, flows/clock.rs"),
        Op::make_backup | Op::restore_backup => Elsewhere("flows/admin/backup.rs"),
        Op::update_me | Op::change_password | Op::end_session | Op::set_user_state => Elsewhere("flows/user.rs, flows/session.rs"),
        Op::reset_password | Op::make_reset_code => Elsewhere("flows/reset_password.rs"),
        Op::create_staff | Op::set_staff_role | Op::remove_staff => Elsewhere("flows/admin/staff.rs, concurrency/last_owner.rs"),
        Op::update_shop_document | Op::give_consent => Elsewhere("flows/consent.rs"),
        Op::leave_shop => Elsewhere("flows/leave.rs, concurrency/leaving.rs"),
        Op::save_address | Op::remove_address => Elsewhere("flows/user.rs"),
        Op::add_wish | Op::remove_wish => Elsewhere("flows/wish.rs"),
        Op::request_restock_notice | Op::withdraw_restock_notice => Elsewhere("flows/restock.rs"),
        Op::add_product_option | Op::update_product_option
        | Op::set_product_image | Op::add_product_image | Op::arrange_product_images | Op::import_products => Elsewhere("flows/admin/catalog.rs, flows/admin/product_table"),
        Op::add_order_note | Op::add_user_note | Op::delete_note => Elsewhere("flows/admin/note.rs"),
        Op::set_tracking | Op::import_tracking => {
            Elsewhere("flows/admin/parcel.rs, flows/admin/tracking_table.rs, concurrency/tracking.rs")
        }
        Op::arm_fault => Elsewhere("the step that makes the next payment fail asks the shop itself"),
        Op::buy_in_sale_room | Op::open_sale_room | Op::close_sale_room | Op::remove_sale_guests => Elsewhere("flows/admin/sale_room.rs"),
        Op::mark_alerts_seen => Elsewhere("flows/admin/alert"),
        Op::retry_outbox | Op::retry_all_outbox | Op::replay_outbox => Elsewhere("flows/webhook"),
    }
}

#[test]
fn what_reads_is_no_write() {
    let root = shop_tests::root().join("tests/tests");
    for (operation, method) in ALL {
        match covered(*operation) {
            Step => assert_ne!(*method, "GET", "{operation:?} is a step"),
            // They compute something of a body that is sent.
            Reads if matches!(operation, Operation::quote_order | Operation::verify_books) => {}
            Reads => assert_eq!(*method, "GET", "{operation:?} reads"),
            Elsewhere(places) => {
                let paths = places.split(", ").filter(|place| place.starts_with("flows/"));
                paths.for_each(|path| assert!(root.join(path).exists(), "{operation:?}: there is no {path}"));
            }
        }
    }
}
