// The words for an error: to shoppers the shop's own message where it sent one, to admins the panel's; ours by code otherwise.
import i18next from "i18next";
import type { ShopError, ShopErrorCode } from "@/ipc/errors";
import errors from "@/locales/ko/errors.json";
import { audience } from "./audience";

/** A call that was given up is not reported, and only the shop has words for a code that is newer than this page. */
type WordedCode = Exclude<ShopErrorCode, "ABORTED" | "UNKNOWN_CODE">;

errors satisfies Readonly<Record<WordedCode, string>>;

/** A shop of another version may have no sentence for its code. */
function isCode(message: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(message);
}

/** The reason of an INTERNAL_ERROR after which the request may have taken effect. */
const OUTCOME_UNKNOWN = "OUTCOME_UNKNOWN";

export function errorText(error: ShopError): string {
  const { code, message } = error;
  const context = audience();
  if (code === "INTERNAL_ERROR" && error.details.reason === OUTCOME_UNKNOWN) return i18next.t(`errors:${OUTCOME_UNKNOWN}`, { context });
  if (code === "FORBIDDEN" && error.details.neededRole != null) return i18next.t(`errors:FORBIDDEN_${error.details.neededRole}`, { context });
  const worded = code === "ABORTED" || code === "UNKNOWN_CODE" ? undefined : code;
  // The shop speaks to shoppers, so that the panel has its own words for every code.
  const shopSpeaks = message !== "" && !isCode(message) && code !== "INTERNAL_ERROR" && !(context === "admin" && worded !== undefined);
  return shopSpeaks ? message : i18next.t(`errors:${worded ?? "INTERNAL_ERROR"}`, { context });
}
