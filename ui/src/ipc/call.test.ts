// Requests are passed on unchanged, and every outcome is a result.
import { afterEach, describe, expect, it, vi } from "vitest";
import { call, read, setCallLanguage } from "./call";

const invoke = vi.fn();

afterEach(() => {
  invoke.mockReset();
  Reflect.deleteProperty(window, "__TAURI_INTERNALS__");
});

function inWindow() {
  Object.defineProperty(window, "__TAURI_INTERNALS__", { value: { invoke }, configurable: true });
}

describe("call", () => {
  it("sends request, language and idempotency key", async () => {
    inWindow();
    invoke.mockResolvedValue({ id: 7 });
    setCallLanguage("en");
    await expect(call("get_product", { id: 7 }, { idempotencyKey: "k" })).resolves.toEqual({ kind: "ok", value: { id: 7 } });
    expect(invoke.mock.calls[0]?.slice(0, 2), "the arguments of the command").toEqual([
      "get_product",
      { request: { id: 7 }, lang: "en", idempotencyKey: "k" },
    ]);
  });

  it("answers a failure with its details", async () => {
    inWindow();
    invoke.mockRejectedValue({ code: "INTERNAL_ERROR", message: "죄송해요", details: { traceId: "t-1" } });
    await expect(call("get_cart", {})).resolves.toMatchObject({ kind: "failed", code: "INTERNAL_ERROR", message: "죄송해요", details: { traceId: "t-1" } });
  });
});

it("throws the error where the query cache reads", async () => {
  inWindow();
  invoke.mockRejectedValue({ code: "CART_EMPTY", message: "비었어요" });
  await expect(read("get_cart", {})).rejects.toMatchObject({ kind: "refused", code: "CART_EMPTY" });
});
