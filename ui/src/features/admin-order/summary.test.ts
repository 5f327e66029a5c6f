// The sum of all orders differs from the sum of some, and amounts have the same names on every page.
import { expect, it } from "vitest";
import en from "@/locales/en/adminOrders.json";
import enCustomers from "@/locales/en/adminCustomers.json";
import enDashboard from "@/locales/en/adminDashboard.json";
import enStatistics from "@/locales/en/adminStatistics.json";
import ko from "@/locales/ko/adminOrders.json";
import koCustomers from "@/locales/ko/adminCustomers.json";
import koDashboard from "@/locales/ko/adminDashboard.json";
import koStatistics from "@/locales/ko/adminStatistics.json";
import { countText, summaryText } from "./summary";

const SUM = { count: 1_234, ordered: 50_000, sales: 30_000, discounts: 1_000, isExact: true };

it("says a count as it is", () => {
  expect(countText(SUM, "ko")).toBe("1,234");
  expect(countText(undefined, "ko")).toBe("·");
});

it("says that there are more than were added up", () => {
  const some = { ...SUM, isExact: false };
  expect(countText(some, "en")).toBe("1,234+");
  expect(summaryText(some, "ko").key).toBe("summaryAtLeast");
  expect(summaryText(SUM, "ko")).toEqual({ key: "summary", figures: { orders: "1,234", ordered: "50,000원", sales: "30,000원", discounts: "1,000원" } });
});

it.each([
  ["ko", ko, koDashboard, koStatistics, koCustomers],
  ["en", en, enDashboard, enStatistics, enCustomers],
] as const)("has one name for what is ordered and one for what is paid in %s", (_lang, orders, dashboard, statistics, customers) => {
  const { ordered, sales } = statistics;
  for (const summary of [orders.summary, orders.summaryAtLeast]) {
    expect(summary).toContain(ordered);
    expect(summary).toContain(sales);
  }
  expect([customers.totals.paid, orders.refund.sales]).toEqual([sales, sales]);
  expect(dashboard.today.ordered.toLowerCase()).toContain(ordered.toLowerCase());
  const words = sales.toLowerCase().split(/[\s,()]+/).filter(Boolean);
  for (const text of [dashboard.today.sales, dashboard.chart]) {
    for (const word of words) expect(text.toLowerCase()).toContain(word);
  }
});
