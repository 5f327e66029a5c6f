// The columns of the stock history.
import { Anchor } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { StockMovement } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import type { Column } from "@/shared/components/table/column";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";

export function useMovementColumns(hasOptions: boolean): readonly Column<StockMovement>[] {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  return useMemo(() => {
    const option: Column<StockMovement> = { id: "option", title: t("movements.option"), width: 8, cell: ({ optionName }) => optionName };
    return [
      { id: "at", title: t("movements.at"), width: 13, main: true, cell: ({ createdAt }) => <DateText at={createdAt} withTime /> },
      { id: "type", narrow: "below", title: t("movements.type"), width: 7, cell: (row) => t(`movements.of.${row.type}`) },
      ...(hasOptions ? [option] : []),
      { id: "change", narrow: "aside", title: t("movements.change"), width: 5.5, figures: true, cell: ({ quantity }) => signed(formatCount(quantity, lang), quantity) },
      { id: "after", narrow: "aside", title: t("movements.after"), width: 7, figures: true, cell: ({ availableAfter }) => formatCount(availableAfter, lang) },
      { id: "why", title: t("movements.why"), cell: (row) => <Why row={row} /> },
      { id: "who", title: t("movements.who"), width: 8, cell: ({ actorName }) => actorName ?? "–" },
    ];
  }, [t, lang, hasOptions]);
}

function signed(figure: string, quantity: number): string {
  return quantity > 0 ? `+${figure}` : figure;
}

function Why({ row }: { row: StockMovement }) {
  const { t } = useTranslation("adminProducts");
  if (row.reason) return row.reason;
  if (!row.orderId) return "–";
  return (
    <Anchor component={Link} to={`/admin/orders/${row.orderId}`} inherit>
      {t("movements.order", { number: row.orderNumber ?? row.orderId })}
    </Anchor>
  );
}
