// The state of the program: active users, how long writes wait in the queue, how often the cache had the answer.
import { SimpleGrid, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Dashboard } from "@/ipc/generated/operations";
import { percentOf } from "@/shared/components/charts/scale";
import { FigureTile } from "@/shared/components/FigureTile";
import { useLang } from "@/shared/hooks/useLang";
import { formatMicros } from "@/shared/text/duration";
import { formatCount } from "@/shared/text/format";

export function Health({ dashboard: { peopleHereNow, lockWait, cache } }: { dashboard: Dashboard }) {
  const { t } = useTranslation("adminDashboard");
  const lang = useLang();
  const asked = cache.hits + cache.misses;
  const rate = percentOf(cache.hits, asked);
  const waits = t("health.waits", { count: lockWait.count, figure: formatCount(lockWait.count, lang) });
  return (
    <section aria-label={t("health.title")}>
      <Title order={2} size="h4" mb="xs" mt="xs">
        {t("health.title")}
      </Title>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
        <FigureTile to="/admin/system" label={t("health.activeUsers")} value={formatCount(peopleHereNow, lang)} remark={t("health.activeUsersRemark")} />
        <FigureTile to="/admin/system" label={t("health.p50")} value={formatMicros(lockWait.p50Micros, lang)} remark={waits} />
        <FigureTile to="/admin/system" label={t("health.p99")} value={formatMicros(lockWait.p99Micros, lang)} remark={waits} />
        <FigureTile
          to="/admin/system"
          label={t("health.cache")}
          value={rate === undefined ? "–" : `${rate}%`}
          remark={t("health.cacheRemark", { hits: formatCount(cache.hits, lang), asked: formatCount(asked, lang) })}
        />
      </SimpleGrid>
    </section>
  );
}
