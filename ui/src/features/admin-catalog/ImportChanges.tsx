// What the file changes, row by row: each value before and after the import.
import { Table, Text } from "@mantine/core";
import { ArrowRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CsvCellChange, CsvRowChange, ImportedProducts } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import classes from "./admin-catalog.module.css";
import { useCellWords } from "./cellWords";

export function ImportChanges({ result }: { result: ImportedProducts }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const { changes, changeCount } = result;
  if (changeCount === 0) return null;
  const title = t("csv.changes.title", { count: changeCount, shown: formatCount(changeCount, lang) });
  return (
    <section aria-label={title}>
      <Text fw={600} size="sm" mb={4}>{title}</Text>
      <Table.ScrollContainer minWidth={620} mah="28rem" scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className={classes.number} w="3.5rem">{t("csv.line")}</Table.Th>
              <Table.Th scope="col">{t("csv.changes.product")}</Table.Th>
              <Table.Th scope="col" className={classes.whole}>{t("csv.column")}</Table.Th>
              <Table.Th scope="col">{t("csv.changes.before")}</Table.Th>
              <Table.Th scope="col">{t("csv.changes.after")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.flatMap((change) =>
              change.cells.map((cell, place) => <ChangedCell key={`${change.line} ${cell.column}`} change={change} cell={cell} first={place === 0} />),
            )}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {changeCount > changes.length && <Text size="sm" c="dimmed" mt={4}>{t("csv.changes.more", { shown: formatCount(changeCount - changes.length, lang) })}</Text>}
    </section>
  );
}

/** One changed value. The row and the product are written once, beside its first one. */
function ChangedCell({ change, cell, first }: { change: CsvRowChange; cell: CsvCellChange; first: boolean }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const { nameOf, valueOf } = useCellWords();
  const { line, name, optionName, cells } = change;
  return (
    <Table.Tr>
      {first && (
        <>
          <Table.Td rowSpan={cells.length} className={`tabular ${classes.number}`}>{formatCount(line, lang)}</Table.Td>
          <Table.Td rowSpan={cells.length} className={classes.previewName}>{optionName == null ? name : `${name} · ${optionName}`}</Table.Td>
        </>
      )}
      <Table.Td className={classes.whole}>{nameOf(cell.column)}</Table.Td>
      <Table.Td className={`tabular ${classes.before}`}>{cell.before == null ? t("csv.changes.nothing") : <del>{valueOf(cell.column, cell.before)}</del>}</Table.Td>
      <Table.Td className={`tabular ${classes.after}`}>
        <ArrowRight size={14} aria-hidden className={classes.arrow} />
        {cell.after == null ? t("csv.changes.nothing") : <ins>{valueOf(cell.column, cell.after)}</ins>}
      </Table.Td>
    </Table.Tr>
  );
}
