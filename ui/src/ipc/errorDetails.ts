// What each error code of the shop comes with. Types alone: this file can be replaced by a generated one.
import type {
  AdminProduct, AnyCoupon, CsvColumn, CsvFault, ErrorCode, OrderState, OutboxEvent, Settings, StorageReason,
} from "./generated/operations";

/** The code says it all. */
export type NoDetails = Readonly<Record<string, never>>;

export interface RefusedField {
  /** Path in the request, as in `shippingAddress.zipCode`. */
  field: string;
  /** For a programmer. */
  reason: string;
}

export interface InvalidInput {
  fields: readonly RefusedField[];
  /** The first faults of a table. */
  faults?: readonly CsvFault[];
  /** All faults of the table. */
  faultCount?: number;
  /** The names of the file's columns, where the shop does not know what they hold. */
  headers?: readonly string[];
  /** The columns that the shop could assign. */
  columns?: readonly CsvColumn[];
}

/** One line that falls short; quantities in units. */
export interface ShortLine {
  productId: number;
  productOptionId?: number;
  requested: number;
  available: number;
}

/** Quantities in units. */
export interface ExceededLimit {
  /** Absent where the request names one product only. */
  productId?: number;
  limitedQuantity: number;
  alreadyBought: number;
  inCart: number;
  requested: number;
}

export type CouponReason =
  | "NOT_OWNED" | "NOT_AVAILABLE" | "EXPIRED" | "NOT_STARTED" | "MIN_ORDER_AMOUNT" | "LIMIT_EXCEEDED" | "NOT_APPLICABLE" | "DUPLICATE";

export type BackupRefusal = "DAMAGED" | "UNBALANCED" | "NEWER" | "NO_SHOP";

/** `current` is the row as another user has saved it; `found` is technical. */
export type Conflict =
  | { current: AdminProduct | AnyCoupon | Settings | OutboxEvent }
  | { mostOptions: number }
  | { reason: "LAST_ADMIN" }
  | { reason: BackupRefusal; found: string }
  | { found: string }
  | NoDetails;

export interface DetailsByCode {
  INVALID_INPUT: InvalidInput;
  INSUFFICIENT_STOCK: { items: readonly ShortLine[] };
  EXCEEDED_LIMITED_QUANTITY: ExceededLimit;
  CART_EMPTY: NoDetails;
  INVALID_COUPON: { userCouponId: number; reason: CouponReason };
  INVALID_ORDER_STATE: { state: OrderState; asked: string };
  /** Won: what the shop expects now, and what the client sent. */
  AMOUNT_MISMATCH: { expected: number; actual: number };
  /** Points. */
  INSUFFICIENT_BALANCE: { required: number; available: number; shortfall: number };
  /** Units in stock. */
  INVALID_STOCK_ADJUSTMENT: { available: number };
  UNAUTHORIZED: NoDetails;
  FORBIDDEN: { reason?: "SET_UP_CODE" };
  PRODUCT_NOT_FOUND: { productId?: number };
  ORDER_NOT_FOUND: NoDetails;
  COUPON_NOT_FOUND: NoDetails;
  CART_ITEM_NOT_FOUND: { cartItemId?: number };
  USER_NOT_FOUND: NoDetails;
  NOT_FOUND: NoDetails;
  COUPON_ALREADY_ISSUED: NoDetails;
  COUPON_SOLD_OUT: NoDetails;
  EMAIL_TAKEN: NoDetails;
  IDEMPOTENCY_KEY_REUSED: NoDetails;
  CONFLICT: Conflict;
  PAYLOAD_TOO_LARGE: NoDetails;
  /** Seconds. */
  TOO_MANY_REQUESTS: { retryAfter: number };
  PAYMENT_FAILED: NoDetails;
  /** The id under which the log holds what happened. */
  INTERNAL_ERROR: { traceId?: string; reason?: string };
  LOCK_TIMEOUT: NoDetails;
  OVERLOADED: NoDetails;
  STORAGE_UNAVAILABLE: { reason: StorageReason };
}

/** Every error that the shop can answer with. */
export type ShopErrorDetails = { [Code in ErrorCode]: { code: Code; details: DetailsByCode[Code] } }[ErrorCode];
