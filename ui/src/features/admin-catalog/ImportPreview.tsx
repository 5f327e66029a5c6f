// How the file was read, and the first products as they will be.
import { Badge, Select, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CsvPreviewRow, CsvTable, ImportedProducts } from "@/ipc/generated/operations";
import { Facts } from "@/shared/components/Facts";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon } from "@/shared/text/format";
import classes from "./admin-catalog.module.css";

const DELIMITERS: Readonly<Record<string, "comma" | "semicolon" | "tab">> = { ",": "comma", ";": "semicolon", "\t": "tab" };

export function ImportReading({ table }: { table: CsvTable }) {
  const { t } = useTranslation("adminProducts");
  const delimiter = DELIMITERS[table.delimiter];
  const source = { label: t("csv.read.source"), value: t(`csv.read.sources.${table.source}`) };
  const facts =
    table.format === "XLSX"
      ? [{ label: t("csv.read.format"), value: "XLSX" }, ...(table.sheet == null ? [] : [{ label: t("csv.read.sheet"), value: table.sheet }])]
      : [
          { label: t("csv.read.encoding"), value: table.encoding },
          { label: t("csv.read.delimiter"), value: delimiter === undefined ? table.delimiter : t(`csv.read.delimiters.${delimiter}`) },
        ];
  return <Facts facts={[source, ...facts]} />;
}

/** The sheets of a workbook, where there are several. */
export function SheetChoice({ table, pending, onChoose }: { table: CsvTable; pending: boolean; onChoose: (sheet: string) => void }) {
  const { t } = useTranslation("adminProducts");
  if (table.sheets.length < 2) return null;
  return <Select label={t("csv.read.sheet")} data={[...new Set(table.sheets)]} value={table.sheet ?? null} disabled={pending} allowDeselect={false} onChange={(sheet) => sheet !== null && onChoose(sheet)} />;
}

export function ImportPreview({ result }: { result: ImportedProducts }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const { firstRows } = result;
  if (firstRows.length === 0) return null;
  return (
    <section aria-label={t("csv.preview.title")}>
      <Text fw={600} size="sm">{t("csv.preview.title")}</Text>
      <Text size="sm" c="dimmed" mb={4}>{t("csv.preview.hint", { count: firstRows.length, shown: formatCount(firstRows.length, lang) })}</Text>
      <Table.ScrollContainer minWidth={620} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs" aria-label={t("csv.preview.title")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className={classes.number} w="3.5rem">{t("csv.preview.line")}</Table.Th>
              <Table.Th scope="col">{t("csv.preview.name")}</Table.Th>
              <Table.Th scope="col" className={classes.whole}>{t("csv.preview.category")}</Table.Th>
              <Table.Th scope="col" className={classes.number}>{t("csv.preview.price")}</Table.Th>
              <Table.Th scope="col" className={classes.number}>{t("csv.preview.stock")}</Table.Th>
              <Table.Th scope="col">{t("csv.preview.options")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {firstRows.map((row) => (
              <PreviewRow key={row.line} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function PreviewRow({ row }: { row: CsvPreviewRow }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const kind = row.productId == null ? t("csv.preview.isNew") : `${t("csv.preview.changed")} #${row.productId}`;
  return (
    <Table.Tr>
      <Table.Td className={`tabular ${classes.number}`}>{formatCount(row.line, lang)}</Table.Td>
      <Table.Td className={classes.previewName}>
        {row.name}{" "}
        <Badge size="xs" variant="default" className="tabular">{kind}</Badge>
        {row.description !== "" && <Text size="xs" c="dimmed" lineClamp={1}>{row.description}</Text>}
      </Table.Td>
      <Table.Td className={classes.whole}>{row.category}</Table.Td>
      <Table.Td className={`tabular ${classes.number}`}>{formatWon(row.price, lang)}</Table.Td>
      <Table.Td className={`tabular ${classes.number}`}>{formatCount(row.stock, lang)}</Table.Td>
      <Table.Td>{row.options.length === 0 ? t("csv.preview.noOptions") : row.options.join(", ")}</Table.Td>
    </Table.Tr>
  );
}
