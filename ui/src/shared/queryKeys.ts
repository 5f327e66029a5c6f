// The roots of all query keys, one a noun. Features put their own parts behind a root; events and
// mutations forget by root, so that nothing derived from a noun can be overlooked.
export const keys = {
  shop: ["shop"],
  session: ["session"],
  products: ["products"],
  categories: ["categories"],
  popular: ["popular"],
  cart: ["cart"],
  coupons: ["coupons"],
  orders: ["orders"],
  points: ["points"],
  wishes: ["wishes"],
  addresses: ["addresses"],
  sessions: ["sessions"],
  server: ["server"],
} as const satisfies Record<string, readonly [string]>;
