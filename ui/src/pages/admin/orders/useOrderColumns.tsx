// The columns of the list of orders.
import { StickyNote } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { StateBadge } from "@/features/admin-order/StateBadge";
import type { AdminOrder } from "@/ipc/generated/operations";
import type { Column } from "@/shared/components/table/column";
import { TwoLines } from "@/shared/components/table/TwoLines";
import { useLang } from "@/shared/hooks/useLang";
import { formatDateTime, formatWon } from "@/shared/text/format";
import { lineName } from "@/shared/text/names";

export function useOrderColumns(): readonly Column<AdminOrder>[] {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  return useMemo(() => {
    const won = (amount: number) => formatWon(amount, lang);
    const itemsText = ({ items }: AdminOrder) => {
      const [first] = items;
      if (first === undefined) return null;
      const name = lineName(first, lang);
      return items.length === 1 ? name : t("itemsMore", { name, count: items.length - 1 });
    };
    return [
      { id: "number", title: t("column.number"), main: true, width: 12, cell: ({ orderNumber, createdAt, noteCount }) => <TwoLines first={orderNumber} second={<><NoteMark count={noteCount} />{formatDateTime(createdAt, lang)}</>} /> },
      { id: "customer", narrow: "below", brief: ({ customer }) => customer.name, title: t("column.customer"), width: 12, cell: ({ customer }) => <TwoLines first={customer.name} second={customer.email} /> },
      { id: "items", narrow: "below", title: t("column.items"), cell: itemsText },
      { id: "recipient", title: t("column.recipient"), width: 9, optional: true, cell: ({ shippingAddress }) => shippingAddress.recipientName },
      { id: "state", narrow: "aside", title: t("column.state"), width: 11.5, cell: (order) => <StateBadge order={order} /> },
      { id: "amount", title: t("column.amount"), width: 8, figures: true, optional: true, cell: ({ amount }) => won(amount) },
      { id: "discount", title: t("column.discount"), width: 7.5, figures: true, optional: true, cell: ({ discountAmount }) => (discountAmount > 0 ? won(-discountAmount) : "–") },
      { id: "total", narrow: "aside", title: t("column.total"), width: 8, figures: true, cell: ({ totalAmount }) => <strong>{won(totalAmount)}</strong> },
    ];
  }, [t, lang]);
}

/** A mark where there are notes on an order. */
function NoteMark({ count }: { count: number | undefined }) {
  const { t } = useTranslation("adminOrders");
  if (count === undefined) return null;
  const label = t("noteMark", { count });
  return (
    <StickyNote size={14} role="img" aria-label={label} color="var(--accent-text)" style={{ marginRight: 4, verticalAlign: "-2px" }}>
      <title>{label}</title>
    </StickyNote>
  );
}
