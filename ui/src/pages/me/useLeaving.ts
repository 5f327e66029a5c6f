// Leaves the shop: the account is erased, and nothing that was kept for the customer stays in this browser.
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { forgetSeen } from "@/features/catalog/recentlySeen";
import type { ShopError } from "@/ipc/errors";
import { type Operation, useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";

export function useLeaving(onError: (error: ShopError) => boolean): Operation<"leave_shop"> {
  const { t } = useTranslation("me");
  const navigate = useNavigate();
  const client = useQueryClient();
  // The session has ended in the shop; this forgets it here, also in the window, which keeps it in a file.
  const forget = useOperation("logout", { onError: () => true });
  return useOperation("leave_shop", {
    onSuccess: () => {
      forgetSeen();
      void forget.run({}).then(async () => {
        await navigate("/");
        await client.resetQueries();
        toastSuccess(t("leave.done"));
      });
    },
    onError,
  });
}
