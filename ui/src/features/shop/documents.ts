// The texts that customers agree to, and the versions in force, which the shop itself tells.
import { useQuery } from "@tanstack/react-query";
import { call } from "@/ipc/call";
import type { DocumentText, DocumentVersion, ShopDocument } from "@/ipc/generated/operations";
import { unwrap } from "@/ipc/result";
import { keys } from "@/shared/queryKeys";
import { useShop } from "./queries";

export interface InForce {
  document: ShopDocument;
  version: number;
}

/** The page of each text. */
export const DOCUMENT_PAGES = { TERMS: "/terms", PRIVACY: "/privacy" } as const satisfies Record<ShopDocument, string>;

/** A text; null where the shop has none. */
export function useDocument(document: ShopDocument) {
  return useQuery({ queryKey: [...keys.documents, document], queryFn: () => readDocument(document) });
}

/** The texts in force, in the order in which they are agreed to. */
export function useDocumentsInForce(): readonly InForce[] {
  const shop = useShop().data;
  return shop === undefined ? [] : inForce(shop);
}

export function inForce({ terms, privacy }: { terms?: DocumentVersion | null; privacy?: DocumentVersion | null }): readonly InForce[] {
  const texts = [
    { document: "TERMS", version: terms?.version },
    { document: "PRIVACY", version: privacy?.version },
  ] as const;
  return texts.flatMap(({ document, version }) => (version === undefined ? [] : [{ document, version }]));
}

async function readDocument(document: ShopDocument): Promise<DocumentText | null> {
  const found = await call("get_shop_document", { document });
  return found.kind !== "ok" && found.code === "NOT_FOUND" ? null : unwrap(found);
}
