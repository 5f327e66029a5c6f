// The latest movements of a user's points, with the balance after each.
import { Anchor, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PointTransaction } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Points } from "@/shared/components/Money";

export function PointRows({ transactions }: { transactions: readonly PointTransaction[] }) {
  const { t } = useTranslation("adminCustomers");
  if (transactions.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("points.none")}
      </Text>
    );
  }
  return (
    <Table verticalSpacing="sm" className="tabular" aria-label={t("points.title")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("points.at")}</Table.Th>
          <Table.Th>{t("points.what")}</Table.Th>
          <Table.Th ta="right">{t("points.amount")}</Table.Th>
          <Table.Th ta="right" visibleFrom="sm">{t("points.after")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {transactions.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ row: { type, amount, balanceAfter, orderId, description, createdAt } }: { row: PointTransaction }) {
  const { t } = useTranslation("adminCustomers");
  const comesIn = amount > 0;
  return (
    <Table.Tr>
      <Table.Td>
        <DateText at={createdAt} withTime />
      </Table.Td>
      <Table.Td>
        {t(`points.type.${type}`)}
        {orderId && (
          <>
            {" · "}
            <Anchor component={Link} to={`/admin/orders/${orderId}`} inherit>
              {t("points.order")}
            </Anchor>
          </>
        )}
        {type === "ADJUST" && ` · ${description}`}
      </Table.Td>
      <Table.Td ta="right" fw={600} c={comesIn ? "var(--accent-text)" : undefined}>
        {comesIn && "+"}
        <Points amount={amount} />
      </Table.Td>
      <Table.Td ta="right" visibleFrom="sm">
        <Points amount={balanceAfter} />
      </Table.Td>
    </Table.Tr>
  );
}
