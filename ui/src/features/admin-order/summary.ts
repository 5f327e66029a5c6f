// The sum of a list of orders as text. Where the shop has not added up all of them, each figure is a lower bound.
import type { OrderSummary } from "@/ipc/generated/operations";
import { formatCount, formatWon, type Lang } from "@/shared/text/format";

/** The count beside a tab: a plus means that there are more, a dot that it is not known yet. */
export function countText(sum: OrderSummary | undefined, lang: Lang): string {
  if (sum === undefined) return "·";
  return formatCount(sum.count, lang) + (sum.isExact ? "" : "+");
}

/** The text for a sum, and what is put into it. */
export function summaryText({ count, ordered, sales, discounts, isExact }: OrderSummary, lang: Lang) {
  const figures = { orders: formatCount(count, lang), ordered: formatWon(ordered, lang), sales: formatWon(sales, lang), discounts: formatWon(discounts, lang) };
  return { key: isExact ? ("summary" as const) : ("summaryAtLeast" as const), figures };
}
