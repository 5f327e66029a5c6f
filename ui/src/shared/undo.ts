// Says what was done to something that can be brought back, and offers to bring it back.
import i18next from "i18next";
import { toastSuccess } from "./toast";

/** `message` is already translated; `undo` must be harmless when it comes late. */
export function toastUndo(message: string, undo: () => void): void {
  toastSuccess(message, { label: i18next.t("common:undo"), run: undo });
}
