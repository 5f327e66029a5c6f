// Short messages at the edge of the window. Mantine gives each role="alert", so they are read out.
import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import { createElement } from "react";
import type { ShopError } from "@/ipc/errors";
import { ToastMessage, type ToastAction } from "@/shared/components/ToastMessage";
import { errorText } from "@/shared/text/errorText";

/** Milliseconds: long enough to read, and longer where a button is to be reached with the keyboard. */
const SHOWN_MS = { plain: 4000, withAction: 8000, error: 8000 } as const;

/** Something went well. `message` is already translated; `action` is a way on from here, or back. */
export function toastSuccess(message: string, action?: ToastAction): void {
  const id = crypto.randomUUID();
  const autoClose = action === undefined ? SHOWN_MS.plain : SHOWN_MS.withAction;
  const onDone = () => notifications.hide(id);
  const content = action === undefined ? message : createElement(ToastMessage, { message, action, onDone });
  notifications.show({ id, message: content, color: "teal", autoClose, withCloseButton: true, closeButtonProps: closeLabel() });
}

/** Something did not; stays longer, because it asks for something. */
export function toastError(error: ShopError): void {
  const traced = error.traceId === undefined ? error.code : `${error.code} · ${error.traceId}`;
  notifications.show({
    // One toast a code: a button pressed five times in a storm shall not fill the window.
    id: `error-${error.code}`,
    title: errorText(error),
    message: traced,
    color: "red",
    autoClose: SHOWN_MS.error,
    closeButtonProps: closeLabel(),
  });
}

function closeLabel() {
  return { "aria-label": i18next.t("common:close") };
}
