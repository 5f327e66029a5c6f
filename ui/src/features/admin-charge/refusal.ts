// Why a request for points did not end as an admin wanted, in the panel's words.
import { useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import { errorText } from "@/shared/text/errorText";

export function useRefusalText(): (error: ShopError) => string {
  const { t } = useTranslation("adminDeposits");
  return (error) => {
    if (error.code === "INVALID_ORDER_STATE") return t(error.details.state === "CONFIRMED" ? "refused.ORDER_PAID" : "refused.ORDER_ENDED");
    if (error.code !== "CONFLICT" || !("reason" in error.details)) return errorText(error);
    const { reason } = error.details;
    if (reason === "ALREADY_CONFIRMED" || reason === "ALREADY_REJECTED") return t(`refused.${reason}`);
    return errorText(error);
  };
}
