// How long writes waited in the queue and how long they ran, since the program was started.
import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LockFigures, Times } from "@/ipc/generated/operations";
import { Meter } from "@/shared/components/Meter";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { formatMicros } from "@/shared/text/duration";
import { formatCount } from "@/shared/text/format";

const PARTS = ["p50Micros", "p99Micros", "maxMicros"] as const;

export function LockTimes({ locks }: { locks: LockFigures }) {
  const { t } = useTranslation("adminSystem");
  const longest = Math.max(1, locks.wait.maxMicros, locks.hold.maxMicros);
  return (
    <TitledPanel title={t("locks.title")} remark={t("sinceStart")}>
      <Table verticalSpacing={10} aria-label={t("locks.title")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {PARTS.map((part) => (
              <Table.Th key={part} ta="right" c="dimmed" fw={500} fz="sm">
                {t(`times.${part}`)}
              </Table.Th>
            ))}
            <Table.Th ta="right" c="dimmed" fw={500} fz="sm">
              {t("times.count")}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Row label={t("locks.wait")} times={locks.wait} longest={longest} />
          <Row label={t("locks.hold")} times={locks.hold} longest={longest} />
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt="xs">
        {t("locks.remark")}
      </Text>
    </TitledPanel>
  );
}

/** Bars grow with the logarithm: the longest is often a thousand times the usual. */
function Row({ label, times, longest }: { label: string; times: Times; longest: number }) {
  const lang = useLang();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} fz="sm">
        {label}
      </Table.Th>
      {PARTS.map((part) => (
        <Table.Td key={part} ta="right" className="tabular" fz="sm">
          {times.count === 0 ? "–" : formatMicros(times[part], lang)}
          <Meter share={(Math.log1p(times[part]) / Math.log1p(longest)) * 100} />
        </Table.Td>
      ))}
      <Table.Td ta="right" className="tabular" fz="sm">
        {formatCount(times.count, lang)}
      </Table.Td>
    </Table.Tr>
  );
}
