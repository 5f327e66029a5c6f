// From another machine a shop is set up with the code that its owner sees; at the machine itself no code is asked for.
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { renderPage, standInWindow } from "@/shared/testing";
import { SetUpForm } from "./SetUpForm";

// A whole form with its password meter takes its time where the machine is busy.
vi.setConfig({ testTimeout: 20_000 });

const invoke = vi.fn();

standInWindow(invoke);

afterEach(() => void invoke.mockReset());

const typed = { "가게 이름": "우리 가게", "관리자 이름": "주인", 이메일: "owner@example.kr", 비밀번호: "a good password" };

function show(needsCode: boolean) {
  renderPage(<SetUpForm needsCode={needsCode} onBack={() => undefined} />);
  for (const [label, value] of Object.entries(typed)) fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

function submit() {
  fireEvent.click(screen.getByText("가게 열기"));
}

/** What the shop was asked to be set up with. */
function asked(): object | undefined {
  const [, args] = invoke.mock.calls.find(([command]) => command === "set_up_shop") ?? [];
  return (args as { request: object } | undefined)?.request;
}

it("asks nobody at the machine itself for a code", async () => {
  invoke.mockReturnValue(new Promise(() => undefined));
  show(false);
  expect(screen.queryByLabelText("설정 코드")).toBeNull();
  submit();
  await waitFor(() => expect(asked()).toBeDefined());
  expect(asked()).not.toHaveProperty("setUpCode");
});

it("sends the code from another machine, and goes nowhere without one", async () => {
  invoke.mockReturnValue(new Promise(() => undefined));
  show(true);
  submit();
  await waitFor(() => expect(screen.getByLabelText("설정 코드")).toHaveAccessibleDescription(/입력해 주세요/));
  expect(asked(), "the shop is not asked yet").toBeUndefined();
  fireEvent.change(screen.getByLabelText("설정 코드"), { target: { value: " abcd-efgh " } });
  submit();
  await waitFor(() => expect(asked()).toMatchObject({ setUpCode: "abcd-efgh", shopName: "우리 가게" }));
});

it("says at the field that the code is wrong, and keeps what was typed", async () => {
  invoke.mockRejectedValue({ code: "FORBIDDEN", message: "권한이 없어요.", details: { reason: "SET_UP_CODE" } });
  show(true);
  fireEvent.change(screen.getByLabelText("설정 코드"), { target: { value: "2222-2222" } });
  submit();
  expect(await screen.findByText(/코드가 일치하지 않아요/)).toBeInTheDocument();
  expect(screen.getByLabelText("설정 코드")).toHaveValue("2222-2222");
  expect(screen.getByLabelText("가게 이름")).toHaveValue("우리 가게");
  expect(screen.queryByRole("alert"), "once is enough").toBeNull();
});
