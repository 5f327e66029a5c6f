// The form of a forgotten password: it sends what was typed once, and a refusal does not say what was wrong.
import { fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { call } from "@/ipc/call";
import { shopError } from "@/ipc/errors";
import { ok } from "@/ipc/result";
import { renderPage } from "@/shared/testing";
import { ResetForm } from "./ResetForm";

vi.mock("@/ipc/call", () => ({ call: vi.fn(), read: vi.fn(), setCallLanguage: vi.fn() }));

const onDone = vi.fn();

beforeEach(() => {
  renderPage(<ResetForm onDone={onDone} />);
  const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  type("이메일", "kim@shop.kr");
  type("재설정 코드", "7KQM-2XPA-9RTD");
  type("새 비밀번호", "a better password");
});
afterEach(() => {
  vi.mocked(call).mockReset();
  onDone.mockReset();
});

const submit = () => fireEvent.click(screen.getByRole("button", { name: "비밀번호 변경" }));

it("sets the password", async () => {
  vi.mocked(call).mockResolvedValue(ok({}));
  submit();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(call).toHaveBeenCalledWith("reset_password", { email: "kim@shop.kr", code: "7KQM-2XPA-9RTD", newPassword: "a better password" }, undefined);
});

it("says one thing of a wrong e-mail and a wrong code, and keeps what was typed", async () => {
  vi.mocked(call).mockResolvedValue(shopError("UNAUTHORIZED", {}));
  submit();
  expect(await screen.findByRole("alert")).toHaveTextContent("이메일 또는 재설정 코드가 맞지 않거나");
  expect(screen.getByLabelText("재설정 코드")).toHaveValue("7KQM-2XPA-9RTD");
  expect(onDone).not.toHaveBeenCalled();
});
