// All shortcuts in one list: the help dialog shows what the hooks bind.
export const PLACES = [
  { code: "KeyH", key: "H", to: "/", label: "goHome" },
  { code: "KeyC", key: "C", to: "/cart", label: "goCart" },
  { code: "KeyO", key: "O", to: "/orders", label: "goOrders" },
  { code: "KeyP", key: "P", to: "/coupons", label: "goCoupons" },
  { code: "KeyT", key: "T", to: "/points", label: "goPoints" },
  { code: "KeyM", key: "M", to: "/me", label: "goMe" },
] as const;

export const ACTIONS = [
  { keys: ["Ctrl", "K"], label: "palette" },
  { keys: ["/"], label: "search" },
  { keys: ["?"], label: "help" },
  { keys: ["Esc"], label: "escape" },
  { keys: ["J"], label: "next" },
  { keys: ["K"], label: "previous" },
  { keys: ["X"], label: "toggle" },
  { keys: ["Enter"], label: "open" },
] as const;
