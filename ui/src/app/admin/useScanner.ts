// A barcode scanner works on every page of the panel: what it reads is looked for, and its product opens. In a text field the
// characters are typed, as everywhere.
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { call } from "@/ipc/call";
import { toastDetail, toastError } from "@/shared/toast";
import { NO_BURST, pressed } from "./scanner";

export function useScanner(): void {
  const { t } = useTranslation("admin");
  const navigate = useNavigate();
  const burst = useRef(NO_BURST);
  const find = async (code: string) => {
    const found = await call("list_products_for_admin", { code, limit: 1 });
    if (found.kind !== "ok") return toastError(found);
    const [product] = found.value.items;
    if (product === undefined) toastDetail("bad", t("scan.unknown"), code);
    else void navigate(`/admin/products/${product.id}`);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // A key that is held down repeats as quickly as a scanner types.
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) {
      burst.current = NO_BURST;
      return;
    }
    const next = pressed(burst.current, { code: event.code, key: event.key, shift: event.shiftKey, at: event.timeStamp });
    burst.current = next.burst;
    if (next.isScanner) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (next.scanned !== undefined) void find(next.scanned);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener, true);
    return () => window.removeEventListener("keydown", listener, true);
  }, []);
}

/** Text belongs to a field, and to an open dialog. */
function isTyped(target: EventTarget | null): boolean {
  if (target instanceof HTMLElement && target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]")) return true;
  return document.querySelector("[role=dialog]") !== null;
}
