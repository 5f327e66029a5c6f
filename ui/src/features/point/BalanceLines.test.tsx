// What the checkout says where points are missing, as the shop is set.
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderPage } from "@/shared/testing";
import { BalanceLines } from "./BalanceLines";

it("shows the balance after paying where there is enough, whatever the mode", () => {
  renderPage(<BalanceLines balance={5_000} total={3_000} charging="OFF" />);
  expect(screen.getByText("2,000P")).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
});

it("charges at once in a shop that gives points", () => {
  renderPage(<BalanceLines balance={5_000} total={17_300} charging="FREE" />);
  expect(screen.getByText("12,300P가 부족해요")).toBeVisible();
  expect(screen.getByRole("button", { name: "포인트 충전하기" })).toBeEnabled();
});

it("leads to a request with what is missing, and says that a deposit comes first", () => {
  renderPage(<BalanceLines balance={5_000} total={17_300} charging="REQUEST" />);
  expect(screen.getByRole("link", { name: "포인트 충전 신청하기" })).toHaveAttribute("href", "/points?charge=13000");
  expect(screen.getByText(/가게에서 확인한 후 포인트가 충전돼요/)).toBeVisible();
});

it("sends the customer to the shop where points cannot be charged", () => {
  renderPage(<BalanceLines balance={5_000} total={17_300} charging="OFF" />);
  expect(screen.getByText(/가게에 문의해 주세요/)).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.queryByRole("link")).toBeNull();
});
