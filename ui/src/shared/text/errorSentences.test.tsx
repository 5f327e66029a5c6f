// Every error code has a sentence in both languages, for shoppers and admins; no code is the text of a toast.
import { MantineProvider } from "@mantine/core";
import { notifications, notificationsStore } from "@mantine/notifications";
import { cleanup, render, screen } from "@testing-library/react";
import i18next from "i18next";
import { afterEach, describe, expect, it } from "vitest";
import { clientError, type ShopError, shopError, traceIdOf } from "@/ipc/errors";
import { ERROR_CODES } from "@/ipc/errorShapes";
import { ErrorState } from "@/shared/components/ErrorState";
import { toastError } from "@/shared/toast";
import { errorText } from "./errorText";

const CODE = /\b[A-Z]{2,}(_[A-Z]+)+\b|^[A-Z_]+$/;

/** Of the shop without a sentence of its own, of the UI, and with a code where a sentence should be. */
const ERRORS: readonly ShopError[] = [
  ...ERROR_CODES.map((code) => shopError(code, {} as never)),
  ...(["OFFLINE", "ABORTED", "WINDOW_ONLY", "UNKNOWN_CODE"] as const).map((code) => clientError(code)),
  clientError("UNKNOWN_CODE", "OF_TOMORROW"),
  shopError("CART_EMPTY", {}, "CART_EMPTY"),
  shopError("INTERNAL_ERROR", { traceId: "t-1" }, "INTERNAL_ERROR"),
];

afterEach(async () => {
  notifications.clean();
  window.location.hash = "";
  await i18next.changeLanguage("ko");
});

function isSentence(text: string, lang: string): boolean {
  return text.endsWith(".") && !CODE.test(text) && /[가-힣]/.test(text) === (lang === "ko");
}

describe.each(["ko", "en"])("in %s", (lang) => {
  it.each(["#/orders", "#/admin/orders"])("has a sentence for every code at %s", async (hash) => {
    await i18next.changeLanguage(lang);
    window.location.hash = hash;
    expect(ERROR_CODES.length, "the codes are known").toBeGreaterThan(20);
    expect(ERRORS.filter((error) => !isSentence(errorText(error), lang)).map((error) => [error.code, errorText(error)])).toEqual([]);
  });

  it("shows the sentence in a toast, and a code only small below, where the log has more of it", async () => {
    await i18next.changeLanguage(lang);
    for (const error of ERRORS) {
      notifications.clean();
      toastError(error);
      const [toast] = notificationsStore.getState().notifications;
      const isTraced = traceIdOf(error) !== undefined;
      const text = isTraced ? toast?.title : toast?.message;
      expect(typeof text === "string" && isSentence(text, lang), `${error.code}: ${String(text)}`).toBe(true);
      if (isTraced) render(<MantineProvider env="test">{toast?.message}</MantineProvider>);
      expect(screen.queryAllByText("INTERNAL_ERROR · t-1"), error.code).toHaveLength(isTraced ? 1 : 0);
      cleanup();
    }
  });

  it("heads the page of an error with the sentence", async () => {
    await i18next.changeLanguage(lang);
    for (const error of ERRORS) {
      render(<MantineProvider env="test"><ErrorState error={error} /></MantineProvider>);
      expect(isSentence(screen.getByRole("heading").textContent, lang), error.code).toBe(true);
      cleanup();
    }
  });
});
