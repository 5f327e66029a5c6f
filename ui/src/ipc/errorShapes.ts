// Checks once, where an error comes in, that its details have the fields that its code promises.
import type { DetailsByCode, NoDetails, RefusedField, ShortLine } from "./errorDetails";
import type { AccountConflict, AdminRole, ChargeConflict, CopyFault, CouponReason, CsvColumn, CsvFault, ErrorCode, ForbiddenReason, LostCoupon, OrderAction, OrderState, RestockConflict, ReturnConflict, SaleRoomConflict, StorageReason } from "./generated/operations";

type Check<T> = (value: unknown) => value is T;

const text: Check<string> = (value) => typeof value === "string";
const count: Check<number> = (value) => typeof value === "number";

/** Every word of the contract's type has to be named: a word that is missing here does not compile. */
function oneOf<T extends string>(words: Readonly<Record<T, true>>): Check<T> {
  return (value): value is T => typeof value === "string" && Object.hasOwn(words, value);
}

function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value);
}

function listOf<T>(check: Check<T>): Check<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(check);
}

/** An object with these fields at least; a newer shop may send more. */
function shape<T extends object>(fields: { [Name in keyof T]-?: Check<T[Name]> }): Check<T> {
  const checks = Object.entries<Check<unknown>>(fields);
  return (value): value is T => isObject(value) && checks.every(([name, check]) => check(value[name]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

const nothing: Check<NoDetails> = (value): value is NoDetails => isObject(value);

const refusedField = shape<RefusedField>({ field: text, reason: text });
const shortLine = shape<ShortLine>({ productId: count, productOptionId: optional(count), requested: count, available: count });
// Rows of answers are not checked elsewhere either: the fields by which the UI tells them apart are enough.
const csvFault = shape<Pick<CsvFault, "line" | "reason">>({ line: count, reason: text as Check<CsvFault["reason"]> }) as Check<CsvFault>;
const csvColumn = shape<Pick<CsvColumn, "column">>({ column: text }) as Check<CsvColumn>;

const SHAPES: { readonly [Code in ErrorCode]: Check<DetailsByCode[Code]> } = {
  INVALID_INPUT: shape({
    fields: listOf(refusedField),
    faults: optional(listOf(csvFault)),
    faultCount: optional(count),
    headers: optional(listOf(text)),
    columns: optional(listOf(csvColumn)),
  }),
  INSUFFICIENT_STOCK: shape({ items: listOf(shortLine) }),
  EXCEEDED_LIMITED_QUANTITY: shape({ productId: optional(count), limitedQuantity: count, alreadyBought: count, inCart: count, requested: count }),
  CART_EMPTY: nothing,
  INVALID_COUPON: shape({
    userCouponId: count,
    reason: oneOf<CouponReason>({ NOT_OWNED: true, NOT_AVAILABLE: true, EXPIRED: true, NOT_STARTED: true, MIN_ORDER_AMOUNT: true, LIMIT_EXCEEDED: true, NOT_APPLICABLE: true, DUPLICATE: true }),
  }),
  INVALID_ORDER_STATE: shape({ state: oneOf<OrderState>({ NORMAL: true, CONFIRMED: true, PAYMENT_FAILED: true, CANCELLED: true, REFUNDED: true }), asked: oneOf<OrderAction>({ PAY: true, FAIL_PAYMENT: true, CANCEL: true, EXPIRE: true, REFUND: true, SHIP: true, DELIVER: true, UNSHIP: true, TRACK: true, RETURN: true, LEAVE: true }), orderId: optional(count) }),
  AMOUNT_MISMATCH: shape({ expected: count, actual: count }),
  INSUFFICIENT_BALANCE: shape({ required: count, available: count, shortfall: count }),
  INVALID_STOCK_ADJUSTMENT: shape({ available: count }),
  UNAUTHORIZED: nothing,
  FORBIDDEN: shape({
    reason: optional(oneOf<ForbiddenReason>({ SET_UP_CODE: true, SALE_PIN: true, ROLE: true, STAFF: true })),
    neededRole: optional(oneOf<AdminRole>({ CLERK: true, MANAGER: true, OWNER: true })),
  }),
  PRODUCT_NOT_FOUND: shape({ productId: optional(count) }),
  ORDER_NOT_FOUND: nothing,
  COUPON_NOT_FOUND: shape({ reason: optional(oneOf<LostCoupon>({ ENDED: true })) }),
  CART_ITEM_NOT_FOUND: shape({ cartItemId: optional(count) }),
  USER_NOT_FOUND: nothing,
  NOT_FOUND: nothing,
  COUPON_ALREADY_ISSUED: nothing,
  COUPON_SOLD_OUT: nothing,
  EMAIL_TAKEN: nothing,
  IDEMPOTENCY_KEY_REUSED: nothing,
  CONFLICT: isConflict,
  PAYLOAD_TOO_LARGE: nothing,
  TOO_MANY_REQUESTS: shape({ retryAfter: count }),
  PAYMENT_FAILED: nothing,
  INTERNAL_ERROR: shape({ traceId: optional(text), reason: optional(text) }),
  LOCK_TIMEOUT: nothing,
  OVERLOADED: nothing,
  STORAGE_UNAVAILABLE: shape({ reason: oneOf<StorageReason>({ FULL: true, READ_ONLY: true, DAMAGED: true, REPLACED: true }), needed: optional(count), free: optional(count) }),
};

const CONFLICTS = oneOf<AccountConflict | ChargeConflict | CopyFault | RestockConflict | ReturnConflict | SaleRoomConflict>({ IN_STOCK: true, RETURN_OPEN: true, BEING_RETURNED: true, OTHER_RETURN_STATE: true, LAST_ADMIN: true, LAST_OWNER: true, BLOCKED: true, CHARGING_OFF: true, TOO_MANY_WAITING: true, ALREADY_CONFIRMED: true, ALREADY_REJECTED: true, DAMAGED: true, UNBALANCED: true, NEWER: true, NO_SHOP: true, ROOM_OPEN: true, ROOM_CLOSED: true, ROOM_FULL: true, NOT_STARTED: true, ENDED: true, ALREADY_BOUGHT: true });

function isConflict(value: unknown): value is DetailsByCode["CONFLICT"] {
  if (!isObject(value)) return false;
  if ("current" in value) return isObject(value.current);
  if ("reason" in value) return CONFLICTS(value.reason);
  // The other conflicts are told by figures and texts; those of figures end so.
  return Object.entries(value).every(([name, one]) => !/(Options|Images|Quantity|Id)$/.test(name) || count(one)) && (value.found === undefined || text(value.found));
}

/** All codes of the shop. */
export const ERROR_CODES = Object.keys(SHAPES) as readonly ErrorCode[];

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(SHAPES, code);
}

export function fits<Code extends ErrorCode>(code: Code, details: unknown): details is DetailsByCode[Code] {
  return SHAPES[code](details);
}
