// Puts the answer of a write into the cache, so that the page shows it at once and need not ask for it.
import type { Query, QueryClient } from "@tanstack/react-query";
import type { OperationName, RequestOf, ResponseOf } from "@/ipc/call";
import type {
  AdminCharge, AdminProduct, AdminCoupon, AdminOrder, AdminReturn, AdminUser, Cart, CartItem, CouponList, Order, OrderDetail, Payment, User, UserDetail, WishIds,
} from "@/ipc/generated/operations";
import { keys, listKey, type ListedTag, obtainableCouponsKey, oneKey, wishIdsKey, wishListKey } from "@/shared/queryKeys";

type Fill<K extends OperationName> = (client: QueryClient, answer: ResponseOf<K>, request: RequestOf<K>) => void;

const FILLS: { readonly [K in OperationName]?: Fill<K> } = {
  update_me: (client, user) => client.setQueryData(keys.session, user),
  // A secret that was made just now is shown by the page that made it, and kept nowhere.
  update_settings: (client, settings) => client.setQueryData(keys.settings, { ...settings, webhookSecret: undefined }),
  start_server: (client, state) => client.setQueryData(keys.server, state),
  stop_server: (client, state) => client.setQueryData(keys.server, state),
  add_cart_item: (client, line) => changeCart(client, (items) => withLine(items, line)),
  remove_cart_item: (client, _, { id }) => changeCart(client, (items) => items.filter((line) => line.id !== id)),
  add_wish: fillWishes,
  remove_wish: fillWishes,
  place_order: fillOrder,
  cancel_order: fillOrder,
  pay_order: fillPayment,
  // Points that are only requested leave the balance as it is.
  charge_points: (client, answer) => "balanceAfter" in answer && fillBalance(client, answer.balanceAfter),
  confirm_charge: fillAdminCharge,
  confirm_payment: (client, payment) => changeRow(client, "adminPayments", payment),
  reject_charge: fillAdminCharge,
  approve_return: fillAdminReturn,
  reject_return: fillAdminReturn,
  receive_return: fillAdminReturn,
  issue_coupon: (client, { couponId }) => markOwned(client, couponId),
  ship_order: fillAdminOrder,
  unship_order: fillAdminOrder,
  deliver_order: fillAdminOrder,
  set_tracking: fillAdminOrder,
  refund_order: fillAdminOrder,
  create_product: fillAdminProduct,
  update_product: fillAdminProduct,
  restore_product: fillAdminProduct,
  add_product_option: fillAdminProduct,
  update_product_option: fillAdminProduct,
  set_product_image: fillAdminProduct,
  add_product_image: fillAdminProduct,
  arrange_product_images: fillAdminProduct,
  create_coupon: fillAdminCoupon,
  update_coupon: fillAdminCoupon,
  set_user_state: fillUser,
};

export function fillCache<K extends OperationName>(client: QueryClient, name: K, answer: ResponseOf<K>, request: RequestOf<K>): void {
  FILLS[name]?.(client, answer, request);
}

/** Also for the product of a CONFLICT. */
export function fillAdminProduct(client: QueryClient, product: AdminProduct): void {
  client.setQueryData(oneKey("adminProducts", product.id), product);
  changeRow(client, "adminProducts", product);
}

function fillAdminCoupon(client: QueryClient, coupon: AdminCoupon): void {
  client.setQueryData(oneKey("adminCoupons", coupon.id), coupon);
  changeRow(client, "adminCoupons", coupon);
}

function fillAdminOrder(client: QueryClient, order: AdminOrder): void {
  change<OrderDetail>(client, oneKey("adminOrders", order.id), (detail) => ({ ...detail, order }));
  changeRow(client, "adminOrders", order);
}

function fillAdminCharge(client: QueryClient, charge: AdminCharge): void {
  changeRow(client, "adminCharges", charge);
}

function fillAdminReturn(client: QueryClient, row: AdminReturn): void {
  changeRow(client, "adminReturns", row);
}

function fillUser(client: QueryClient, user: AdminUser): void {
  change<UserDetail>(client, oneKey("adminUsers", user.id), (detail) => ({ ...detail, user }));
  changeRow(client, "adminUsers", user);
}

function fillOrder(client: QueryClient, order: Order): void {
  client.setQueryData(oneKey("orders", order.id), order);
  changeRow(client, "orders", order);
}

/** The page that follows shows a paid order; the rest of it comes with the event. */
function fillPayment(client: QueryClient, payment: Payment): void {
  if (payment.balance !== undefined) fillBalance(client, payment.balance.after);
  const order = client.getQueryData<Order>(oneKey("orders", payment.orderId));
  if (order !== undefined && payment.state === "COMPLETED") fillOrder(client, { ...order, state: "CONFIRMED", payment, paidAt: payment.paidAt });
}

function fillBalance(client: QueryClient, availablePoint: number): void {
  change<User | null>(client, keys.session, (user) => user && { ...user, availablePoint });
}

/** How many are left comes with the event. */
function markOwned(client: QueryClient, couponId: number): void {
  change<CouponList>(client, obtainableCouponsKey, (list) => ({
    ...list,
    items: list.items.map((coupon) => (coupon.id === couponId ? { ...coupon, owned: true } : coupon)),
  }));
}

/** The list on screen keeps its card, so that a second press on the heart takes the first one back; it is read again when it is opened again. */
function fillWishes(client: QueryClient, { productIds }: WishIds): void {
  client.setQueryData(wishIdsKey, productIds);
  void client.invalidateQueries({ queryKey: wishListKey, refetchType: "none" });
}

function withLine(items: readonly CartItem[], line: CartItem): CartItem[] {
  const known = items.some(({ id }) => id === line.id);
  return known ? items.map((item) => (item.id === line.id ? line : item)) : [...items, line];
}

function changeCart(client: QueryClient, update: (items: readonly CartItem[]) => CartItem[]): void {
  change<Cart>(client, keys.cart, (cart) => {
    const items = update(cart.items);
    const totalAmount = items.reduce((sum, line) => sum + (line.orderable ? line.subtotal : 0), 0);
    return { ...cart, items, itemCount: items.length, totalAmount };
  });
}

interface Pages {
  pages: readonly { items: readonly { id: number }[] }[];
}

/** In every list that holds the row. */
function changeRow<Row extends { id: number }>(client: QueryClient, tag: ListedTag, row: Row): void {
  const put = (page: Pages["pages"][number]) => ({ ...page, items: page.items.map((other) => (other.id === row.id ? row : other)) });
  for (const query of client.getQueryCache().findAll({ queryKey: listKey(tag) })) {
    setUnlessStale<Pages>(client, query, (list) => ({ ...list, pages: list.pages.map(put) }));
  }
}

function change<Data>(client: QueryClient, queryKey: readonly unknown[], update: (data: Data) => Data): void {
  const query = client.getQueryCache().find({ queryKey });
  if (query !== undefined) setUnlessStale(client, query, update);
}

/** What is marked stale will be read again; setting data would take the mark away. */
function setUnlessStale<Data>(client: QueryClient, query: Query, update: (data: Data) => Data): void {
  const { data, dataUpdatedAt, isInvalidated } = query.state;
  if (data === undefined || isInvalidated) return;
  client.setQueryData(query.queryKey, update(data as Data), { updatedAt: dataUpdatedAt });
}
