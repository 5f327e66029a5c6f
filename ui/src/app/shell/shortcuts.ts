// All shortcuts in one list: the help dialog shows what the hooks bind.
import type { LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/features/user/session";

/** A page that G and a second key lead to; the palette and the help list it too. */
export interface Place {
  /** Physical key, as in KeyboardEvent.code. */
  code: string;
  /** The key as the help names it. */
  key: string;
  to: string;
  /** Already translated. */
  title: string;
  /** As in the menu, where there is one. */
  icon?: LucideIcon;
}

const PLACES = [
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

/** The storefront's places; for an admin also the way behind the counter. */
export function useShopPlaces(): readonly Place[] {
  const { t } = useTranslation("shell");
  const { customer } = useSession();
  const places = PLACES.map(({ label, ...place }) => ({ ...place, title: t(`shortcuts.${label}`) }));
  if (customer?.type !== "ADMIN") return places;
  return [...places, { code: "KeyA", key: "A", to: "/admin", title: t("account.admin") }];
}
