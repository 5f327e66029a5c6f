// The customer takes one of the usual sentences, or writes other words; another choice replaces both.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { renderPage } from "@/shared/testing";
import { DeliveryMemo } from "./DeliveryMemo";

const changed = vi.fn();

function Field() {
  const [memo, setMemo] = useState("");
  const change = (next: string) => {
    changed(next);
    setMemo(next);
  };
  return <DeliveryMemo memo={memo} onChange={change} disabled={false} />;
}

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
  renderPage(<Field />);
});
afterEach(() => {
  changed.mockReset();
});

const choose = async (name: string) => {
  await userEvent.click(screen.getByLabelText("배송 요청사항", { selector: "input" }));
  await userEvent.click(await screen.findByRole("option", { name }));
};

it("takes a sentence", async () => {
  await choose("문 앞에 놓아주세요");
  expect(changed).toHaveBeenLastCalledWith("문 앞에 놓아주세요");
  expect(screen.queryByLabelText("직접 입력")).toBeNull();
});

it("takes other words, and forgets them for a sentence", async () => {
  await choose("직접 입력");
  await userEvent.type(await screen.findByLabelText("직접 입력", { selector: "input" }), "벨 금지");
  expect(changed).toHaveBeenLastCalledWith("벨 금지");
  await choose("경비실에 맡겨주세요");
  expect(changed).toHaveBeenLastCalledWith("경비실에 맡겨주세요");
});
