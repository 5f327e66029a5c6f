// A registration asks for consents only where the shop has texts, and sends the versions that were shown.
import { fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { call, read } from "@/ipc/call";
import { shopError } from "@/ipc/errors";
import { ok } from "@/ipc/result";
import { renderPage } from "@/shared/testing";
import { RegisterForm } from "./RegisterForm";

vi.mock("@/ipc/call", () => ({ call: vi.fn(), read: vi.fn(), setCallLanguage: vi.fn() }));

const texts = { terms: { version: 2, since: "2026-03-10" }, privacy: { version: 1, since: "2026-03-10" } };
const account = { email: "kim@shop.kr", password: "a good password", name: "김고객" };

function fill(shop: object): void {
  vi.mocked(read).mockResolvedValue({ ready: true, name: "가게", ...shop } as never);
  vi.mocked(call).mockResolvedValue(ok({ name: "김고객" }) as never);
  renderPage(<RegisterForm />);
  const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  type("이메일", account.email);
  type("비밀번호", account.password);
  type("이름", account.name);
}

afterEach(() => {
  vi.mocked(call).mockReset();
  vi.mocked(read).mockReset();
});

const submit = () => fireEvent.click(screen.getByRole("button", { name: "회원가입" }));

it("asks and sends nothing in a shop without texts", async () => {
  fill({});
  submit();
  await vi.waitFor(() => expect(call).toHaveBeenCalledWith("register", account, undefined));
  expect(screen.queryByRole("checkbox")).toBeNull();
});

it("sends the versions in force, once each is agreed to", async () => {
  fill(texts);
  const all = await screen.findByRole("checkbox", { name: "모두 동의" });
  submit();
  expect(await screen.findAllByText("동의가 필요해요")).toHaveLength(2);
  expect(call).not.toHaveBeenCalled();
  fireEvent.click(all);
  fireEvent.click(screen.getByRole("checkbox", { name: "혜택 알림 받기 (선택)" }));
  expect(all, "not all any more").not.toBeChecked();
  submit();
  await vi.waitFor(() => expect(call).toHaveBeenCalledWith("register", { ...account, consents: { terms: 2, privacy: 1, marketing: false } }, undefined));
});

it("asks again where the shop has another version by now", async () => {
  fill(texts);
  fireEvent.click(await screen.findByRole("checkbox", { name: "모두 동의" }));
  vi.mocked(call).mockResolvedValue(shopError("INVALID_INPUT", { fields: [{ field: "consents.terms", reason: "the current version is 3" }] }));
  submit();
  expect(await screen.findByText("내용이 변경됐어요. 다시 확인하고 동의해 주세요")).toBeVisible();
  expect(screen.getByRole("checkbox", { name: "모두 동의" })).not.toBeChecked();
});
