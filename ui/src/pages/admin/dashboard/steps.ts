// The steps to a shop that can sell, and whether each is done.
import type { Backup, ServerState } from "@/ipc/generated/operations";

export type StepName = "product" | "business" | "payment" | "network" | "backup";

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
  /** Whether an admin has ever saved the settings. */
  hasSavedSettings: boolean | undefined;
  backups: readonly Pick<Backup, "state" | "kind">[] | undefined;
  /** The server of the window; in a browser there is none to ask. */
  server: Pick<ServerState, "lan"> | undefined;
  /** Whether the page itself came over the network. */
  isOverNetwork: boolean;
  /** Whether the owner has said that the shop stays on this computer. */
  staysLocal: boolean;
}

/** In the order of the page. Points need no preparation, so that the way to pay is there from the start. */
export function firstSteps({ hasProduct, hasSavedSettings, backups, server, isOverNetwork, staysLocal }: Beginnings): readonly FirstStep[] {
  return [
    { name: "product", to: hasProduct === true ? "/admin/products" : "/admin/products/new", done: hasProduct },
    { name: "business", to: "/admin/settings", done: hasSavedSettings },
    { name: "payment", to: "/admin/customers", done: true },
    { name: "network", to: "/admin/system?part=server", done: staysLocal || isOverNetwork || server?.lan === true },
    { name: "backup", to: "/admin/system?part=backups", done: backups?.some(isOfThisShop) },
  ];
}

/** A copy that was verified, and not of what was there before this shop. */
function isOfThisShop({ state, kind }: Pick<Backup, "state" | "kind">): boolean {
  return state === "VERIFIED" && (kind === "MANUAL" || kind === "DAILY");
}
