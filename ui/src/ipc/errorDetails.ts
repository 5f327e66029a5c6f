// What each error code of the shop comes with, as the contract says.
import type { CopyFault, ErrorCode, ErrorView, FieldFault, ShortItem } from "./generated/operations";

/** The code has no details. */
export type NoDetails = Readonly<Record<string, never>>;

export type RefusedField = FieldFault;
/** One line that falls short; quantities in units. */
export type ShortLine = ShortItem;
export type BackupRefusal = CopyFault;
export type { CouponReason } from "./generated/operations";

type ViewOf<Code extends ErrorCode> = Extract<ErrorView, { code: Code }>;
type DetailsOf<Code extends ErrorCode> =
  ViewOf<Code> extends { details: infer Details } ? Details : ViewOf<Code> extends { details?: infer Details } ? NonNullable<Details> : NoDetails;

/** By code. The UI makes an INTERNAL_ERROR of its own of what it does not understand; that one has no trace id. */
export type DetailsByCode = {
  [Code in ErrorCode]: Code extends "CONFLICT"
    ? DetailsOf<Code> | NoDetails
    : Code extends "INTERNAL_ERROR" | "FORBIDDEN" | "PRODUCT_NOT_FOUND" | "COUPON_NOT_FOUND" | "CART_ITEM_NOT_FOUND"
      ? Partial<DetailsOf<Code>>
      : DetailsOf<Code>;
};

/** Every error that the shop can answer with. */
export type ShopErrorDetails = { [Code in ErrorCode]: { code: Code; details: DetailsByCode[Code] } }[ErrorCode];
