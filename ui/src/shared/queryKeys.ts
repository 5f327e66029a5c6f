// The keys of the query cache. Each noun has a root; features put their own parts behind it, so that nothing derived from a noun
// is overlooked when the noun becomes stale.
export const keys = {
  shop: ["shop"],
  /** How busy the simulated customers of a demo are. */
  demoShoppers: ["demoShoppers"],
  recovery: ["recovery"],
  about: ["about"],
  crash: ["crash"],
  /** The texts that customers agree to. */
  documents: ["documents"],
  session: ["session"],
  products: ["products"],
  categories: ["categories"],
  popular: ["popular"],
  cart: ["cart"],
  coupons: ["coupons"],
  orders: ["orders"],
  /** The returns of an order, and until when another can be asked for. */
  returns: ["returns"],
  /** Never changes once it is there, whatever becomes of the order. */
  orderSeal: ["orderSeal"],
  points: ["points"],
  /** The customer's requests for points. */
  charges: ["charges"],
  wishes: ["wishes"],
  addresses: ["addresses"],
  /** What the customer has agreed to. */
  consents: ["consents"],
  sessions: ["sessions"],
  server: ["server"],
  adminProducts: ["adminProducts"],
  adminOrders: ["adminOrders"],
  /** Stands apart: once the order is paid back there is nothing to preview, and asking again would be refused. */
  refundPreview: ["refundPreview"],
  adminReturns: ["adminReturns"],
  /** Notes of admins on orders and customers. */
  notes: ["notes"],
  adminCoupons: ["adminCoupons"],
  adminUsers: ["adminUsers"],
  adminCharges: ["adminCharges"],
  /** Deposits for orders. */
  adminPayments: ["adminPayments"],
  staff: ["staff"],
  alerts: ["alerts"],
  dashboard: ["dashboard"],
  statistics: ["statistics"],
  auditLog: ["auditLog"],
  settings: ["settings"],
  outbox: ["outbox"],
  backups: ["backups"],
  saleRoom: ["saleRoom"],
  adminSaleRoom: ["adminSaleRoom"],
  metrics: ["metrics"],
  metricsToken: ["metricsToken"],
  verdict: ["verdict"],
} as const satisfies Record<string, readonly [string]>;

/** A root by its name, as tables of what becomes stale hold it. */
export type QueryTag = keyof typeof keys;

/** Nouns that are read one by one, and as lists in pages. */
export type ListedTag = "products" | "orders" | "adminProducts" | "adminOrders" | "adminCoupons" | "adminUsers" | "adminCharges" | "adminPayments" | "adminReturns";

/** Followed by the id of one row. */
export function oneKey<Tag extends ListedTag>(tag: Tag, id: number) {
  return [...keys[tag], "one", id] as const;
}

/** Followed by the filter of a list. */
export function listKey<Tag extends ListedTag>(tag: Tag) {
  return [...keys[tag], "list"] as const;
}

/** The coupons that can be taken now. */
export const obtainableCouponsKey = [...keys.coupons, "obtainable"] as const;

/** The ids that fill the hearts. */
export const wishIdsKey = [...keys.wishes, "ids"] as const;
/** The products behind them. */
export const wishListKey = [...keys.wishes, "list"] as const;
