// Pasting into a field for a whole number. Such a field drops every sign that is no digit, which would make 1,999 of
// "19,99" and 630,000 of "6300.00"; so a pasted text is read as a whole before it comes in, or stays out. It is handled on
// the way down, because Mantine's own handler on the way up makes a decimal point of a comma.
import i18next from "i18next";
import type { ClipboardEvent } from "react";
import { readWholeNumber } from "@/shared/text/wholeNumber";
import { audience } from "@/shared/text/audience";
import { toastDetail } from "@/shared/toast";

export function pasteWholeNumber(event: ClipboardEvent<HTMLInputElement>): void {
  const text = event.clipboardData.getData("text");
  // Digits alone may be a part of the number; the field takes them itself.
  if (/^\d*$/.test(text)) return;
  event.preventDefault();
  event.stopPropagation();
  const number = readWholeNumber(text);
  if (number === undefined) {
    toastDetail("bad", i18next.t("common:pasted.title", { context: audience() }), i18next.t("common:pasted.text", { text: text.trim().slice(0, 40), context: audience() }));
    return;
  }
  type(event.currentTarget, String(number));
}

/** Replaces the selection by digits, with the event that the field expects. */
function type(field: HTMLInputElement, digits: string): void {
  const [from, to] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
  const value = field.value.slice(0, from) + digits + field.value.slice(to);
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  set?.call(field, value);
  field.setSelectionRange(from + digits.length, from + digits.length);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
