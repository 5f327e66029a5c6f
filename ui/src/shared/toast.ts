// Short messages at the edge of the window. Mantine gives each role="alert", so they are read out.
import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import type { ShopError } from "@/ipc/errors";
import { errorText } from "@/shared/text/errorText";

/** Something went well. `message` is already translated. */
export function toastSuccess(message: string): void {
  notifications.show({ message, color: "teal", autoClose: 4000, withCloseButton: true, closeButtonProps: closeLabel() });
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
    autoClose: 8000,
    closeButtonProps: closeLabel(),
  });
}

function closeLabel() {
  return { "aria-label": i18next.t("common:close") };
}
