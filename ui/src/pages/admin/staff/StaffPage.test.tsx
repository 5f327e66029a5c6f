// The staff page: roles are changed after a question, the own account cannot be removed, and the last owner is explained.
import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { call, read } from "@/ipc/call";
import { shopError } from "@/ipc/errors";
import type { Staff, User } from "@/ipc/generated/operations";
import { ok } from "@/ipc/result";
import { renderPage } from "@/shared/testing";
import StaffPage from "./index";

vi.mock("@/ipc/call", () => ({ call: vi.fn(), read: vi.fn(), setCallLanguage: vi.fn() }));

const staff = (id: number, name: string, role: Staff["role"]): Staff => ({ id, name, role, email: `${id}@shop.kr`, state: "NORMAL", createdAt: "2026-03-02T01:02:03.004Z" });
const OWNER = staff(1, "김대표", "OWNER");
const CLERK = staff(2, "이직원", "CLERK");
const me = { id: 1, name: "김대표", type: "ADMIN", role: "OWNER" } as User;

beforeEach(() => {
  vi.mocked(read).mockResolvedValue({ items: [OWNER, CLERK] } as never);
  vi.mocked(call).mockImplementation((name) => Promise.resolve(name === "get_me" ? ok(me) : ok(CLERK)) as never);
  renderPage(<StaffPage />);
});
afterEach(() => {
  vi.mocked(call).mockReset();
  vi.mocked(read).mockReset();
});

const roleOf = (name: string) => screen.findByLabelText(`${name} 권한`);

it("changes a role once it is confirmed", async () => {
  fireEvent.change(await roleOf("이직원"), { target: { value: "MANAGER" } });
  const question = await screen.findByRole("dialog");
  expect(question).toHaveTextContent("직원 → 매니저");
  fireEvent.click(within(question).getByRole("button", { name: "권한 변경" }));
  await vi.waitFor(() => expect(call).toHaveBeenCalledWith("set_staff_role", { id: 2, role: "MANAGER" }, expect.anything()));
});

it("removes another account after saying what follows, and never the own one", async () => {
  fireEvent.click(await screen.findByRole("button", { name: "이직원 계정 삭제" }));
  const question = await screen.findByRole("dialog");
  expect(question).toHaveTextContent("로그인이 차단됩니다");
  fireEvent.click(within(question).getByRole("button", { name: "계정 삭제" }));
  await vi.waitFor(() => expect(call).toHaveBeenCalledWith("remove_staff", { id: 2 }, expect.anything()));
  expect(screen.queryByRole("button", { name: "김대표 계정 삭제" })).toBeNull();
});

it("says why the last owner keeps the role", async () => {
  vi.mocked(call).mockImplementation((name) => Promise.resolve(name === "get_me" ? ok(me) : shopError("CONFLICT", { reason: "LAST_OWNER" })) as never);
  fireEvent.change(await roleOf("김대표"), { target: { value: "CLERK" } });
  fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "권한 변경" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("마지막 대표입니다");
});
