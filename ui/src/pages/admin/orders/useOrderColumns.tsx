// The columns of the list of orders.
import { useTranslation } from "react-i18next";
import { StateBadge } from "@/features/admin-order/StateBadge";
import type { AnyOrder } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Money } from "@/shared/components/Money";
import type { Column } from "@/shared/components/table/column";
import { TwoLines } from "@/shared/components/table/TwoLines";
import { useLang } from "@/shared/hooks/useLang";
import { lineName } from "@/shared/text/names";

export function useOrderColumns(): readonly Column<AnyOrder>[] {
  const { t } = useTranslation("adminOrders");
  return [
    { id: "number", title: t("column.number"), main: true, width: 12, cell: (order) => <TwoLines first={order.orderNumber} second={<DateText at={order.createdAt} withTime />} /> },
    { id: "customer", title: t("column.customer"), width: 12, cell: ({ customer }) => <TwoLines first={customer.name} second={customer.email} /> },
    { id: "items", title: t("column.items"), cell: (order) => <ItemsText order={order} /> },
    { id: "recipient", title: t("column.recipient"), width: 9, optional: true, cell: ({ shippingAddress }) => shippingAddress.recipientName },
    { id: "state", title: t("column.state"), width: 8.5, cell: (order) => <StateBadge order={order} /> },
    { id: "amount", title: t("column.amount"), width: 8, figures: true, optional: true, cell: ({ amount }) => <Money amount={amount} /> },
    { id: "discount", title: t("column.discount"), width: 7.5, figures: true, optional: true, cell: ({ discountAmount }) => (discountAmount > 0 ? <Money amount={-discountAmount} /> : "–") },
    { id: "total", title: t("column.total"), width: 8, figures: true, cell: ({ totalAmount }) => <Money amount={totalAmount} fw={600} /> },
  ];
}

function ItemsText({ order: { items } }: { order: AnyOrder }) {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  const [first] = items;
  if (first === undefined) return null;
  const name = lineName(first, lang);
  return items.length === 1 ? name : t("itemsMore", { name, count: items.length - 1 });
}
