// The columns of the list of deposits for orders.
import { Anchor, Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { depositorOf } from "@/features/admin-charge/deposit";
import type { AdminPayment } from "@/ipc/generated/operations";
import { StateTag, type Tone } from "@/shared/components/StateTag";
import type { Column } from "@/shared/components/table/column";
import { TwoLines } from "@/shared/components/table/TwoLines";
import { useLang } from "@/shared/hooks/useLang";
import { formatDateTime, formatWon } from "@/shared/text/format";
import { ConfirmButton } from "./ConfirmButton";

interface Acts {
  /** While one runs, no other begins. */
  busy: boolean;
  onConfirm: (row: AdminPayment) => void;
}

const TONES = { PENDING: "wanted", COMPLETED: "good", CANCELLED: "quiet", FAILED: "bad", REFUNDED: "quiet" } as const satisfies Record<AdminPayment["state"], Tone>;

export function useOrderDepositColumns({ busy, onConfirm }: Acts): readonly Column<AdminPayment>[] {
  const { t } = useTranslation("adminDeposits");
  const lang = useLang();
  return useMemo(() => {
    const stateTag = ({ state }: AdminPayment) => <StateTag tone={TONES[state]}>{t(`state.${state}`)}</StateTag>;
    const standing = (row: AdminPayment) => {
      const until = row.dueAt && t("dueAt", { at: formatDateTime(row.dueAt, lang) });
      const done = row.paidAt && [row.confirmedByName, formatDateTime(row.paidAt, lang)].filter((word) => word != null).join(" · ");
      return <TwoLines first={stateTag(row)} second={until ?? done ?? ""} />;
    };
    const order = ({ orderId, orderNumber, userName }: AdminPayment) => (
      <TwoLines
        first={
          <Anchor component={Link} to={`/admin/orders/${orderId}`} inherit className="tabular">
            {orderNumber}
          </Anchor>
        }
        second={userName}
      />
    );
    const confirmButton = (row: AdminPayment) => <ConfirmButton busy={busy} onClick={() => onConfirm(row)} />;
    const depositor = (row: AdminPayment) => <TwoLines first={depositorOf(row)} second={`${t(`method.${row.method}`)} · ${formatDateTime(row.createdAt, lang)}`} />;
    return [
      { id: "depositor", title: t("column.depositor"), main: true, cell: depositor },
      { id: "order", narrow: "below", brief: ({ orderNumber }) => orderNumber, title: t("column.order"), width: 13, cell: order },
      { id: "amount", narrow: "aside", title: t("column.amount"), width: 7.5, figures: true, cell: ({ amount }) => <Text span inherit fw={600}>{formatWon(amount, lang)}</Text> },
      { id: "state", title: t("column.state"), width: 13, cell: standing },
      { id: "acts", narrow: "aside", brief: (row) => (row.state === "PENDING" ? confirmButton(row) : stateTag(row)), title: t("column.acts"), width: 9, cell: (row) => row.state === "PENDING" && confirmButton(row) },
    ];
  }, [t, lang, busy, onConfirm]);
}
