// The columns of the list of returns.
import { Anchor, Button } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ReturnActs } from "@/features/admin-returns/ReturnActs";
import { ReturnTag } from "@/features/admin-returns/ReturnTag";
import { useMay } from "@/features/user/session";
import type { AdminReturn } from "@/ipc/generated/operations";
import type { Column } from "@/shared/components/table/column";
import { TwoLines } from "@/shared/components/table/TwoLines";
import { useLang } from "@/shared/hooks/useLang";
import { formatDateTime } from "@/shared/text/format";

function unitsOf({ items }: AdminReturn): number {
  return items.reduce((sum, { quantity }) => sum + quantity, 0);
}

export function useReturnColumns(): readonly Column<AdminReturn>[] {
  const { t } = useTranslation("adminReturns");
  const lang = useLang();
  const may = useMay();
  return useMemo(() => {
    const order = (row: AdminReturn) => (
      <TwoLines
        first={
          <Anchor component={Link} to={`/admin/orders/${row.orderId}`} inherit className="tabular">
            {row.orderNumber}
          </Anchor>
        }
        second={formatDateTime(row.createdAt, lang)}
      />
    );
    // Money is refunded on the page of the order, where its preview is.
    const refund = (row: AdminReturn) =>
      may("refund_order") && (
        <Button component={Link} to={`/admin/orders/${row.orderId}`} size="compact-sm">
          {t("refund.action")}
        </Button>
      );
    const standing = (row: AdminReturn) => {
      const words = [row.note ?? row.actorName, row.state === "REQUESTED" ? undefined : formatDateTime(row.updatedAt, lang)].filter((word) => word != null);
      return words.length === 0 ? <ReturnTag state={row.state} /> : <TwoLines first={<ReturnTag state={row.state} />} second={words.join(" · ")} />;
    };
    return [
      { id: "order", title: t("column.order"), width: 11.5, main: true, cell: order },
      { id: "customer", narrow: "below", brief: ({ userName }) => userName, title: t("column.customer"), width: 11, cell: ({ userName, userEmail }) => <TwoLines first={userName} second={userEmail} /> },
      { id: "units", title: t("column.units"), width: 4.5, figures: true, cell: (row) => t("units", { count: unitsOf(row) }) },
      { id: "reason", title: t("column.reason"), cell: ({ reason }) => reason },
      { id: "state", narrow: "aside", brief: ({ state }) => <ReturnTag state={state} />, title: t("column.state"), width: 10.5, cell: standing },
      { id: "acts", title: t("column.acts"), width: 10, cell: (row) => <ReturnActs row={row} refund={refund(row)} /> },
    ];
  }, [t, lang, may]);
}
