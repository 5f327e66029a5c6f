// The fields of the coupon form: what they accept, and how they become a request and come from a coupon.
import { z } from "zod";
import type { AdminCoupon, CreateCoupon, UpdateCoupon } from "@/ipc/generated/operations";
import { optionalText, text } from "@/shared/forms/rules";
import { two } from "@/shared/text/format";
import type { Terms } from "./effect";

const MOST_WON = 1_000_000_000_000;
const MOST_COUPONS = 1_000_000_000;
/** As the shop reads it, without the spaces in it. */
const CODE = /^[A-Za-z0-9-]{4,32}$/;

/** A field for figures holds text while it is empty. */
const figure = z.union([z.number(), z.literal("")]);

const fields = z.object({
  name: text(100),
  nameEn: optionalText(100),
  type: z.enum(["CART", "CART_ITEM"]),
  by: z.enum(["rate", "price"]),
  discountRate: figure,
  discountPrice: figure,
  maxDiscountPrice: figure,
  minOrderAmount: figure,
  productIds: z.array(z.string()),
  totalQuantity: figure,
  beginDate: z.string(),
  endDate: z.string(),
  state: z.enum(["NORMAL", "DISCONTINUED"]),
  distribution: z.enum(["OPEN", "CODE", "GRANT"]),
  code: z.string(),
});

export type CouponFields = z.infer<typeof fields>;

/** The rules; of a coupon that customers hold, no fewer than `taken` may remain. */
export function couponRules(taken: number) {
  return fields.superRefine((typed, context) => {
    const refuse = (path: keyof CouponFields, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const { discountRate: rate, discountPrice: price } = typed;
    if (typed.by === "rate" && !isWithin(rate, 1, 100)) refuse("discountRate", "rate");
    if (typed.by === "price" && !isWithin(price, 1, MOST_WON)) refuse("discountPrice", "won");
    if (typed.by === "rate" && typed.maxDiscountPrice !== "" && !isWithin(typed.maxDiscountPrice, 1, MOST_WON)) refuse("maxDiscountPrice", "won");
    if (typed.minOrderAmount !== "" && !isWithin(typed.minOrderAmount, 0, MOST_WON)) refuse("minOrderAmount", "won");
    if (typed.type === "CART_ITEM" && typed.productIds.length === 0) refuse("productIds", "products");
    if (!isWithin(typed.totalQuantity, 0, MOST_COUPONS)) refuse("totalQuantity", "quantity");
    else if (Number(typed.totalQuantity) < taken) refuse("totalQuantity", "taken");
    if (typed.distribution === "CODE" && !CODE.test(typed.code.replace(/\s/g, ""))) refuse("code", "code");
    if (instantOf(typed.beginDate) === undefined) refuse("beginDate", "date");
    if (instantOf(typed.endDate) === undefined) refuse("endDate", "date");
    else if (typed.endDate <= typed.beginDate) refuse("endDate", "order");
  });
}

/** The request of valid fields. */
export function requestOf(typed: CouponFields): CreateCoupon {
  const byRate = typed.by === "rate";
  return {
    name: typed.name.trim(),
    nameEn: typed.nameEn.trim() || undefined,
    type: typed.type,
    discountRate: byRate ? Number(typed.discountRate) : undefined,
    discountPrice: byRate ? undefined : Number(typed.discountPrice),
    maxDiscountPrice: byRate ? figureOr(typed.maxDiscountPrice) : undefined,
    minOrderAmount: figureOr(typed.minOrderAmount) ?? 0,
    productIds: typed.type === "CART_ITEM" ? typed.productIds.map(Number) : [],
    totalQuantity: Number(typed.totalQuantity),
    beginDate: instantOf(typed.beginDate) ?? "",
    endDate: instantOf(typed.endDate) ?? "",
    distribution: typed.distribution,
    code: typed.distribution === "CODE" ? typed.code : undefined,
  };
}

/** The same for a coupon that there is. An instant that was not touched stays as it was, to the millisecond. */
export function changeOf(typed: CouponFields, seen: AdminCoupon): UpdateCoupon {
  const keep = (written: string, before: string) => (written === localText(before) ? before : (instantOf(written) ?? before));
  return {
    ...requestOf(typed),
    // A cap on a price off is an oddity that only another face can make; it is not lost by an edit here.
    ...(typed.by === "price" && seen.discountPrice ? { maxDiscountPrice: seen.maxDiscountPrice } : {}),
    id: seen.id,
    updatedAt: seen.updatedAt,
    state: typed.state,
    beginDate: keep(typed.beginDate, seen.beginDate),
    endDate: keep(typed.endDate, seen.endDate),
  };
}

/** The form of a coupon that there is. */
export function fieldsOf(coupon: AdminCoupon): CouponFields {
  return {
    name: coupon.name,
    nameEn: coupon.nameEn ?? "",
    type: coupon.type === "CART_ITEM" ? "CART_ITEM" : "CART",
    by: coupon.discountRate ? "rate" : "price",
    discountRate: coupon.discountRate ?? "",
    discountPrice: coupon.discountPrice ?? "",
    maxDiscountPrice: coupon.maxDiscountPrice ?? "",
    minOrderAmount: coupon.minOrderAmount,
    productIds: (coupon.productIds ?? []).map(String),
    totalQuantity: coupon.totalQuantity,
    beginDate: localText(coupon.beginDate),
    endDate: localText(coupon.endDate),
    state: coupon.state === "DISCONTINUED" ? "DISCONTINUED" : "NORMAL",
    distribution: coupon.distribution,
    code: coupon.code ?? "",
  };
}

/** A usual new coupon: ten percent off for two weeks from now on. */
export function blankFields(now: Date): CouponFields {
  const begin = new Date(now.getFullYear(), now.getMonth(), now.getDate(), now.getHours());
  const end = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 14, 23, 59);
  return {
    name: "",
    nameEn: "",
    type: "CART",
    by: "rate",
    discountRate: 10,
    discountPrice: "",
    maxDiscountPrice: "",
    minOrderAmount: "",
    productIds: [],
    totalQuantity: 100,
    beginDate: localText(begin),
    endDate: localText(end),
    state: "NORMAL",
    distribution: "OPEN",
    code: "",
  };
}

/** What the preview reckons with, also while fields are half filled. */
export function termsOf(typed: CouponFields): Terms {
  const minOrder = figureOr(typed.minOrderAmount) ?? 0;
  if (typed.by === "price") return { price: figureOr(typed.discountPrice) ?? 0, minOrder };
  return { rate: figureOr(typed.discountRate) ?? 0, cap: figureOr(typed.maxDiscountPrice), minOrder };
}

/** "2026-03-05T14:30" of the window's zone, as such fields of a form hold it. */
export function localText(instant: string | Date): string {
  const date = new Date(instant);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

function instantOf(written: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(written)) return undefined;
  const date = new Date(written.replace(" ", "T"));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function figureOr(typed: number | ""): number | undefined {
  return typed === "" ? undefined : typed;
}

function isWithin(typed: number | "", least: number, most: number): boolean {
  return typed !== "" && Number.isInteger(typed) && typed >= least && typed <= most;
}
