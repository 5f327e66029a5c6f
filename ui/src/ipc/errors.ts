// The one kind of error that the rest of the UI meets, however the call travelled.

export type ErrorDetails = Readonly<Record<string, unknown>>;

/** A refusal or failure of an operation. `message` is in the shopper's language and safe to show. */
export class ShopError extends Error {
  readonly code: string;
  readonly details: ErrorDetails;

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = "ShopError";
    this.code = code;
    this.details = details;
  }

  /** The id under which the log holds what happened, where there is one. */
  get traceId(): string | undefined {
    const { traceId } = this.details;
    return typeof traceId === "string" ? traceId : undefined;
  }
}

/** Turns whatever was thrown into a ShopError; what is not one of ours becomes INTERNAL_ERROR. */
export function toShopError(thrown: unknown): ShopError {
  if (thrown instanceof ShopError) return thrown;
  if (isErrorBody(thrown)) return new ShopError(thrown.code, thrown.message, thrown.details);
  return new ShopError("INTERNAL_ERROR", thrown instanceof Error ? thrown.message : String(thrown));
}

/** Whether it is a ShopError with this code. */
export function hasCode(error: unknown, code: string): error is ShopError {
  return error instanceof ShopError && error.code === code;
}

interface ErrorBody {
  code: string;
  message: string;
  details?: ErrorDetails;
}

function isErrorBody(value: unknown): value is ErrorBody {
  if (typeof value !== "object" || value === null) return false;
  return "code" in value && typeof value.code === "string" && "message" in value && typeof value.message === "string";
}
