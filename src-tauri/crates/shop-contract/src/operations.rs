//! The one list of operations. Tauri commands, the window's manifest, the TypeScript types and the HTTP routes are all
//! made from it, so that no face can lack one.
//!
//! A row reads: `name: noun, access, METHOD "path", success status, Request => Response;`. Access is `Open`, so that
//! no caller has to sign in, or `Customer`, which needs a customer or an admin, or the least role of an admin:
//!
//! - `Clerk` for the daily work: orders with what a customer ordered and wrote, parcels, stock, notes.
//! - `Manager` for what moves money, sets prices, shows or exports many customers, or shows how the program runs.
//! - `Owner` for staff, settings, secrets, and the return to an earlier state of the shop.
//!
//! The use case of a row is the function of that name in the noun's module. The file depends on nothing, so that a build
//! script can include it.

/// Hands every operation to the macro named `$with`.
#[macro_export]
macro_rules! for_each_operation {
    ($with:ident) => {
        $with! {
            get_shop: shop, Open, GET "/v1/shop", 200, Empty => ShopInfo;
            set_up_shop: shop, Open, POST "/v1/shop/set-up", 201, SetUpShop => ShopInfo;
            get_settings: shop, Owner, GET "/v1/admin/settings", 200, Empty => Settings;
            update_settings: shop, Owner, PUT "/v1/admin/settings", 200, UpdateSettings => Settings;
            get_shop_document: shop, Open, GET "/v1/shop/documents/{document}", 200, GetDocument => DocumentText;
            update_shop_document: shop, Owner, PUT "/v1/admin/documents/{document}", 200, UpdateDocument => DocumentState;
            verify_books: shop, Manager, POST "/v1/admin/verify", 200, Empty => Verdict;
            get_metrics: shop, Manager, GET "/v1/admin/metrics", 200, Empty => Metrics;
            make_webhook_secret: shop, Owner, POST "/v1/admin/settings/webhook-secret", 201, Empty => MadeWebhookSecret;
            get_metrics_token: shop, Owner, GET "/v1/admin/metrics/token", 200, Empty => MetricsTokenState;
            make_metrics_token: shop, Owner, POST "/v1/admin/metrics/token", 201, Empty => MetricsToken;
            confirm_clock: shop, Manager, POST "/v1/admin/clock/confirm", 204, Empty => Done;
            remove_metrics_token: shop, Owner, DELETE "/v1/admin/metrics/token", 204, Empty => Done;

            make_backup: backup, Manager, POST "/v1/admin/backup", 201, Empty => Backup;
            list_backups: backup, Manager, GET "/v1/admin/backups", 200, Empty => BackupList;
            restore_backup: backup, Owner, POST "/v1/admin/restore", 200, RestoreBackup => Restored;

            register: user, Open, POST "/v1/auth/register", 201, Register => User;
            get_me: user, Customer, GET "/v1/me", 200, Empty => User;
            update_me: user, Customer, PATCH "/v1/me", 200, UpdateMe => User;
            change_password: user, Customer, POST "/v1/me/password", 204, ChangePassword => Done;
            leave_shop: user, Customer, DELETE "/v1/me", 204, LeaveShop => Done;
            list_consents: user, Customer, GET "/v1/me/consents", 200, Empty => ConsentList;
            give_consent: user, Customer, POST "/v1/me/consents", 200, GiveConsent => Consent;
            list_sessions: user, Customer, GET "/v1/me/sessions", 200, Empty => SessionList;
            end_session: user, Customer, DELETE "/v1/me/sessions/{id}", 204, ById => Done;
            list_addresses: user, Customer, GET "/v1/me/addresses", 200, Empty => AddressList;
            save_address: user, Customer, POST "/v1/me/addresses", 200, SaveAddress => Address;
            remove_address: user, Customer, DELETE "/v1/me/addresses/{id}", 204, ById => Done;
            list_users: user, Manager, GET "/v1/admin/users", 200, ListUsers => AdminUserPage;
            get_user: user, Clerk, GET "/v1/admin/users/{id}", 200, ById => UserDetail;
            set_user_state: user, Manager, POST "/v1/admin/users/{id}/state", 200, SetUserState => AdminUser;
            reset_password: user, Open, POST "/v1/auth/reset", 204, ResetPassword => Done;
            make_reset_code: user, Manager, POST "/v1/admin/users/{id}/reset-code", 201, ById => ResetCode;
            list_staff: user, Owner, GET "/v1/admin/staff", 200, Empty => StaffList;
            create_staff: user, Owner, POST "/v1/admin/staff", 201, CreateStaff => Staff;
            set_staff_role: user, Owner, PUT "/v1/admin/staff/{id}", 200, SetStaffRole => Staff;
            remove_staff: user, Owner, DELETE "/v1/admin/staff/{id}", 204, ById => Done;

            list_products: catalog, Open, GET "/v1/products", 200, ListProducts => ProductPage;
            get_product: catalog, Open, GET "/v1/products/{id}", 200, ById => Product;
            list_categories: catalog, Open, GET "/v1/categories", 200, Empty => CategoryList;
            list_wishes: catalog, Customer, GET "/v1/wishes", 200, ListPage => ProductPage;
            list_wish_ids: catalog, Customer, GET "/v1/wishes/ids", 200, Empty => WishIds;
            add_wish: catalog, Customer, POST "/v1/wishes", 200, WishFor => WishIds;
            remove_wish: catalog, Customer, DELETE "/v1/wishes/{productId}", 200, WishFor => WishIds;

            list_restock_notices: catalog, Customer, GET "/v1/restock-notices", 200, ListPage => RestockNoticePage;
            request_restock_notice: catalog, Customer, POST "/v1/restock-notices", 201, RequestRestockNotice => RestockNotice;
            withdraw_restock_notice: catalog, Customer, DELETE "/v1/restock-notices/{id}", 204, ById => Done;

            list_products_for_admin: catalog, Clerk, GET "/v1/admin/products", 200, ListProductsForAdmin => AdminProductPage;
            create_product: catalog, Manager, POST "/v1/admin/products", 201, CreateProduct => AdminProduct;
            get_product_for_admin: catalog, Clerk, GET "/v1/admin/products/{id}", 200, ById => AdminProduct;
            update_product: catalog, Manager, PUT "/v1/admin/products/{id}", 200, UpdateProduct => AdminProduct;
            delete_product: catalog, Manager, DELETE "/v1/admin/products/{id}", 204, ById => Done;
            restore_product: catalog, Manager, POST "/v1/admin/products/{id}/restore", 200, ById => AdminProduct;
            add_product_option: catalog, Manager, POST "/v1/admin/products/{id}/options", 201, AddProductOption => AdminProduct;
            update_product_option: catalog, Manager, PUT "/v1/admin/products/{id}/options/{optionId}", 200, UpdateProductOption => AdminProduct;
            set_product_image: catalog, Manager, POST "/v1/admin/products/{id}/image", 200, SetProductImage => AdminProduct;
            add_product_image: catalog, Manager, POST "/v1/admin/products/{id}/images", 201, AddProductImage => AdminProduct;
            arrange_product_images: catalog, Manager, PUT "/v1/admin/products/{id}/images", 200, ArrangeProductImages => AdminProduct;
            export_products: catalog, Manager, GET "/v1/admin/products/export", 200, ExportProducts => CsvPart;
            import_products: catalog, Manager, POST "/v1/admin/products/import", 200, ImportProducts => ImportedProducts;
            adjust_stock: stock, Clerk, POST "/v1/admin/products/{id}/stock", 200, AdjustStock => StockAdjusted;
            list_stock_movements: stock, Clerk, GET "/v1/admin/products/{id}/movements", 200, ListStockMovements => StockMovementPage;
            get_stock_at: stock, Clerk, GET "/v1/admin/products/{id}/stock/at", 200, GetStockAt => StockAt;

            popular_products: ranking, Open, GET "/v1/products/popular", 200, ListPopular => PopularProducts;

            get_cart: cart, Customer, GET "/v1/carts", 200, Empty => Cart;
            add_cart_item: cart, Customer, POST "/v1/carts/items", 200, AddCartItem => CartItem;
            change_cart_item: cart, Customer, PATCH "/v1/carts/items/{id}", 200, ChangeCartItem => ChangedCartItem;
            remove_cart_item: cart, Customer, DELETE "/v1/carts/items/{id}", 204, ById => Done;

            list_coupons: coupon, Customer, GET "/v1/coupons", 200, Empty => CouponList;
            issue_coupon: coupon, Customer, POST "/v1/coupons/{id}/issue", 201, ById => UserCoupon;
            redeem_coupon: coupon, Customer, POST "/v1/coupons/redeem", 201, RedeemCoupon => UserCoupon;
            my_coupons: coupon, Customer, GET "/v1/coupons/my", 200, ListMyCoupons => UserCouponPage;
            coupon_history: coupon, Customer, GET "/v1/coupons/history", 200, ListMyCoupons => UserCouponPage;
            list_coupons_for_admin: coupon, Manager, GET "/v1/admin/coupons", 200, ListCouponsForAdmin => AdminCouponPage;
            get_coupon_for_admin: coupon, Manager, GET "/v1/admin/coupons/{id}", 200, ById => AdminCoupon;
            list_coupon_holders: coupon, Manager, GET "/v1/admin/coupons/{id}/holders", 200, ListCouponHolders => CouponHolderPage;
            create_coupon: coupon, Manager, POST "/v1/admin/coupons", 201, CreateCoupon => AdminCoupon;
            update_coupon: coupon, Manager, PUT "/v1/admin/coupons/{id}", 200, UpdateCoupon => AdminCoupon;
            delete_coupon: coupon, Manager, DELETE "/v1/admin/coupons/{id}", 204, ById => Done;
            grant_coupon: coupon, Manager, POST "/v1/admin/coupons/{id}/grant", 200, GrantCoupon => GrantedCoupons;
            coupon_statistics: coupon, Manager, GET "/v1/admin/coupons/statistics", 200, StatisticsPeriod => CouponStatistics;
            get_coupon_at: coupon, Manager, GET "/v1/admin/coupons/{id}/at", 200, GetAsOf => CouponAt;

            quote_order: order, Customer, POST "/v1/orders/quote", 200, QuoteOrder => Quote;
            place_order: order, Customer, POST "/v1/orders", 201, PlaceOrder => Order;
            list_orders: order, Customer, GET "/v1/orders", 200, ListOrders => OrderPage;
            get_order: order, Customer, GET "/v1/orders/{id}", 200, ById => Order;
            get_order_seal: seal, Customer, GET "/v1/orders/{id}/seal", 200, ById => OrderSeal;
            cancel_order: order, Customer, POST "/v1/orders/{id}/cancel", 200, ById => Order;
            list_orders_for_admin: order, Clerk, GET "/v1/admin/orders", 200, ListOrdersForAdmin => AdminOrderPage;
            export_orders: order, Manager, GET "/v1/admin/orders/export", 200, ExportOrders => CsvPart;
            get_order_for_admin: order, Clerk, GET "/v1/admin/orders/{id}", 200, ById => OrderDetail;
            get_order_at: order, Clerk, GET "/v1/admin/orders/{id}/at", 200, GetAsOf => OrderAt;
            ship_order: order, Clerk, POST "/v1/admin/orders/{id}/ship", 200, ShipOrder => AdminOrder;
            unship_order: order, Clerk, POST "/v1/admin/orders/{id}/unship", 200, ById => AdminOrder;
            deliver_order: order, Clerk, POST "/v1/admin/orders/{id}/deliver", 200, DeliverOrder => AdminOrder;
            set_tracking: order, Clerk, PUT "/v1/admin/orders/{id}/tracking", 200, SetTracking => AdminOrder;
            import_tracking: order, Clerk, POST "/v1/admin/orders/tracking/import", 200, ImportTracking => ImportedTracking;
            export_parcels: order, Clerk, GET "/v1/admin/orders/tracking/export", 200, ExportParcels => CsvPart;
            list_packing_slips: order, Clerk, GET "/v1/admin/orders/packing-slips", 200, ListPackingSlips => PackingSlips;
            preview_refund: order, Manager, GET "/v1/admin/orders/{id}/refund", 200, PreviewRefund => RefundPreview;
            refund_order: order, Manager, POST "/v1/admin/orders/{id}/refund", 200, RefundOrder => AdminOrder;

            request_return: returns, Customer, POST "/v1/orders/{id}/returns", 201, RequestReturn => ReturnRequest;
            list_returns: returns, Customer, GET "/v1/orders/{id}/returns", 200, ById => ReturnList;
            list_returns_for_admin: returns, Clerk, GET "/v1/admin/returns", 200, ListReturnsForAdmin => AdminReturnPage;
            approve_return: returns, Clerk, POST "/v1/admin/returns/{id}/approve", 200, MoveReturn => AdminReturn;
            reject_return: returns, Clerk, POST "/v1/admin/returns/{id}/reject", 200, RejectReturn => AdminReturn;
            receive_return: returns, Clerk, POST "/v1/admin/returns/{id}/receive", 200, MoveReturn => AdminReturn;

            list_order_notes: note, Clerk, GET "/v1/admin/orders/{id}/notes", 200, ById => NoteList;
            add_order_note: note, Clerk, POST "/v1/admin/orders/{id}/notes", 201, AddNote => Note;
            list_user_notes: note, Clerk, GET "/v1/admin/users/{id}/notes", 200, ById => NoteList;
            add_user_note: note, Clerk, POST "/v1/admin/users/{id}/notes", 201, AddNote => Note;
            delete_note: note, Clerk, DELETE "/v1/admin/notes/{id}", 204, ById => Done;

            pay_order: payment, Customer, POST "/v1/payments", 200, PayOrder => Payment;
            list_payments_for_admin: payment, Manager, GET "/v1/admin/payments", 200, ListPaymentsForAdmin => AdminPaymentPage;
            confirm_payment: payment, Manager, POST "/v1/admin/payments/{id}/confirm", 200, ConfirmPayment => AdminPayment;
            match_payments: payment, Manager, POST "/v1/admin/payments/match", 200, MatchPayments => StatementPreview;
            arm_fault: payment, Manager, POST "/v1/admin/faults", 200, ArmFault => ArmedFault;

            get_points: point, Customer, GET "/v1/points", 200, Empty => Points;
            charge_points: point, Customer, POST "/v1/points/charge", 200, ChargePoints => ChargedPoints;
            list_point_transactions: point, Customer, GET "/v1/points/history", 200, ListPointTransactions => PointTransactionPage;
            adjust_points: point, Manager, POST "/v1/admin/users/{id}/points", 200, AdjustPoints => PointTransaction;
            get_points_at: point, Manager, GET "/v1/admin/users/{id}/points/at", 200, GetAsOf => PointsAt;

            list_charges: charge, Customer, GET "/v1/points/charges", 200, ListPage => ChargeRequestPage;
            withdraw_charge: charge, Customer, POST "/v1/points/charges/{id}/withdraw", 200, ById => ChargeRequest;
            list_charges_for_admin: charge, Manager, GET "/v1/admin/charges", 200, ListChargesForAdmin => AdminChargePage;
            confirm_charge: charge, Manager, POST "/v1/admin/charges/{id}/confirm", 200, ConfirmCharge => AdminCharge;
            reject_charge: charge, Manager, POST "/v1/admin/charges/{id}/reject", 200, RejectCharge => AdminCharge;

            get_dashboard: statistics, Clerk, GET "/v1/admin/dashboard", 200, Empty => Dashboard;
            sales_statistics: statistics, Manager, GET "/v1/admin/statistics/sales", 200, StatisticsPeriod => SalesStatistics;
            popular_statistics: statistics, Manager, GET "/v1/admin/statistics/popular", 200, PopularPeriod => PopularStatistics;

            get_sale_room: sale_room, Open, GET "/v1/sale-room", 200, Empty => SaleRoom;
            buy_in_sale_room: sale_room, Customer, POST "/v1/sale-room/buy", 200, Empty => SaleGrant;
            get_sale_room_for_admin: sale_room, Manager, GET "/v1/admin/sale-room", 200, Empty => AdminSaleRoom;
            open_sale_room: sale_room, Manager, POST "/v1/admin/sale-room", 201, OpenSaleRoom => AdminSaleRoom;
            close_sale_room: sale_room, Manager, POST "/v1/admin/sale-room/close", 200, Empty => AdminSaleRoom;
            remove_sale_guests: sale_room, Manager, POST "/v1/admin/sale-room/remove-guests", 200, Empty => RemovedGuests;

            list_alerts: alert, Clerk, GET "/v1/admin/alerts", 200, Empty => AlertList;
            mark_alerts_seen: alert, Clerk, POST "/v1/admin/alerts/seen", 204, MarkAlertsSeen => Done;

            list_audit_log: audit, Manager, GET "/v1/admin/audit-log", 200, ListAuditLog => AuditPage;

            list_outbox: outbox, Manager, GET "/v1/admin/outbox", 200, ListOutbox => OutboxPage;
            retry_outbox: outbox, Manager, POST "/v1/admin/outbox/{id}/retry", 200, ById => OutboxEvent;
            retry_all_outbox: outbox, Manager, POST "/v1/admin/outbox/retry-all", 200, Empty => RequeuedEvents;
            replay_outbox: outbox, Manager, POST "/v1/admin/outbox/replay", 200, ReplayOutbox => RequeuedEvents;
        }
    };
}
