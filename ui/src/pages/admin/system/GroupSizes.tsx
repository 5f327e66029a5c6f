// How many writes shared a commit: one in quiet times, many under load.
import { useTranslation } from "react-i18next";
import type { GroupSize, WriterFigures } from "@/ipc/generated/operations";
import { BarChart } from "@/shared/components/charts/BarChart";
import { ChartPanel } from "@/shared/components/charts/ChartPanel";
import type { Column } from "@/shared/components/charts/rows";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";

export function GroupSizes({ writer }: { writer: WriterFigures }) {
  const { t } = useTranslation("adminSystem");
  const lang = useLang();
  const count = (figure: number) => formatCount(figure, lang);
  // Sizes that have never been reached would only take the room of those that have.
  const sizes = writer.groupSizes.slice(0, writer.groupSizes.findLastIndex(({ groups }) => groups > 0) + 1);
  const sizeOf = ({ upTo }: GroupSize) => (upTo <= 2 ? count(upTo) : `${count(upTo / 2 + 1)}–${count(upTo)}`);
  const columns: Column<GroupSize>[] = [
    { key: "size", label: t("groups.size"), value: ({ upTo }) => upTo, show: sizeOf },
    { key: "groups", label: t("groups.groups"), value: ({ groups }) => groups, show: ({ groups }) => count(groups) },
  ];
  return (
    <ChartPanel
      title={t("groups.title")}
      file="group-sizes"
      remark={t("groups.remark", { tasks: count(writer.tasks) })}
      columns={columns}
      rows={sizes}
      keyOf={({ upTo }) => upTo}
      chart={
        <BarChart
          height={190}
          points={sizes.map((size) => ({ label: sizeOf(size), title: t("groups.of", { size: sizeOf(size) }), values: [size.groups] }))}
          series={[{ name: t("groups.groups"), tone: "accent" }]}
          format={count}
          summary={t("groups.summary", { groups: count(writer.groups), tasks: count(writer.tasks) })}
        />
      }
    />
  );
}
