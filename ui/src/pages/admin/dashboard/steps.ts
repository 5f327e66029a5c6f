// The steps to a shop that can sell, and whether each is done.
import type { Backup, PointCharging, ServerState } from "@/ipc/generated/operations";

export type StepName = "product" | "business" | "payment" | "deposits" | "network" | "backup";

export interface FirstStep {
  name: StepName;
  /** The page where it is done. */
  to: string;
  /** Undefined while it is not known. */
  done: boolean | undefined;
}

export interface Beginnings {
  /** Whether there is a product. */
  hasProduct: boolean | undefined;
  /** What the shop does where customers charge points, and whether it has an account for deposits. */
  charging: { mode: PointCharging; hasAccount: boolean } | undefined;
  /** Whether the business behind the shop is given. */
  hasBusiness: boolean | undefined;
  backups: readonly Pick<Backup, "state" | "kind">[] | undefined;
  /** The server of the window; in a browser there is none to ask. */
  server: Pick<ServerState, "lan"> | undefined;
  /** Whether the page itself came over the network. */
  isOverNetwork: boolean;
  /** Whether the owner has said that the shop stays on this computer. */
  staysLocal: boolean;
}

/** In the order of the page. Points need no preparation, except an account where customers transfer money for them. */
export function firstSteps({ hasProduct, charging, hasBusiness, backups, server, isOverNetwork, staysLocal }: Beginnings): readonly FirstStep[] {
  const takesDeposits = charging?.mode === "REQUEST";
  return [
    { name: "product", to: hasProduct === true ? "/admin/products" : "/admin/products/new", done: hasProduct },
    { name: "business", to: "/admin/settings?part=business", done: hasBusiness },
    takesDeposits
      ? { name: "deposits", to: "/admin/settings?part=charging", done: charging?.hasAccount }
      : { name: "payment", to: "/admin/customers", done: true },
    { name: "network", to: "/admin/system?part=server", done: staysLocal || isOverNetwork || server?.lan === true },
    { name: "backup", to: "/admin/system?part=backups", done: backups?.some(isOfThisShop) },
  ];
}

/** A copy that was verified, and not of what was there before this shop. */
function isOfThisShop({ state, kind }: Pick<Backup, "state" | "kind">): boolean {
  return state === "VERIFIED" && (kind === "MANUAL" || kind === "DAILY");
}
