// Enter while a syllable is composed submits nothing; Enter afterwards submits once; a refusal keeps what was typed,
// also the one that asks to wait.
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { useLogin } from "@/features/user/session";
import { renderPage, standInWindow } from "@/shared/testing";
import { SignInForm } from "./SignInForm";

const invoke = vi.fn();

standInWindow(invoke);

afterEach(() => void invoke.mockReset());

function Probe() {
  return <SignInForm login={useLogin()} />;
}

function show() {
  renderPage(<Probe />);
  fireEvent.change(screen.getByLabelText("이메일"), { target: { value: "someone@example.com" } });
  const password = screen.getByLabelText("비밀번호");
  fireEvent.change(password, { target: { value: "jangteo-demo-1" } });
  return password;
}

function form(field: HTMLElement): HTMLFormElement {
  const found = field.closest("form");
  if (found === null) throw new Error("the field stands in no form");
  return found;
}

it("leaves Enter to the input method while it composes", () => {
  const password = show();
  // fireEvent answers false when the default, here the submission, was prevented.
  expect(fireEvent.keyDown(password, { code: "Enter", isComposing: true })).toBe(false);
  expect(fireEvent.keyDown(password, { code: "Enter" }), "afterwards").toBe(true);
});

it("signs in once, however often it is submitted", async () => {
  invoke.mockReturnValue(new Promise(() => undefined));
  const password = show();
  fireEvent.submit(form(password));
  fireEvent.submit(form(password));
  await waitFor(() => expect(invoke).toHaveBeenCalled());
  await Promise.resolve();
  expect(invoke).toHaveBeenCalledTimes(1);
});

it("says at the form that it was refused, and keeps what was typed", async () => {
  invoke.mockRejectedValue({ code: "UNAUTHORIZED", message: "로그인이 필요해요." });
  const password = show();
  fireEvent.submit(form(password));
  expect(await screen.findByRole("alert")).toHaveTextContent("이메일 또는 비밀번호가 일치하지 않아요");
  expect(password).toHaveValue("jangteo-demo-1");
});

it("counts down how long to wait, and keeps what was typed", async () => {
  invoke.mockRejectedValue({ code: "TOO_MANY_REQUESTS", message: "요청이 너무 많아요.", details: { retryAfter: 2 } });
  const password = show();
  fireEvent.submit(form(password));
  expect(await screen.findByRole("timer")).toHaveTextContent("2초 후");
  expect(screen.getByRole("alert")).toHaveTextContent("너무 많아요");
  expect(password).toHaveValue("jangteo-demo-1");
  await waitFor(() => expect(screen.getByRole("timer")).toHaveTextContent("1초 후"), { timeout: 3_000 });
  await waitFor(() => expect(screen.queryByRole("timer")).toBeNull(), { timeout: 3_000 });
  expect(screen.getByRole("alert")).toHaveTextContent("이제 다시 로그인할 수 있어요");
});
