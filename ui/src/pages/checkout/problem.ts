// What the details of a refused order say, read with care: they come from outside the compiler's sight.
import { type CouponReason, reasonOf } from "@/features/coupon/couponPicking";
import type { ShopError } from "@/ipc/errors";
import type { Quote } from "@/ipc/generated/operations";
import type { Lang } from "@/shared/text/format";
import { lineName } from "@/shared/text/names";

/** Both totals in won: the one that was shown and sent, and the one that the shop expects now. */
export function mismatchOf({ details }: ShopError): { shown: number; now: number } {
  return { shown: numberOr(details.actual, 0), now: numberOr(details.expected, 0) };
}

/** Which coupon and why; its name while it is still known. */
export function couponOf({ details }: ShopError, quote: Quote): { name: string | undefined; reason: CouponReason } {
  const choice = quote.choices.find(({ coupon }) => coupon.id === details.userCouponId);
  return { name: choice?.coupon.name, reason: reasonOf(details.reason) };
}

export interface ShortLine {
  key: string;
  name: string;
  requested: number;
  available: number;
}

/** Every line that falls short, by name. */
export function shortLinesOf({ details }: ShopError, quote: Quote, lang: Lang): ShortLine[] {
  const entries: unknown[] = Array.isArray(details.items) ? details.items : [];
  return entries.filter(isRecord).map((entry) => {
    const line = quote.items.find((item) => item.productId === entry.productId && (item.productOptionId ?? null) === (entry.productOptionId ?? null));
    return {
      key: `${String(entry.productId)}/${String(entry.productOptionId)}`,
      name: line === undefined ? "" : lineName(line, lang),
      requested: numberOr(entry.requested, 0),
      available: numberOr(entry.available, 0),
    };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
