// Why a call did not do what was asked, however it travelled: the shop refused, is too busy, or something failed. The three
// ask different things of the user: to change the request, to repeat it, to have it looked at.
import type { DetailsByCode, NoDetails } from "./errorDetails";
import { fits, isErrorCode } from "./errorShapes";
import type { ErrorCode } from "./generated/operations";

/** Errors of the UI itself: no server, a call that was given up, a call of the window made in a browser or the other way round, a code of a newer shop. */
export type ClientCode = "OFFLINE" | "ABORTED" | "WINDOW_ONLY" | "BROWSER_ONLY" | "UNKNOWN_CODE";

interface Fault<Kind, Code, Details> extends Error {
  readonly kind: Kind;
  readonly code: Code;
  readonly details: Details;
}

type FaultsOf<Kind, Codes extends ErrorCode> = { [Code in Codes]: Fault<Kind, Code, DetailsByCode[Code]> }[Codes];

type BusyCode = "TOO_MANY_REQUESTS" | "LOCK_TIMEOUT" | "OVERLOADED";

/** The shop refused; the same request gets the same answer. */
export type Refused = FaultsOf<"refused", Exclude<ErrorCode, BusyCode | "STORAGE_UNAVAILABLE" | "INTERNAL_ERROR">>;

/** Nothing was changed, and it may pass by itself: ask again. */
export type Busy = FaultsOf<"busy", BusyCode | "STORAGE_UNAVAILABLE">;

/** It could not be done; whether it was is known only of STORAGE_UNAVAILABLE, which changes nothing. */
export type Failed =
  | FaultsOf<"failed", "INTERNAL_ERROR" | "STORAGE_UNAVAILABLE">
  | { [Code in ClientCode]: Fault<"failed", Code, NoDetails> }[ClientCode];

export type ShopError = Refused | Busy | Failed;
export type ShopErrorCode = ShopError["code"];

/** An Error, because the query cache takes failures as thrown ones only. */
class CallError extends Error {
  constructor(
    readonly kind: ShopError["kind"],
    readonly code: ShopErrorCode,
    message: string,
    readonly details: object,
  ) {
    super(message);
    this.name = "ShopError";
  }
}

/** An error of the shop. `message` is in the user's language and safe to show. */
export function shopError<Code extends ErrorCode>(code: Code, details: DetailsByCode[Code], message = ""): Extract<ShopError, { code: Code }> {
  const facts: object = details ?? {};
  return new CallError(kindOf(code, facts), code, message, facts) as unknown as Extract<ShopError, { code: Code }>;
}

/** An error of the UI itself. */
export function clientError(code: ClientCode, message = ""): Failed {
  return new CallError("failed", code, message, {}) as Failed;
}

/** Turns whatever was thrown into a ShopError; what is not one of ours becomes INTERNAL_ERROR. */
export function toShopError(thrown: unknown): ShopError {
  if (thrown instanceof CallError) return thrown as ShopError;
  if (!isErrorBody(thrown)) return shopError("INTERNAL_ERROR", {}, thrown instanceof Error ? thrown.message : String(thrown));
  const { code, message, details = {} } = thrown;
  if (!isErrorCode(code)) return clientError("UNKNOWN_CODE", message);
  if (!fits(code, details)) return shopError("INTERNAL_ERROR", {}, `${code} with other details than it should have`);
  return shopError(code, details, message);
}

/** The id under which the log holds what happened, where there is one. */
export function traceIdOf(error: ShopError): string | undefined {
  return error.code === "INTERNAL_ERROR" ? error.details.traceId : undefined;
}

const BUSY: readonly ErrorCode[] = ["TOO_MANY_REQUESTS", "LOCK_TIMEOUT", "OVERLOADED"] satisfies readonly BusyCode[];

function kindOf(code: ErrorCode, details: object): ShopError["kind"] {
  if (code === "INTERNAL_ERROR") return "failed";
  // A full or read-only disk can become writable again; a damaged or replaced file needs a restore.
  if (code === "STORAGE_UNAVAILABLE") return "reason" in details && (details.reason === "FULL" || details.reason === "READ_ONLY") ? "busy" : "failed";
  return BUSY.includes(code) ? "busy" : "refused";
}

interface ErrorBody {
  code: string;
  message: string;
  details?: unknown;
}

function isErrorBody(value: unknown): value is ErrorBody {
  if (typeof value !== "object" || value === null) return false;
  return "code" in value && typeof value.code === "string" && "message" in value && typeof value.message === "string";
}
