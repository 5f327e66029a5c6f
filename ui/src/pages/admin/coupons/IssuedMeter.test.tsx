// The bar of a coupon says how many are left, in words as well.
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { AdminCoupon } from "@/ipc/generated/operations";
import { IssuedMeter } from "./IssuedMeter";

it("fills the bar with what is left, as the shop does", () => {
  const coupon = { issuedQuantity: 30, remainingQuantity: 70, totalQuantity: 100 } as AdminCoupon;
  const { container } = render(<IssuedMeter coupon={coupon} />);
  expect(screen.getByText("30 / 100장 발급")).toBeVisible();
  expect(container.querySelector("[style]")).toHaveStyle({ width: "70%" });
});
