// The returns of an order: what, why, how far each has come, and what can be done with it now.
import { Button, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AdminReturn, OrderItem } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { lineName } from "@/shared/text/names";
import { ReturnActs } from "./ReturnActs";
import { ReturnTag } from "./ReturnTag";

interface ReturnPanelProps {
  returns: readonly AdminReturn[];
  items: readonly OrderItem[];
  /** Opens the refund of a received one; absent for an admin that may not refund. */
  onRefund?: (row: AdminReturn) => void;
}

export function ReturnPanel({ returns, items, onRefund }: ReturnPanelProps) {
  const { t } = useTranslation("adminReturns");
  return (
    <TitledPanel title={t("panel")}>
      <Stack gap="lg">
        {returns.map((row) => (
          <Return key={row.id} row={row} items={items} onRefund={onRefund} />
        ))}
      </Stack>
    </TitledPanel>
  );
}

function Return({ row, items, onRefund }: Omit<ReturnPanelProps, "returns"> & { row: AdminReturn }) {
  const { t } = useTranslation(["adminReturns", "adminOrders"]);
  const lang = useLang();
  const nameOf = (id: number) => {
    const item = items.find((one) => one.id === id);
    return item === undefined ? "" : lineName(item, lang);
  };
  const refund = onRefund !== undefined && (
    <Button size="compact-sm" onClick={() => onRefund(row)}>
      {t("refund.action")}
    </Button>
  );
  return (
    <Stack gap={6} align="flex-start">
      <ReturnTag state={row.state} />
      {row.items.map(({ orderItemId, quantity }) => (
        <Text key={orderItemId} size="sm" fw={500}>
          {t("adminOrders:refund.ofUnits", { name: nameOf(orderItemId), count: quantity })}
        </Text>
      ))}
      <Text size="sm">{row.reason}</Text>
      {row.note && <Text size="sm">{t("noteOf", { note: row.note })}</Text>}
      <Text size="sm" c="dimmed">
        <DateText at={row.createdAt} withTime />
        {row.actorName ? ` · ${t("by", { name: row.actorName })}` : ""}
      </Text>
      <ReturnActs row={row} refund={refund} />
    </Stack>
  );
}
