// Counts that need attention: waiting, failed, low.
import { SimpleGrid, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Dashboard } from "@/ipc/generated/operations";
import { FigureTile } from "@/shared/components/FigureTile";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";

/** The shop counts up to this limit; more is shown as "1,000+". */
const COUNTED = 1_000;

export function Attention({ dashboard: { day, troubles, lowStockCount, lowStockThreshold } }: { dashboard: Dashboard }) {
  const { t } = useTranslation("adminDashboard");
  const lang = useLang();
  const counted = (count: number) => `${formatCount(count, lang)}${count >= COUNTED ? "+" : ""}`;
  return (
    <section aria-label={t("attention.title")}>
      <Title order={2} size="h4" mb="xs" mt="xs">
        {t("attention.title")}
      </Title>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="md">
        <FigureTile to="/admin/orders?tab=unpaid" label={t("attention.unpaid")} value={formatCount(troubles.unpaidOrders, lang)} remark={t("attention.unpaidRemark")} />
        <FigureTile
          to={`/admin/orders?tab=failed&from=${day}&to=${day}`}
          label={t("attention.failed")}
          value={formatCount(troubles.failedPayments, lang)}
          remark={t("attention.failedRemark")}
          urgent={troubles.failedPayments > 0}
        />
        <FigureTile
          to="/admin/products?stock=low"
          label={t("attention.lowStock")}
          value={counted(lowStockCount)}
          remark={t("attention.lowStockRemark", { count: lowStockThreshold })}
          urgent={lowStockCount > 0}
        />
        <FigureTile to="/admin/system?part=outbox&state=PENDING" label={t("attention.pending")} value={counted(troubles.outboxPending)} remark={t("attention.pendingRemark")} />
        <FigureTile
          to="/admin/system?part=outbox&state=FAILED"
          label={t("attention.gaveUp")}
          value={counted(troubles.outboxFailed)}
          remark={t("attention.gaveUpRemark")}
          urgent={troubles.outboxFailed > 0}
        />
      </SimpleGrid>
    </section>
  );
}
