// What the words of the panel's palette find: products, orders, customers and coupons to open, or what an act can be done to.
import { useDebouncedValue } from "@mantine/hooks";
import type { SpotlightActionData, SpotlightActionGroupData } from "@mantine/spotlight";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useFoundProducts } from "@/features/admin-catalog/queries";
import { useFoundCoupons } from "@/features/admin-coupon/queries";
import { tabOf } from "@/features/admin-order/filter";
import { useFoundOrders } from "@/features/admin-order/queries";
import { useFoundUsers } from "@/features/admin-user/queries";
import { useMay } from "@/features/user/session";
import type { AdminOrder, AdminProduct } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon } from "@/shared/text/format";
import { lineName, productName } from "@/shared/text/names";
import { selectFirstAction } from "../shell/paletteStore";
import { type Command, parseCommand } from "./paletteCommand";

/** Milliseconds of rest after which the shop is asked. */
const REST_MS = 120;

/** The acts on what was found. */
export interface FoundActs {
  ship: (order: AdminOrder) => void;
  refund: (order: AdminOrder) => void;
  stock: (product: AdminProduct) => void;
}

export interface FoundGroups {
  groups: readonly SpotlightActionGroupData[];
  /** The shop has not answered yet. */
  waiting: boolean;
}

export function useFound(query: string, acts: FoundActs): FoundGroups {
  const [rested] = useDebouncedValue(query, REST_MS);
  const { act, words } = parseCommand(rested);
  const isOpen = act === "open" && words !== "";
  const may = useMay();
  // An answer to earlier words is never shown: each query is kept under its words.
  const orders = useFoundOrders(requestOf(act, words), isOpen || act === "ship" || (act === "refund" && may("refund_order")));
  const products = useFoundProducts(words, isOpen || act === "stock");
  const users = useFoundUsers(words, isOpen && may("list_users"));
  const coupons = useFoundCoupons(words, isOpen && may("list_coupons_for_admin"));
  const toAction = useActionsOf(act, acts);
  const isAnswered = [orders, products, users, coupons].every(({ fetchStatus, data }) => fetchStatus === "idle" || data !== undefined);
  const waiting = query !== rested || !isAnswered;
  useEffect(() => {
    if (!waiting && rested !== "") selectFirstAction();
  }, [waiting, rested]);
  if (query.trim() === "") return { groups: [], waiting: false };
  // What was found for the words before is gone as soon as others are typed.
  if (parseCommand(query).words !== words) return { groups: [], waiting };
  const groups = [
    toAction.group("orders", orders.data?.items.map(toAction.order)),
    toAction.group("products", products.data?.items.map(toAction.product)),
    toAction.group("customers", users.data?.items.map(toAction.user)),
    toAction.group("coupons", coupons.data?.items.map(toAction.coupon)),
  ];
  return { groups: groups.filter(({ actions }) => actions.length > 0), waiting };
}

/** An act finds only the orders that allow it. */
function requestOf(act: Command["act"], words: string) {
  const q = words === "" ? undefined : words;
  if (act === "ship") return { q, state: "CONFIRMED", deliveryState: "PREPARING" } as const;
  return act === "refund" ? ({ q, state: "CONFIRMED" } as const) : { q };
}

type Row<Hook extends (...args: never[]) => { data?: { items: readonly unknown[] } | undefined }> = NonNullable<ReturnType<Hook>["data"]>["items"][number];

function useActionsOf(act: Command["act"], acts: FoundActs) {
  const { t } = useTranslation(["admin", "adminOrders", "adminProducts", "adminCoupons"]);
  const lang = useLang();
  const navigate = useNavigate();
  const open = (path: string) => () => void navigate(path);
  return {
    /** An act names itself above what it can be done to. */
    group: (noun: "orders" | "products" | "customers" | "coupons", actions: SpotlightActionData[] = []): SpotlightActionGroupData => ({
      group: act === "open" ? t(`palette.${noun}`) : t(`palette.act.${act}`),
      actions,
    }),
    order: (order: AdminOrder): SpotlightActionData => {
      const [first] = order.items;
      const goods = first === undefined ? [] : [lineName(first, lang)];
      const parts = [order.customer.name, t(`adminOrders:tab.${tabOf(order)}`), formatWon(order.totalAmount, lang), ...goods];
      const run = { ship: () => acts.ship(order), refund: () => acts.refund(order), stock: undefined, open: undefined }[act];
      return { id: `order-${order.id}`, label: order.orderNumber, description: parts.join(" · "), onClick: run ?? open(`/admin/orders/${order.id}`) };
    },
    product: (product: AdminProduct): SpotlightActionData => ({
      id: `product-${product.id}`,
      label: productName(product, lang),
      description: t("palette.stock", { count: product.availableQuantity, shown: formatCount(product.availableQuantity, lang) }),
      onClick: act === "stock" ? () => acts.stock(product) : open(`/admin/products/${product.id}`),
    }),
    user: (user: Row<typeof useFoundUsers>): SpotlightActionData => ({
      id: `user-${user.id}`,
      label: user.name,
      description: [user.email, user.phone].filter(Boolean).join(" · "),
      onClick: open(`/admin/customers/${user.id}`),
    }),
    coupon: (coupon: Row<typeof useFoundCoupons>): SpotlightActionData => ({
      id: `coupon-${coupon.id}`,
      label: coupon.name,
      description: t(`adminCoupons:state.${coupon.state}`),
      onClick: open(`/admin/coupons?open=${coupon.id}`),
    }),
  };
}
