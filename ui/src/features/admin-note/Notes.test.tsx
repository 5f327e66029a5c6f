// Notes are listed with their writers, added, and deleted after a question; what was typed stays when the shop refuses it.
import { notifications } from "@mantine/notifications";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { call, read } from "@/ipc/call";
import { clientError } from "@/ipc/errors";
import { ok } from "@/ipc/result";
import { renderPage } from "@/shared/testing";
import { NoteForm } from "./NoteForm";
import { Notes } from "./Notes";

vi.mock("@/ipc/call", () => ({ call: vi.fn(), read: vi.fn(), setCallLanguage: vi.fn() }));

const note = { id: 3, body: "부재 시\n경비실", actorId: 2, actorName: "박주인", createdAt: "2026-03-02T02:00:00.000Z" };

// A field that grows with its text looks at the fonts, which this browser does not have.
Object.defineProperty(document, "fonts", { value: { addEventListener: vi.fn(), removeEventListener: vi.fn() }, configurable: true });

beforeEach(() => {
  vi.mocked(read).mockResolvedValue({ items: [note] });
});
afterEach(() => {
  notifications.clean();
  vi.mocked(call).mockReset();
  vi.mocked(read).mockReset();
});

it("lists the notes of an order and deletes one after a question", async () => {
  vi.mocked(call).mockResolvedValue(ok({}));
  renderPage(<Notes target="order" id={7} />);
  expect(await screen.findByText(/부재 시/)).toBeVisible();
  expect(screen.getByText(/박주인/)).toBeVisible();
  expect(read).toHaveBeenCalledWith("list_order_notes", { id: 7 });
  await userEvent.click(screen.getByRole("button", { name: /메모 삭제/ }));
  await userEvent.click(await screen.findByRole("button", { name: "취소" }));
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(call, "it was not agreed to").not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: /메모 삭제/ }));
  await userEvent.click(await screen.findByRole("button", { name: "메모 삭제" }));
  await vi.waitFor(() => expect(call).toHaveBeenCalledWith("delete_note", { id: 3 }, expect.anything()));
});

it("writes a note on a customer and empties the field", async () => {
  vi.mocked(call).mockResolvedValue(ok(note));
  renderPage(<NoteForm target="user" id={5} />);
  const field = screen.getByLabelText("고객 메모 입력");
  const add = screen.getByRole("button", { name: "메모 추가" });
  expect(add, "nothing to write").toBeDisabled();
  await userEvent.type(field, "전화 선호");
  await userEvent.click(add);
  await vi.waitFor(() => expect(call).toHaveBeenCalledWith("add_user_note", { id: 5, body: "전화 선호" }, expect.anything()));
  await vi.waitFor(() => expect(field).toHaveValue(""));
});

it("keeps what was typed when it could not be written", async () => {
  vi.mocked(call).mockResolvedValue(clientError("OFFLINE"));
  renderPage(<NoteForm target="order" id={5} />);
  const field = screen.getByLabelText("주문 메모 입력");
  await userEvent.type(field, "선물 포장");
  await userEvent.click(screen.getByRole("button", { name: "메모 추가" }));
  expect(await screen.findByRole("alert")).toBeVisible();
  expect(field).toHaveValue("선물 포장");
});
