//! The summary of each operation, its own refusals, and the descriptions of the tags. A test compares the table with the list
//! of operations, row by row.

use shop_contract::ErrorCode::{self, *};

/// Operation, summary, and its own refusals in order of precedence; `refusals` adds those that all operations of its kind
/// share.
pub(super) type Words = (&'static str, &'static str, &'static [ErrorCode]);

/// One row an operation.
#[rustfmt::skip]
pub(super) const WORDS: &[Words] = &[
    ("get_shop", "The shop's name and state, for the first screen", &[]),
    ("set_up_shop", "Open a shop with its first admin, while there is none; from another machine with the code that the terminal shows", &[Conflict, EmailTaken]),
    ("get_settings", "The settings", &[]),
    ("update_settings", "Change the settings", &[Conflict]),
    ("verify_books", "Verify the invariants of the shop, with the rows that break each", &[]),
    ("get_metrics", "The metrics of the running program: locks, writer, cache, latencies, users here now", &[]),
    ("make_webhook_secret", "Make a new secret that signs events; it is shown once, and the previous one also signs for a day", &[]),
    ("get_metrics_token", "Whether there is a token for metrics collectors", &[]),
    ("make_metrics_token", "Make a new token for `/metrics`; it is shown once, and the previous one is revoked", &[]),
    ("confirm_clock", "Confirm that the clock is right; jobs that wait for it continue", &[]),
    ("remove_metrics_token", "Revoke the token of metrics collectors", &[]),
    ("make_backup", "Copy the whole shop while it runs, and verify the copy", &[]),
    ("list_backups", "The backups of the shop, with the state of each", &[]),
    ("restore_backup", "Replace the shop by a backup; the replaced files are kept aside, and all sessions end", &[NotFound, Conflict]),

    ("register", "Become a customer", &[EmailTaken]),
    ("login", "Sign in: an access token of 15 minutes, and a refresh token", &[Unauthorized]),
    ("refresh", "Exchange a refresh token for a new pair; the old one is revoked, and its reuse ends the session, except for ten seconds in which an answer may have been lost", &[Unauthorized]),
    ("logout", "End the session of a refresh token", &[]),
    ("get_me", "The caller, with points", &[UserNotFound]),
    ("update_me", "Change name or phone; what is absent stays", &[UserNotFound]),
    ("change_password", "Change the password; all other sessions end", &[]),
    ("reset_password", "Set a new password with a one-time code of an admin; all sessions of the user end", &[]),
    ("list_sessions", "The caller's sessions", &[]),
    ("end_session", "End one of the caller's sessions", &[NotFound]),
    ("list_addresses", "The caller's addresses", &[]),
    ("save_address", "Add an address, or change one", &[NotFound]),
    ("remove_address", "Remove an address", &[NotFound]),
    ("list_users", "All users, latest first", &[]),
    ("get_user", "A user with totals and the latest movements of points", &[UserNotFound]),
    ("set_user_state", "Block or unblock a user; it takes effect at once; for an admin an owner is needed", &[UserNotFound, Conflict]),
    ("make_reset_code", "Make a one-time code for a forgotten password, valid for 24 hours; it is shown once, and the previous one is revoked; for an admin an owner is needed", &[UserNotFound, Conflict]),
    ("list_staff", "All admins with their roles", &[]),
    ("create_staff", "Add an admin with a role", &[EmailTaken]),
    ("set_staff_role", "Give an admin another role; it takes effect at once", &[UserNotFound, Conflict]),
    ("remove_staff", "Remove an admin: the account is blocked, and its sessions end", &[UserNotFound, Conflict]),

    ("list_products", "Search and browse the products", &[]),
    ("get_product", "One product; with a token also how many of it the caller has bought", &[ProductNotFound]),
    ("list_categories", "All categories that hold a product", &[]),
    ("list_wishes", "The products that the caller wishes for", &[]),
    ("list_wish_ids", "The same, as ids alone", &[]),
    ("add_wish", "Wish for a product", &[ProductNotFound]),
    ("remove_wish", "Wish for it no longer", &[]),
    ("list_products_for_admin", "All products, in any state", &[]),
    ("create_product", "Make a product", &[]),
    ("get_product_for_admin", "One product, in any state, with the fields for admins", &[ProductNotFound]),
    ("update_product", "Change a product as a whole", &[ProductNotFound, Conflict]),
    ("delete_product", "Delete a product", &[ProductNotFound]),
    ("restore_product", "Put a deleted product back as it was", &[ProductNotFound, Conflict]),
    ("add_product_option", "Add an option with its stock", &[ProductNotFound, Conflict]),
    ("update_product_option", "Change, delete or bring back an option", &[ProductNotFound, Conflict]),
    ("set_product_image", "Give a product a picture: base64 in JSON, or PNG, JPEG or WebP as the body itself", &[ProductNotFound]),
    ("export_products", "All products as CSV, in parts, or as XLSX; with `Accept: text/csv` or the media type of XLSX as one file", &[]),
    ("import_products", "Make and change products from CSV or XLSX, all lines or none; the file as the body itself, too", &[]),
    ("adjust_stock", "Correct a stock level, with a reason", &[ProductNotFound, InvalidStockAdjustment]),
    ("list_stock_movements", "The movements of a product's stock, latest first", &[ProductNotFound]),
    ("get_stock_at", "A stock level as of an instant, with the movements that made it so", &[ProductNotFound]),
    ("popular_products", "The best sellers of the last business days", &[]),

    ("get_cart", "The caller's cart at the prices of now", &[]),
    ("add_cart_item", "Add units of a product to the cart", &[ProductNotFound, InsufficientStock, ExceededLimitedQuantity]),
    ("change_cart_item", "Set a line's quantity; 0 removes the line", &[CartItemNotFound, ProductNotFound, InsufficientStock, ExceededLimitedQuantity]),
    ("remove_cart_item", "Take a line out of the cart", &[CartItemNotFound]),

    ("list_coupons", "The coupons that can be had now", &[]),
    ("issue_coupon", "Get a coupon, first come, first served", &[CouponNotFound, CouponAlreadyIssued, CouponSoldOut]),
    ("my_coupons", "The caller's coupons", &[]),
    ("coupon_history", "The caller's used and expired coupons", &[]),

    ("list_coupons_for_admin", "All coupons except deleted ones, with their usage", &[]),
    ("get_coupon_for_admin", "One coupon, in any state, with its usage", &[CouponNotFound]),
    ("list_coupon_holders", "The holders of a coupon, latest first, with the orders that used it", &[CouponNotFound]),
    ("create_coupon", "Make a coupon", &[ProductNotFound]),
    ("update_coupon", "Change a coupon; its discount can no longer change once one was issued", &[CouponNotFound, Conflict, ProductNotFound]),
    ("delete_coupon", "Delete a coupon; issued ones stay valid", &[CouponNotFound]),
    ("coupon_statistics", "Coupons issued and used, with their discounts, by coupon and by day; by coupon as CSV with `Accept: text/csv` or as XLSX", &[]),
    ("get_coupon_at", "A coupon as of an instant: its terms, how many were taken and used, and why", &[CouponNotFound]),

    ("quote_order", "The price of an order, and the discount of each coupon; changes nothing", &[CartItemNotFound, CartEmpty, ProductNotFound, ExceededLimitedQuantity, InsufficientStock, InvalidCoupon]),
    ("place_order", "Place an order from the cart", &[CartItemNotFound, CartEmpty, ProductNotFound, ExceededLimitedQuantity, InsufficientStock, InvalidCoupon, AmountMismatch, Conflict]),
    ("list_orders", "The caller's orders", &[]),
    ("get_order", "One of the caller's orders", &[OrderNotFound]),
    ("get_order_seal", "The seal of the books that covers the payment of an order, as the text of its receipt", &[OrderNotFound]),
    ("cancel_order", "Cancel an order: an unpaid one is cancelled, a paid one that is not shipped is refunded", &[OrderNotFound, InvalidOrderState]),

    ("list_orders_for_admin", "All orders, latest or oldest first; the first page with their sums", &[]),
    ("export_orders", "The orders that a filter finds as CSV, in parts, or as XLSX; with `Accept: text/csv` or the media type of XLSX as one file", &[]),
    ("get_order_for_admin", "An order with its history and all attempts to pay it", &[OrderNotFound]),
    ("get_order_at", "The states of an order as of an instant, with the events that made them so", &[OrderNotFound]),
    ("ship_order", "Mark a paid order as shipped, with its carrier and tracking number", &[OrderNotFound, InvalidOrderState]),
    ("unship_order", "Undo that an order was shipped, within ten seconds of it", &[OrderNotFound, InvalidOrderState]),
    ("deliver_order", "Mark a paid order as delivered, or hand over one that is picked up", &[OrderNotFound, InvalidOrderState]),
    ("set_tracking", "Correct the carrier and the tracking number of an order, until it is delivered", &[OrderNotFound, InvalidOrderState, Conflict]),
    ("import_tracking", "Take in a table with tracking numbers: ship the orders that are prepared and correct those on their way, all or none; or say what would be done", &[]),
    ("export_parcels", "The parcels to ship as CSV, in parts, or as XLSX; with `Accept: text/csv` or the media type of XLSX as one file", &[]),
    ("list_packing_slips", "Some orders, for their packing slips", &[]),
    ("preview_refund", "The amounts of a refund; changes nothing", &[OrderNotFound, InvalidOrderState, UserNotFound]),
    ("refund_order", "Refund an order, in any delivery state", &[OrderNotFound, InvalidOrderState]),

    ("list_order_notes", "The notes of admins on an order, latest first", &[OrderNotFound]),
    ("add_order_note", "Write a note on an order; its customer does not see it", &[OrderNotFound]),
    ("list_user_notes", "The notes of admins on a user, latest first", &[UserNotFound]),
    ("add_user_note", "Write a note on a user, who does not see it", &[UserNotFound]),
    ("delete_note", "Delete a note", &[NotFound]),
    ("pay_order", "Pay an order with points", &[OrderNotFound, InvalidOrderState, AmountMismatch, InsufficientBalance, PaymentFailed]),
    ("arm_fault", "Make the next payments fail; in a demo shop alone", &[NotFound]),

    ("get_points", "The caller's points", &[UserNotFound]),
    ("charge_points", "Charge points, or request them where the shop wants a deposit first", &[Conflict, UserNotFound]),
    ("list_point_transactions", "Every movement of the caller's points", &[]),
    ("adjust_points", "Add points to a user or deduct some, with a reason", &[UserNotFound]),
    ("get_points_at", "The points of a user as of an instant, with the transactions that made them so", &[UserNotFound]),

    ("list_charges", "The caller's requests for points, latest first", &[]),
    ("withdraw_charge", "Withdraw a request for points that waits for its deposit", &[NotFound, Conflict]),
    ("list_charges_for_admin", "All requests for points, latest first, with the sum of those that wait", &[]),
    ("confirm_charge", "Confirm the deposit of a request; its points are there at once", &[NotFound, Conflict, AmountMismatch, UserNotFound]),
    ("reject_charge", "Reject a request for points, with a reason for its customer", &[NotFound, Conflict]),
    ("match_charges", "Match the deposits of a bank statement with requests for points; changes nothing", &[]),

    ("get_dashboard", "Today against yesterday, orders by state, and what needs attention", &[]),
    ("sales_statistics", "Orders and payments by business day; as CSV with `Accept: text/csv` or as XLSX", &[]),
    ("popular_statistics", "The best sellers of a period; as CSV with `Accept: text/csv` or as XLSX", &[]),

    ("get_sale_room", "The sale room: how far it has come, what it sells, and what the caller has bought there", &[]),
    ("join_sale_room", "Join the sale room as a guest, by its PIN; the answer signs the guest in", &[Conflict]),
    ("buy_in_sale_room", "Buy one unit, or get one coupon, in the sale room; first come, first served", &[Conflict, AmountMismatch, CouponSoldOut, CouponNotFound, CouponAlreadyIssued, ProductNotFound, InsufficientStock, ExceededLimitedQuantity, InsufficientBalance, UserNotFound]),
    ("get_sale_room_for_admin", "The sale room with its PIN, guests and buyers", &[]),
    ("open_sale_room", "Open a sale room for one product or one coupon", &[ProductNotFound, InsufficientStock, CouponNotFound, CouponSoldOut, Conflict]),
    ("close_sale_room", "Close the sale room", &[]),
    ("remove_sale_guests", "Remove the accounts of all guests of sale rooms", &[Conflict]),

    ("list_alerts", "Alerts: low stock, coupons that run out, failed payments, failing events, a full disk, a file that cannot be written to, a clock that was set", &[]),
    ("mark_alerts_seen", "Mark the alerts as seen by the caller; later ones are new", &[]),

    ("list_audit_log", "The actions of admins, with before and after", &[]),

    ("list_outbox", "Events on their way to the merchant's own system", &[]),
    ("retry_outbox", "Retry an event that has failed or waits for its next attempt", &[NotFound, Conflict]),
    ("retry_all_outbox", "Retry all events that have failed or wait for their next attempt", &[]),
    ("replay_outbox", "Send all events since a day or an instant again", &[]),
];

/// The row of an operation.
pub(super) fn words(operation: &str) -> Option<&'static Words> {
    WORDS.iter().find(|(name, ..)| *name == operation)
}

/// Tags in the order in which the page shows them.
pub(super) const TAGS: &[(&str, &str)] = &[
    ("user", "Users: registration, tokens, profile, sessions, addresses"),
    ("catalog", "Products, categories, wishes"),
    ("stock", "Stock levels and their history"),
    ("ranking", "Best sellers"),
    ("cart", "The cart"),
    ("coupon", "Coupons"),
    ("order", "Quotes and orders"),
    ("seal", "Seals of the books"),
    ("note", "Notes of admins on orders and users"),
    ("payment", "Payments"),
    ("point", "Points: one point is one won"),
    ("charge", "Requests for points, and the deposits that confirm them"),
    ("statistics", "Sums for the dashboard and the reports"),
    ("sale_room", "The sale room: guests buy with their telephones"),
    ("alert", "Alerts for admins"),
    ("audit", "The actions of admins"),
    ("outbox", "Events for the merchant's own system"),
    ("shop", "The shop itself"),
    ("backup", "Backups of the whole shop"),
    ("server", "The server: events, pictures, health, this document"),
];
