// The tags that become stale after an operation, for every operation and nowhere else. An operation names only tags that no event
// tells of: orders, points, coupons, carts, products and their stock are told of by the shop (app/useLiveEvents.ts).
import type { QueryClient } from "@tanstack/react-query";
import type { OperationName } from "@/ipc/call";
import { keys, type QueryTag } from "@/shared/queryKeys";

type Tags = readonly QueryTag[];

/** For operations that read, and for those whose effects are all in events or in the answer. */
const NOTHING: Tags = [];

/** An order moved on or was paid back by an admin. */
const ORDER_CHANGED: Tags = ["auditLog"];

/** After success. */
const STALE_AFTER: Record<OperationName, Tags> = {
  get_shop: NOTHING,
  set_up_shop: NOTHING,
  get_settings: NOTHING,
  update_settings: ["shop", "dashboard", "adminProducts"],
  get_shop_document: NOTHING,
  update_shop_document: ["shop", "documents", "auditLog"],
  verify_books: NOTHING,
  get_metrics: NOTHING,
  make_webhook_secret: ["settings", "auditLog"],
  get_metrics_token: NOTHING,
  make_metrics_token: ["metricsToken", "auditLog"],
  confirm_clock: ["auditLog"],
  remove_metrics_token: ["metricsToken", "auditLog"],
  make_backup: ["backups"],
  list_backups: NOTHING,
  // Everything is reset, by the event and by the page that asked for it.
  restore_backup: NOTHING,
  register: NOTHING,
  get_me: NOTHING,
  update_me: NOTHING,
  change_password: ["sessions"],
  // The customer is gone: pages/me/useLeaving.ts resets everything.
  leave_shop: NOTHING,
  list_consents: NOTHING,
  give_consent: ["consents"],
  list_sessions: NOTHING,
  end_session: ["sessions"],
  list_addresses: NOTHING,
  save_address: NOTHING,
  remove_address: ["addresses"],
  list_users: NOTHING,
  get_user: NOTHING,
  set_user_state: ["adminUsers", "staff", "auditLog"],
  // The user that has forgotten the password is not signed in.
  reset_password: NOTHING,
  make_reset_code: ["auditLog"],
  list_staff: NOTHING,
  create_staff: ["staff", "adminUsers", "auditLog"],
  // An owner may have changed their own role.
  set_staff_role: ["staff", "adminUsers", "session", "auditLog"],
  remove_staff: ["staff", "adminUsers", "auditLog"],
  list_products: NOTHING,
  get_product: NOTHING,
  list_categories: NOTHING,
  list_wishes: NOTHING,
  list_wish_ids: NOTHING,
  add_wish: NOTHING,
  remove_wish: NOTHING,
  list_restock_notices: NOTHING,
  request_restock_notice: ["wishes"],
  withdraw_restock_notice: ["wishes"],
  list_products_for_admin: NOTHING,
  create_product: ["categories"],
  get_product_for_admin: NOTHING,
  update_product: NOTHING,
  delete_product: NOTHING,
  restore_product: NOTHING,
  add_product_option: NOTHING,
  update_product_option: NOTHING,
  set_product_image: NOTHING,
  add_product_image: NOTHING,
  arrange_product_images: NOTHING,
  export_products: NOTHING,
  import_products: ["categories"],
  // The event has the new figure; only the shop knows to which lists the product belongs, such as that of low stock.
  adjust_stock: ["adminProducts"],
  list_stock_movements: NOTHING,
  get_stock_at: NOTHING,
  popular_products: NOTHING,
  get_cart: NOTHING,
  add_cart_item: NOTHING,
  change_cart_item: NOTHING,
  remove_cart_item: NOTHING,
  list_coupons: NOTHING,
  issue_coupon: NOTHING,
  redeem_coupon: NOTHING,
  my_coupons: NOTHING,
  coupon_history: NOTHING,
  list_coupons_for_admin: NOTHING,
  get_coupon_for_admin: NOTHING,
  list_coupon_holders: NOTHING,
  // There are events about changed coupons only.
  create_coupon: ["adminCoupons", "coupons", "dashboard", "auditLog"],
  update_coupon: ["auditLog"],
  delete_coupon: ["adminCoupons", "coupons", "dashboard", "auditLog"],
  // Each customer that gets one is told; the log is not.
  grant_coupon: ["adminCoupons", "auditLog"],
  coupon_statistics: NOTHING,
  get_coupon_at: NOTHING,
  quote_order: NOTHING,
  place_order: NOTHING,
  list_orders: NOTHING,
  get_order: NOTHING,
  get_order_seal: NOTHING,
  cancel_order: NOTHING,
  list_orders_for_admin: NOTHING,
  export_orders: NOTHING,
  get_order_for_admin: NOTHING,
  get_order_at: NOTHING,
  ship_order: ORDER_CHANGED,
  unship_order: ORDER_CHANGED,
  deliver_order: ORDER_CHANGED,
  set_tracking: ORDER_CHANGED,
  import_tracking: ORDER_CHANGED,
  export_parcels: NOTHING,
  list_packing_slips: NOTHING,
  preview_refund: NOTHING,
  // Points and coupons of the customer were restored; only the customer gets events about them.
  refund_order: [...ORDER_CHANGED, "adminProducts", "adminCoupons", "adminUsers", "statistics"],
  // The event of the return makes the lists stale.
  request_return: NOTHING,
  list_returns: NOTHING,
  list_returns_for_admin: NOTHING,
  approve_return: ["auditLog"],
  reject_return: ["auditLog"],
  receive_return: ["auditLog"],
  list_order_notes: NOTHING,
  // The list of orders marks those with notes.
  add_order_note: ["notes", "adminOrders", "auditLog"],
  list_user_notes: NOTHING,
  add_user_note: ["notes", "auditLog"],
  delete_note: ["notes", "adminOrders", "auditLog"],
  pay_order: ["popular"],
  list_payments_for_admin: NOTHING,
  // The list and the order come with the event of the order.
  confirm_payment: ["statistics", "auditLog"],
  // The page confirms what it picks by the operations above.
  match_payments: NOTHING,
  arm_fault: NOTHING,
  get_points: NOTHING,
  // A quote, whose key is below the cart's, has the points to spend.
  charge_points: ["cart"],
  list_charges: NOTHING,
  withdraw_charge: NOTHING,
  list_charges_for_admin: NOTHING,
  confirm_charge: ["adminUsers", "auditLog"],
  reject_charge: ["auditLog"],
  list_point_transactions: NOTHING,
  adjust_points: ["adminUsers", "auditLog"],
  get_points_at: NOTHING,
  get_dashboard: NOTHING,
  sales_statistics: NOTHING,
  popular_statistics: NOTHING,
  get_sale_room: NOTHING,
  buy_in_sale_room: ["saleRoom"],
  get_sale_room_for_admin: NOTHING,
  open_sale_room: ["adminSaleRoom", "auditLog"],
  close_sale_room: ["adminSaleRoom", "auditLog"],
  remove_sale_guests: ["adminSaleRoom", "adminUsers", "auditLog"],
  list_alerts: NOTHING,
  mark_alerts_seen: ["alerts"],
  list_audit_log: NOTHING,
  list_outbox: NOTHING,
  retry_outbox: ["outbox", "dashboard"],
  retry_all_outbox: ["outbox", "dashboard", "auditLog"],
  replay_outbox: ["outbox", "dashboard", "auditLog"],
  // Another user sees nothing that was cached for the one before: features/user/session.ts resets it all.
  login: NOTHING,
  logout: NOTHING,
  fill_with_demo_data: NOTHING,
  get_demo_shoppers: NOTHING,
  set_demo_shoppers: ["demoShoppers"],
  // Everything is reset, by the event and by the page that asked for it.
  reset_demo: NOTHING,
  begin_own_shop: NOTHING,
  run_lab: NOTHING,
  stop_lab: NOTHING,
  report_lab: NOTHING,
  race_lab: NOTHING,
  pull_the_plug: NOTHING,
  fail_payment_in_lab: NOTHING,
  server_state: NOTHING,
  start_server: NOTHING,
  stop_server: NOTHING,
  get_recovery: NOTHING,
  recover_shop: NOTHING,
  reopen_shop: NOTHING,
  show_data_folder: NOTHING,
  quit_window: NOTHING,
  get_about: NOTHING,
  save_pdf: NOTHING,
  get_crash: NOTHING,
  dismiss_crash: ["crash"],
  show_crash_folder: NOTHING,
};

