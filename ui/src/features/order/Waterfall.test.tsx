// Which steps the sums of an order have.
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Amounts } from "./orderState";
import { Waterfall } from "./Waterfall";

function show(amounts: Amounts) {
  render(
    <MantineProvider env="test">
      <Waterfall amounts={amounts} totalLabel="총 결제 금액" />
    </MantineProvider>,
  );
}

it("says nothing of coupons where none took anything off", () => {
  show({ goods: 12_000, itemCoupons: 0, cartCoupons: 0, total: 12_000 });
  expect(screen.getAllByText("12,000원")).toHaveLength(2);
  expect(screen.queryByText(/쿠폰/)).toBeNull();
});

it("shows the kind of coupon that took something off, and only that", () => {
  show({ goods: 12_000, itemCoupons: 0, cartCoupons: 2_000, total: 10_000 });
  expect(screen.getByText("장바구니 쿠폰")).toBeInTheDocument();
  expect(screen.getByText("-2,000원")).toBeInTheDocument();
  expect(screen.queryByText("상품 쿠폰")).toBeNull();
});
