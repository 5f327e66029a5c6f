// What the customer has agreed to, and the texts of which a newer version is in force.
import { useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import type { Consent, ConsentDocument } from "@/ipc/generated/operations";
import { keys } from "@/shared/queryKeys";
import { type InForce, useDocumentsInForce } from "./documents";

/** The consents that hold, one of each document at most. */
export function useConsents(enabled = true) {
  return useQuery({ queryKey: keys.consents, queryFn: () => read("list_consents", {}), select: ({ items }) => items, enabled });
}

/** The texts in force to which the customer has not agreed; none while that is not known. */
export function useOpenConsents(enabled: boolean): readonly InForce[] {
  const texts = useDocumentsInForce();
  const consents = useConsents(enabled && texts.length > 0).data;
  return consents === undefined || !enabled ? [] : openConsents(texts, consents);
}

export function openConsents(texts: readonly InForce[], consents: readonly Pick<Consent, "document" | "version" | "given">[]): readonly InForce[] {
  return texts.filter(({ document, version }) => !consents.some((each) => each.document === document && each.version === version && each.given));
}

/** The consent to a document that holds. */
export function consentTo(consents: readonly Consent[], document: ConsentDocument): Consent | undefined {
  return consents.find((each) => each.document === document);
}
