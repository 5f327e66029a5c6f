// One order for an admin: what was sold to whom, what happened to it, and what can be done with it now.
import { ActionIcon, CopyButton, Group, Skeleton, Stack, Text, Tooltip } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useOrderDetail } from "@/features/admin-order/queries";
import { StateBadge } from "@/features/admin-order/StateBadge";
import type { AdminOrder, OrderDetail } from "@/ipc/generated/operations";
import { BackLink } from "@/shared/components/BackLink";
import { DateText } from "@/shared/components/DateText";
import { PageHeading } from "@/shared/components/PageHeading";
import { Delayed, PanelShapes } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { formatDateTime } from "@/shared/text/format";
import { Neighbours } from "./Neighbours";
import { OrderActs } from "./OrderActs";
import { OrderAside } from "./OrderAside";
import { OrderBody } from "./OrderBody";
import classes from "./order.module.css";

export default function AdminOrderPage() {
  const { t } = useTranslation("adminOrders");
  const id = Number(useParams().id);
  const detail = useOrderDetail(id);
  const order = detail.data?.order;
  const title = order === undefined ? t("detail.loadingTitle") : t("detail.title", { number: order.orderNumber });
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <BackLink to="/admin/orders" label={t("detail.back")} />
        <Neighbours id={id} />
      </Group>
      <PageHeading title={title} beside={order && <Standing order={order} />} aside={order && <OrderActs order={order} />} />
      <QueryView query={detail} skeleton={<Shapes />}>
        {(data) => <OrderView detail={data} />}
      </QueryView>
    </>
  );
}

function OrderView({ detail }: { detail: OrderDetail }) {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  const { order } = detail;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" mt={-12}>
        {t("detail.placedAt")} <DateText at={order.createdAt} withTime />
        {order.state === "NORMAL" && order.expiresAt && ` · ${t("detail.unpaidUntil", { at: formatDateTime(order.expiresAt, lang) })}`}
      </Text>
      <div className={classes.columns}>
        <OrderBody detail={detail} />
        <OrderAside detail={detail} />
      </div>
    </Stack>
  );
}

function Shapes() {
  return (
    <Delayed>
      <Stack gap="md">
        <Skeleton height="1.25rem" width="14rem" mt={-12} />
        <div className={classes.columns}>
          <PanelShapes className={classes.column} heights={[16, 14.4]} />
          <PanelShapes className={classes.column} heights={[7.3, 8.9, 13, 8.9]} />
        </div>
      </Stack>
    </Delayed>
  );
}

function Standing({ order }: { order: AdminOrder }) {
  return (
    <Group gap={4} wrap="nowrap">
      <CopyNumber number={order.orderNumber} />
      <StateBadge order={order} />
    </Group>
  );
}

function CopyNumber({ number }: { number: string }) {
  const { t } = useTranslation("adminOrders");
  return (
    <CopyButton value={number}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t("detail.copied") : t("detail.copy")}>
          <ActionIcon size="md" aria-label={copied ? t("detail.copied") : t("detail.copy")} onClick={copy}>
            {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
