// The door passes requests on unchanged and lets nothing but a ShopError out.
import { afterEach, describe, expect, it, vi } from "vitest";
import { call, setCallLanguage } from "./call";
import { ShopError } from "./errors";

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
    await expect(call("get_product", { id: 7 }, { idempotencyKey: "k" })).resolves.toEqual({ id: 7 });
    expect(invoke.mock.calls[0]?.slice(0, 2), "the arguments of the command").toEqual([
      "get_product",
      { request: { id: 7 }, lang: "en", idempotencyKey: "k" },
    ]);
  });

  it("turns a refusal into a ShopError with its details", async () => {
    inWindow();
    invoke.mockRejectedValue({ code: "INTERNAL_ERROR", message: "죄송해요", details: { traceId: "t-1" } });
    const error = await call("get_cart", {}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ShopError);
    expect(error).toMatchObject({ code: "INTERNAL_ERROR", message: "죄송해요", traceId: "t-1" });
  });
});
