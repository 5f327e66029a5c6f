// The latency of each operation since the program was started; a press on a heading sorts.
import { Badge, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OperationFigures } from "@/ipc/generated/operations";
import { FiguresTable } from "@/shared/components/charts/FiguresTable";
import type { Column } from "@/shared/components/charts/rows";
import { TakeAlong } from "@/shared/components/charts/TakeAlong";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { formatMicros } from "@/shared/text/duration";
import { formatCount } from "@/shared/text/format";
import classes from "./system.module.css";

export function OperationTimes({ operations }: { operations: readonly OperationFigures[] }) {
  const { t } = useTranslation("adminSystem");
  const columns = useColumns();
  const empty = (
    <Text size="sm" c="dimmed" py="lg" ta="center">
      {t("operations.empty")}
    </Text>
  );
  return (
    <TitledPanel title={t("operations.title")} remark={t("sinceStart")} aside={<TakeAlong file="operations" columns={columns} rows={operations} />}>
      <FiguresTable caption={t("operations.title")} columns={columns} rows={operations} keyOf={({ name }) => name} empty={empty} />
    </TitledPanel>
  );
}

function useColumns(): Column<OperationFigures>[] {
  const { t } = useTranslation("adminSystem");
  const lang = useLang();
  const time = (part: "p50Micros" | "p99Micros" | "maxMicros"): Column<OperationFigures> => ({
    key: part,
    label: t(`times.${part}`),
    value: ({ times }) => times[part],
    show: ({ times }) => formatMicros(times[part], lang),
  });
  const count = (figure: number) => formatCount(figure, lang);
  return [
    { key: "name", label: t("operations.name"), value: ({ name }) => name, show: ({ name }) => <code className={classes.code}>{name}</code> },
    { key: "count", label: t("times.count"), value: ({ times }) => times.count, show: ({ times }) => count(times.count) },
    time("p50Micros"),
    time("p99Micros"),
    time("maxMicros"),
    { key: "refused", label: t("operations.refused"), value: ({ refused }) => refused, show: ({ refused }) => count(refused) },
    {
      key: "failed",
      label: t("operations.failed"),
      value: ({ failed }) => failed,
      show: ({ failed }) => (failed === 0 ? "0" : <Badge color="red.9" tt="none">{count(failed)}</Badge>),
    },
  ];
}
