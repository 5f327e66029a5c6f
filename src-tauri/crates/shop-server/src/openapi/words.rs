//! What the code does not say by itself: the name of each operation in words, the refusals that are its own, and what its
//! tag stands for. A test holds the table to the list of operations, row by row.

use shop_contract::ErrorCode::{self, *};

/// Operation, summary, and the refusals of its own in the order in which they are found; those that every operation of its
/// kind shares are added by `refusals`.
pub(super) type Words = (&'static str, &'static str, &'static [ErrorCode]);

/// One row an operation.
#[rustfmt::skip]
pub(super) const WORDS: &[Words] = &[
    ("get_shop", "What a first screen must know of the shop", &[]),
    ("set_up_shop", "Open a shop with its first admin, while there is none; from another machine with the code that the terminal shows", &[Conflict, EmailTaken]),
    ("get_settings", "How the shop is set", &[]),
    ("update_settings", "Change the settings", &[Conflict]),
    ("verify_books", "Whether the books are right: each identity of the shop, and the rows that break it", &[]),
    ("get_metrics", "What the running program says of itself: locks, writer, cache, latencies, people here now", &[]),
    ("make_webhook_secret", "Make a new secret that signs events; it is told this once, and the one before it signs beside it for a day", &[]),
    ("get_metrics_token", "Whether there is a token for collectors of figures", &[]),
    ("make_metrics_token", "Make a new token for `/metrics`; it is told this once, and the one before it dies", &[]),
    ("confirm_clock", "The clock is right as it stands: what waits for its time goes on", &[]),
    ("remove_metrics_token", "Let no collector in any more", &[]),
    ("make_backup", "Copy the whole shop while it runs, and prove the copy", &[]),
    ("list_backups", "The copies of the shop, and what is known of each", &[]),
    ("restore_backup", "Put a copy in the place of the shop; what was there is kept aside, and everybody signs in again", &[NotFound, Conflict]),

    ("register", "Become a customer", &[EmailTaken]),
    ("login", "Sign in: an access token of 15 minutes, and a refresh token", &[Unauthorized]),
    ("refresh", "Change a refresh token for a new pair; the old one dies, and its reuse ends the session, but for ten seconds in which an answer may have been lost", &[Unauthorized]),
    ("logout", "End the session of a refresh token, if there is one", &[]),
    ("get_me", "The caller, with points", &[UserNotFound]),
    ("update_me", "Change name or phone; what is absent stays", &[UserNotFound]),
    ("change_password", "Change the password; all other sessions end", &[]),
    ("list_sessions", "Where the caller is signed in", &[]),
    ("end_session", "End one of the caller's sessions", &[NotFound]),
    ("list_addresses", "The caller's addresses", &[]),
    ("save_address", "Add an address, or change one", &[NotFound]),
    ("remove_address", "Remove an address", &[NotFound]),
    ("list_users", "Everybody who has registered, latest first", &[]),
    ("get_user", "A person with totals and the latest movements of points", &[UserNotFound]),
    ("set_user_state", "Block a person, or let him in again; it bites at once", &[UserNotFound, Conflict]),

    ("list_products", "Search and browse the products", &[]),
    ("get_product", "One product; with a token also how many of it the caller has bought", &[ProductNotFound]),
    ("list_categories", "All categories that hold a product", &[]),
    ("list_wishes", "The products that the caller wishes for", &[]),
    ("list_wish_ids", "The same, as ids alone", &[]),
    ("add_wish", "Wish for a product", &[ProductNotFound]),
    ("remove_wish", "Wish for it no longer", &[]),
    ("list_all_products", "All products, whatever their state", &[]),
    ("create_product", "Make a product", &[]),
    ("get_any_product", "One product, whatever its state, with what shoppers do not see", &[ProductNotFound]),
    ("update_product", "Change a product as a whole", &[ProductNotFound, Conflict]),
    ("delete_product", "Take a product out of the shop", &[ProductNotFound]),
    ("restore_product", "Put a deleted product back as it was", &[ProductNotFound, Conflict]),
    ("add_product_option", "Add an option with its stock", &[ProductNotFound, Conflict]),
    ("update_product_option", "Change, delete or bring back an option", &[ProductNotFound, Conflict]),
    ("set_product_image", "Give a product a picture: base64 in JSON, or PNG, JPEG or WebP as the body itself", &[ProductNotFound]),
    ("export_products", "All products as CSV, in parts; with `Accept: text/csv` as one file", &[]),
    ("import_products", "Make and change products from CSV, all lines or none; the file as the body itself (`text/csv`), too", &[]),
    ("adjust_stock", "Correct a stock level, with a reason", &[ProductNotFound, InvalidStockAdjustment]),
    ("list_stock_movements", "What moved a product's stock, latest first", &[ProductNotFound]),
    ("popular_products", "The best sellers of the last business days", &[]),

    ("get_cart", "The caller's cart at the prices of now", &[]),
    ("add_cart_item", "Put units of a product into the cart; adds to those that are in it", &[ProductNotFound, InsufficientStock, ExceededLimitedQuantity]),
    ("change_cart_item", "Set a line's quantity; 0 removes the line", &[CartItemNotFound, ProductNotFound, InsufficientStock, ExceededLimitedQuantity]),
    ("remove_cart_item", "Take a line out of the cart", &[CartItemNotFound]),

    ("list_coupons", "The coupons that can be had now", &[]),
    ("issue_coupon", "Get a coupon, first come, first served", &[CouponNotFound, CouponAlreadyIssued, CouponSoldOut]),
    ("my_coupons", "The caller's coupons", &[]),
    ("coupon_history", "The caller's coupons that can no longer be used", &[]),

    ("list_all_coupons", "All coupons but removed ones, with what became of them", &[]),
    ("get_any_coupon", "One coupon, whatever its state, with what became of it", &[CouponNotFound]),
    ("list_coupon_holders", "Who has taken a coupon, the latest first, and what for", &[CouponNotFound]),
    ("create_coupon", "Make a coupon", &[ProductNotFound]),
    ("update_coupon", "Change a coupon; once one was taken, what it takes off stays as it is", &[CouponNotFound, Conflict, ProductNotFound]),
    ("delete_coupon", "Remove a coupon; whoever holds one keeps it", &[CouponNotFound]),
    ("coupon_statistics", "Coupons taken and used, and what they took off, by coupon and by day; by coupon as CSV with `Accept: text/csv`", &[]),

    ("quote_order", "What an order would cost, and what each coupon would do to it; changes nothing", &[CartItemNotFound, CartEmpty, ProductNotFound, ExceededLimitedQuantity, InsufficientStock, InvalidCoupon]),
    ("place_order", "Place an order from the cart", &[CartItemNotFound, CartEmpty, ProductNotFound, ExceededLimitedQuantity, InsufficientStock, InvalidCoupon, AmountMismatch, Conflict]),
    ("list_orders", "The caller's orders", &[]),
    ("get_order", "One of the caller's orders", &[OrderNotFound]),
    ("cancel_order", "Give an order up: unpaid it is cancelled, paid and not yet shipped it is refunded", &[OrderNotFound, InvalidOrderState]),

    ("list_all_orders", "Everybody's orders, latest first; the first page with their sums", &[]),
    ("export_orders", "The orders that a filter finds as CSV, in parts; with `Accept: text/csv` as one file", &[]),
    ("get_any_order", "An order with its history and every try to pay it", &[OrderNotFound]),
    ("ship_order", "A paid order's parcel has left", &[OrderNotFound, InvalidOrderState]),
    ("deliver_order", "A paid order's parcel has arrived", &[OrderNotFound, InvalidOrderState]),
    ("preview_refund", "What a refund would give back; changes nothing", &[OrderNotFound, InvalidOrderState, UserNotFound]),
    ("refund_order", "Pay an order back, wherever its parcel is", &[OrderNotFound, InvalidOrderState]),

    ("pay_order", "Pay an order with points", &[OrderNotFound, InvalidOrderState, AmountMismatch, InsufficientBalance, PaymentFailed]),
    ("arm_fault", "Make the next payments break off; in a demo shop alone", &[NotFound]),

    ("get_points", "The caller's points", &[UserNotFound]),
    ("charge_points", "Charge points", &[UserNotFound]),
    ("list_point_transactions", "Every movement of the caller's points", &[]),
    ("adjust_points", "Give a person points, or take some, with a reason", &[UserNotFound]),

    ("get_dashboard", "Today against yesterday, orders by state, and what needs attention", &[]),
    ("sales_statistics", "What was ordered and what was paid, by business day; as CSV with `Accept: text/csv`", &[]),
    ("popular_statistics", "What sold best in a period; as CSV with `Accept: text/csv`", &[]),

    ("list_alerts", "What needs attention: short stock, coupons that run out, failed payments, failing events, a full disk, a file that cannot be written to, a clock that was set", &[]),
    ("mark_alerts_seen", "The caller has seen the alerts; what arises later is new again", &[]),

    ("list_audit_log", "What admins have done, with before and after", &[]),

    ("list_outbox", "Events on their way to the merchant's own system", &[]),
    ("retry_outbox", "Try an event anew that was given up, or waits for its next try", &[NotFound, Conflict]),
    ("retry_all_outbox", "Try all events anew that were given up, or wait for their next try", &[]),
    ("replay_outbox", "Send everything from a day or an instant on again, whatever became of it", &[]),
];

/// The row of an operation.
pub(super) fn words(operation: &str) -> Option<&'static Words> {
    WORDS.iter().find(|(name, ..)| *name == operation)
}

/// Tags in the order in which the page shows them.
pub(super) const TAGS: &[(&str, &str)] = &[
    ("user", "People: registration, tokens, profile, sessions, addresses"),
    ("catalog", "Products, categories, wishes"),
    ("stock", "Stock levels and their history"),
    ("ranking", "What sells best"),
    ("cart", "The cart"),
    ("coupon", "Coupons"),
    ("order", "Quotes and orders"),
    ("payment", "Payments"),
    ("point", "Points: one point is one won"),
    ("statistics", "Sums for the admin's first page and reports"),
    ("alert", "What needs an admin's attention"),
    ("audit", "What admins have done"),
    ("outbox", "Events for the merchant's own system"),
    ("shop", "The shop itself"),
    ("backup", "Copies of the whole shop"),
    ("server", "The server: events, pictures, health, this document"),
];
