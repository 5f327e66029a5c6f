// The live figures: active users, how writes wait and run, how large their groups are, what each operation takes.
import { SimpleGrid, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMetrics } from "@/features/admin-system/queries";
import { averageGroup } from "@/features/admin-system/rates";
import { useMay } from "@/features/user/session";
import type { Metrics } from "@/ipc/generated/operations";
import { FigureTile } from "@/shared/components/FigureTile";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { formatMicros, formatUptime } from "@/shared/text/duration";
import { formatCount } from "@/shared/text/format";
import { Collector } from "./Collector";
import { GroupSizes } from "./GroupSizes";
import { LiveLines } from "./LiveLines";
import { LockTimes } from "./LockTimes";
import { OperationTimes } from "./OperationTimes";
import { CommitHistogram, LockHistogram } from "./TimeHistogram";

export function Figures() {
  const { t } = useTranslation("adminSystem");
  return (
    <QueryView query={useMetrics()} isEmpty={(looks) => looks.length === 0} empty={t("none")}>
      {(looks) => <Parts looks={looks} />}
    </QueryView>
  );
}

function Parts({ looks }: { looks: readonly Metrics[] }) {
  const latest = looks.at(-1);
  const may = useMay();
  if (latest === undefined) return null;
  return (
    <Stack gap="md">
      <Heads latest={latest} />
      <LiveLines looks={looks} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <LockTimes locks={latest.locks} />
        <LockHistogram locks={latest.locks} />
        <GroupSizes writer={latest.writer} />
        <CommitHistogram writer={latest.writer} />
      </SimpleGrid>
      <OperationTimes operations={latest.operations} />
      {may("get_metrics_token") && <Collector />}
    </Stack>
  );
}

function Heads({ latest }: { latest: Metrics }) {
  const { t } = useTranslation("adminSystem");
  const lang = useLang();
  const { locks, writer, cache } = latest;
  const count = (figure: number) => formatCount(figure, lang);
  const asked = cache.hits + cache.misses;
  const [busiest] = locks.busiest;
  const group = averageGroup(latest);
  return (
    <SimpleGrid cols={{ base: 2, sm: 4, xl: 8 }} spacing="md" component="dl" m={0}>
      <FigureTile label={t("activeUsers")} value={count(latest.peopleHereNow)} remark={t("activeUsersRemark")} />
      <FigureTile label={t("uptime")} value={formatUptime(latest.uptimeSeconds, lang)} />
      <FigureTile label={t("waiters")} value={count(locks.waiters)} remark={t("waitersRemark")} />
      <FigureTile label={t("keys")} value={count(locks.activeKeys)} remark={busiest === undefined ? t("keysRemark") : t("busiest", { key: busiest.key, shown: count(busiest.waiters) })} />
      <FigureTile label={t("groupSize")} value={group === null ? "–" : group.toFixed(1)} remark={t("groupRemark", { groups: count(writer.groups) })} />
      <FigureTile label={t("commit")} value={formatMicros(writer.commitMicros, lang)} remark={t("commitRemark")} />
      <FigureTile label={t("failedCommits")} value={count(writer.failedCommits)} urgent={writer.failedCommits > 0} />
      <FigureTile label={t("cache")} value={cache.hitRate == null ? "–" : `${cache.hitRate}%`} remark={t("cacheRemark", { hits: count(cache.hits), asked: count(asked) })} />
    </SimpleGrid>
  );
}
