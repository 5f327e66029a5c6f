// A toast about a change that can be undone, with the button to undo it.
import i18next from "i18next";
import { toastForAWhile, toastSuccess } from "./toast";

/** `message` is already translated; `undo` must be harmless when it comes late. */
export function toastUndo(message: string, undo: () => void): void {
  toastSuccess(message, { label: i18next.t("common:undo"), run: undo });
}

/** The same for a change that the shop lets be undone for `ms` only. */
export function toastUndoFor(ms: number, message: string, undo: () => void): void {
  toastForAWhile(message, { label: i18next.t("common:undo"), run: undo }, ms);
}
