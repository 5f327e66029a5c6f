// Rows whose stock differs between the file and the shop: each level, and the choice to set it.
import { Checkbox, Stack, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CsvStockChange, ImportedProducts } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import classes from "./admin-catalog.module.css";

interface StockChangesProps {
  result: ImportedProducts;
  chosen: boolean;
  pending: boolean;
  onChoose: (setStock: boolean) => void;
}

export function StockChanges({ result, chosen, pending, onChoose }: StockChangesProps) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const { stockChanges, stockChangeCount, stockSet, done } = result;
  if (stockChangeCount === 0) return null;
  const count = { count: stockChangeCount, shown: formatCount(stockChangeCount, lang) };
  const title = t(done && stockSet ? "csv.stock.set" : "csv.stock.title", count);
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Text fw={600} size="sm">{title}</Text>
      {!done && (
        <Checkbox label={t("csv.stock.choose")} description={t("csv.stock.text")} checked={chosen} disabled={pending} onChange={(event) => onChoose(event.currentTarget.checked)} />
      )}
      <Table.ScrollContainer minWidth={460} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className={classes.number} w="3.5rem">{t("csv.line")}</Table.Th>
              <Table.Th scope="col">{t("csv.stock.product")}</Table.Th>
              <Table.Th scope="col" className={classes.number}>{t("csv.stock.exported")}</Table.Th>
              <Table.Th scope="col" className={classes.number}>{t("csv.stock.now")}</Table.Th>
              <Table.Th scope="col" className={classes.number}>{t("csv.stock.stated")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {stockChanges.map((change) => (
              <ChangeRow key={`${change.productId}-${change.productOptionId ?? 0}`} change={change} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {stockChangeCount > stockChanges.length && <Text size="sm" c="dimmed">{t("csv.stock.more", { shown: formatCount(stockChangeCount - stockChanges.length, lang) })}</Text>}
    </Stack>
  );
}

function ChangeRow({ change }: { change: CsvStockChange }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const { line, name, optionName, available, stated, exported } = change;
  const moved = exported != null && exported !== available;
  const figure = `tabular ${classes.number}`;
  return (
    <Table.Tr>
      <Table.Td className={figure}>{formatCount(line, lang)}</Table.Td>
      <Table.Td>
        {optionName == null ? name : `${name} · ${optionName}`}
        {moved && <Text size="xs" c="var(--mantine-color-error)">{t("csv.stock.moved")}</Text>}
      </Table.Td>
      <Table.Td className={figure}>{exported == null ? "–" : formatCount(exported, lang)}</Table.Td>
      <Table.Td className={figure}>{formatCount(available, lang)}</Table.Td>
      <Table.Td className={figure}>{formatCount(stated, lang)}</Table.Td>
    </Table.Tr>
  );
}
