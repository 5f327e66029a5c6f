// The words for what a room refuses: only the room knows why it conflicts.
import i18next from "i18next";
import type { ShopError } from "@/ipc/errors";
import { toastError } from "@/shared/toast";

/** Shows the error; true, because nothing else has to. */
export function toastRefused(error: ShopError): true {
  const reason = error.code === "CONFLICT" && "reason" in error.details ? error.details.reason : undefined;
  if (reason === "ROOM_OPEN" || reason === "ROOM_CLOSED") toastError(error, i18next.t(`adminSale:refused.${reason}`));
  else toastError(error);
  return true;
}
