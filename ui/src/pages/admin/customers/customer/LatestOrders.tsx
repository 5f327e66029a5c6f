// A user's latest orders, and a link to all of them.
import { Anchor, Box, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOrdersOf } from "@/features/admin-order/queries";
import { StateBadge } from "@/features/admin-order/StateBadge";
import type { AdminOrder } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Money } from "@/shared/components/Money";
import { RowsSkeleton } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import classes from "./customer.module.css";

const SHOWN = 8;

export function LatestOrders({ userId }: { userId: number }) {
  const { t } = useTranslation("adminCustomers");
  const orders = useOrdersOf(userId, SHOWN);
  const none = (
    <Text size="sm" c="dimmed">
      {t("orders.none")}
    </Text>
  );
  return (
    <QueryView query={orders} skeleton={<RowsSkeleton rows={SHOWN + 2} />} isEmpty={({ items }) => items.length === 0} empty={none}>
      {({ items, nextCursor }) => (
        <>
          <Rows orders={items} />
          {nextCursor && (
            <Anchor component={Link} to={`/admin/orders?userId=${userId}`} size="sm" mt="xs" py={4} display="inline-block">
              {t("orders.all")}
            </Anchor>
          )}
        </>
      )}
    </QueryView>
  );
}

function Rows({ orders }: { orders: readonly AdminOrder[] }) {
  const { t } = useTranslation("adminCustomers");
  return (
    <Table verticalSpacing="xs" className="tabular" aria-label={t("orders.title")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("orders.number")}</Table.Th>
          <Table.Th visibleFrom="sm">{t("orders.at")}</Table.Th>
          <Table.Th visibleFrom="sm">{t("orders.state")}</Table.Th>
          <Table.Th ta="right">{t("orders.total")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {orders.map((order) => (
          <Table.Tr key={order.id}>
            <Table.Td>
              <Anchor component={Link} to={`/admin/orders/${order.id}`} inherit fw={600} className={classes.number}>
                {order.orderNumber}
              </Anchor>
              {/* On a telephone, where the state has no column. */}
              <Box hiddenFrom="sm" mt={4}>
                <StateBadge order={order} />
              </Box>
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <DateText at={order.createdAt} withTime />
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <StateBadge order={order} />
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={order.totalAmount} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