/** After an error: it usually means that the shown data were out of date, and no event follows. */
const STALE_AFTER_ERROR: Partial<Record<OperationName, Tags>> = {
  make_backup: ["backups"],
  restore_backup: ["backups"],
  add_cart_item: ["products", "cart"],
  change_cart_item: ["cart"],
  issue_coupon: ["coupons"],
  // What fell short or is no longer sold is shown as it is now.
  place_order: ["cart", "products"],
  pay_order: ["orders", "coupons", "products"],
  ship_order: ["adminOrders"],
  unship_order: ["adminOrders"],
  deliver_order: ["adminOrders"],
  // The shop has another version by now.
  register: ["shop"],
  give_consent: ["shop", "consents"],
  update_shop_document: ["shop", "documents"],
  // An order is open.
  leave_shop: ["orders"],
  set_tracking: ["adminOrders"],
  import_tracking: ["adminOrders"],
  // Another admin or the customer was faster.
  refund_order: ["adminOrders"],
  request_return: ["orders", "returns"],
  approve_return: ["adminReturns", "adminOrders"],
  reject_return: ["adminReturns", "adminOrders"],
  receive_return: ["adminReturns", "adminOrders"],
  // Another admin has deleted it.
  delete_note: ["notes"],
  // Another owner was faster.
  set_staff_role: ["staff"],
  remove_staff: ["staff"],
  retry_outbox: ["outbox"],
  // The shop is set otherwise by now, or another request has come before.
  charge_points: ["shop", "charges"],
  // Another admin or the customer was faster.
  withdraw_charge: ["charges"],
  confirm_charge: ["adminCharges"],
  confirm_payment: ["adminPayments", "adminOrders"],
  reject_charge: ["adminCharges"],
  // It has ended, or another admin was faster.
  buy_in_sale_room: ["saleRoom"],
  open_sale_room: ["adminSaleRoom"],
  close_sale_room: ["adminSaleRoom"],
  remove_sale_guests: ["adminSaleRoom"],
  // Another window may have been faster; then this one has nothing left to choose.
  fill_with_demo_data: ["shop"],
  // A server that could not move to another port may have stopped on the way.
  start_server: ["server"],
};

/** Marks what an operation has made stale; what is on screen is asked for again at once. */
export function markStaleAfter(client: QueryClient, name: OperationName, outcome: "success" | "error"): void {
  markStale(client, outcome === "success" ? STALE_AFTER[name] : (STALE_AFTER_ERROR[name] ?? NOTHING));
}

export function markStale(client: QueryClient, tags: Iterable<QueryTag>): void {
  for (const tag of tags) void client.invalidateQueries({ queryKey: keys[tag] });
}
