// The state of a scratch shop at several moments, side by side. A figure that differs from the one before it is marked.
import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LabState } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import classes from "./lab.module.css";

interface StateTableProps {
  caption: string;
  moments: readonly { label: string; state: LabState }[];
  figures: readonly (keyof LabState)[];
}

export function StateTable({ caption, moments, figures }: StateTableProps) {
  const { t } = useTranslation("adminLab");
  const lang = useLang();
  return (
    // Focusable, so that the keyboard can scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroller} tabIndex={0} role="region" aria-label={caption}>
      <Table aria-label={caption}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("state.moment")}</Table.Th>
            {figures.map((figure) => (
              <Table.Th key={figure} ta="right">
                {t(`state.${figure}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {moments.map(({ label, state }, row) => (
            <Table.Tr key={label}>
              <Table.Th scope="row">{label}</Table.Th>
              {figures.map((figure) => {
                const before = moments[row - 1]?.state[figure];
                return (
                  <Table.Td key={figure} ta="right" className="tabular" fw={before !== undefined && before !== state[figure] ? 700 : undefined}>
                    {formatCount(state[figure], lang)}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
