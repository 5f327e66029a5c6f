// Short messages at the edge of the window. Mantine gives each role="alert", so they are read out.
import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import { createElement, type ReactNode } from "react";
import { type ShopError, traceIdOf } from "@/ipc/errors";
import { uniqueKey } from "@/ipc/uniqueKey";
import { ToastMessage, type ToastAction } from "@/shared/components/ToastMessage";
import { TraceLine } from "@/shared/components/TraceLine";
import { errorText } from "@/shared/text/errorText";

/** Milliseconds: long enough to read, and longer where a button is to be reached with the keyboard. */
const SHOWN_MS = { plain: 4000, withAction: 6000, withDetail: 6000, error: 5000 } as const;

/** More at once would cover the page; the oldest makes room. */
const MOST = 2;

/** Milliseconds within which a toast belongs to the step that leads to the next page, and goes there too. */
const JUST_SHOWN_MS = 1500;

/** When each toast in sight was shown, oldest first; infinite for one that stays when the page is left. */
const shownAt = new Map<string, number>();

/** Something went well. `message` is already translated; `action` is a way on from here, or back. */
export function toastSuccess(message: string, action?: ToastAction): void {
  const id = uniqueKey();
  const onDone = () => notifications.hide(id);
  const content = action === undefined ? message : createElement(ToastMessage, { message, action, onDone });
  show({ id, message: content, color: "teal", autoClose: action === undefined ? SHOWN_MS.plain : SHOWN_MS.withAction });
}

/** The same for an action that the shop allows for `ms`: it stays as long, also on the next page. */
export function toastForAWhile(message: string, action: ToastAction, ms: number): void {
  const id = uniqueKey();
  const onDone = () => notifications.hide(id);
  show({ id, message: createElement(ToastMessage, { message, action, onDone }), color: "teal", autoClose: ms, stays: true });
}

/** A warning; `action` leads to its cause. A later one of the same `id` replaces it. */
export function toastWarning(id: string, message: string, action: ToastAction): void {
  const onDone = () => notifications.hide(id);
  show({ id, message: createElement(ToastMessage, { message, action, onDone }), color: "yellow", autoClose: SHOWN_MS.withAction });
}

/** The colours of how something went. */
const WENT = { good: "teal", partly: "yellow", bad: "red" } as const;

/** How it went, and where or why, in a second line. Both are already translated. */
export function toastDetail(went: keyof typeof WENT, title: string, detail: string): void {
  show({ id: uniqueKey(), title, message: detail, color: WENT[went], autoClose: SHOWN_MS.withDetail });
}

/** Something did not; stays longer, because it asks for something. `words` where the page knows more than the error. A code is no text: only one that the log holds more about stands below, small. */
export function toastError(error: ShopError, words = errorText(error)): void {
  // One toast a code: a button pressed five times in a storm shall not fill the window.
  const toast = { id: `error-${error.code}`, color: "red", autoClose: SHOWN_MS.error };
  // Nothing is sent later by itself: the user is told to press again.
  if (error.code === "OFFLINE") show({ ...toast, title: words, message: i18next.t("errors:OFFLINE_dropped") });
  else if (traceIdOf(error) !== undefined) show({ ...toast, title: words, message: createElement(TraceLine, { error }) });
  else show({ ...toast, message: words });
}

/** Removes the toasts of the page before. */
export function clearToasts(): void {
  const now = Date.now();
  for (const [id, at] of shownAt) if (now - at > JUST_SHOWN_MS) notifications.hide(id);
}

interface Toast {
  id: string;
  title?: string;
  message: ReactNode;
  color: string;
  autoClose: number;
  /** Also on the next page. */
  stays?: boolean;
}

function show({ stays = false, ...toast }: Toast): void {
  const others = [...shownAt.keys()].filter((id) => id !== toast.id);
  for (const id of others.slice(0, Math.max(others.length - MOST + 1, 0))) notifications.hide(id);
  shownAt.set(toast.id, stays ? Number.POSITIVE_INFINITY : Date.now());
  notifications.show({
    ...toast,
    withCloseButton: true,
    closeButtonProps: { "aria-label": i18next.t("common:close") },
    onClose: () => shownAt.delete(toast.id),
  });
}
