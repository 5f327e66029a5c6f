// The customer's requests for points.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { read } from "@/ipc/call";
import type { ChargeRequest } from "@/ipc/generated/operations";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { formatWon } from "@/shared/text/format";
import { toastError, toastSuccess } from "@/shared/toast";
import { chargeConflictOf } from "./chargeConflict";

/** Own requests, newest first, page by page. */
export function useCharges() {
  return useInfiniteQuery({
    queryKey: keys.charges,
    queryFn: ({ pageParam }) => read("list_charges", { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
}

/** Won that are still to be transferred. */
export function waitingAmount(charges: readonly Pick<ChargeRequest, "state" | "amount">[]): number {
  return charges.reduce((sum, { state, amount }) => sum + (state === "REQUESTED" ? amount : 0), 0);
}

/** What the customer reads of a state; a withdrawn request was not rejected by the shop. */
export function standingOf({ state, withdrawn }: Pick<ChargeRequest, "state" | "withdrawn">) {
  return withdrawn ? "WITHDRAWN" : state;
}

export function useWithdraw() {
  const { t } = useTranslation("points");
  const lang = useLang();
  const operation = useOperation("withdraw_charge", {
    onSuccess: () => toastSuccess(t("requests.withdrawn")),
    onError: (error) => {
      const conflict = chargeConflictOf(error);
      if (conflict !== undefined) toastError(error, t(`conflict.${conflict}`));
      return conflict !== undefined;
    },
  });
  const withdraw = async ({ id, amount }: ChargeRequest) => {
    const changes = [t("requests.withdrawChange", { amount: formatWon(amount, lang) }), t("requests.withdrawPaid")];
    const isSure = await confirm({ title: t("requests.withdrawTitle"), changes, confirmLabel: t("requests.withdraw"), keepLabel: t("requests.keep"), destructive: true });
    if (isSure) await operation.run({ id });
  };
  return { withdraw, pending: operation.pending };
}
