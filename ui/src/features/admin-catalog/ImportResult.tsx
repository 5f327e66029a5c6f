// The effect of an import, planned or done: how many products are created, updated and left as they are, or the rows with errors.
import { Alert, SimpleGrid, Table, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ImportedProducts } from "@/ipc/generated/operations";
import { FigureTile } from "@/shared/components/FigureTile";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { useFaultWords } from "./faultWords";
import classes from "./admin-catalog.module.css";

export function ImportResult({ result }: { result: ImportedProducts }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  if (result.faultCount > 0) return <Faults result={result} />;
  const figures = [
    { label: t("csv.created"), value: result.created },
    { label: t("csv.updated"), value: result.updated },
    { label: t("csv.unchanged"), value: result.unchanged },
  ];
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md" component="dl" m={0}>
      {figures.map(({ label, value }) => (
        <FigureTile key={label} large label={label} value={formatCount(value, lang)} />
      ))}
    </SimpleGrid>
  );
}

function Faults({ result }: { result: ImportedProducts }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const wordsFor = useFaultWords();
  const { faults, faultCount, table } = result;
  // What the file itself calls the column, where that is another name.
  const nameOf = (column: string) => table.columns.find((mapped) => mapped.column === column)?.from ?? column;
  return (
    <>
      <Alert color="red" variant="light" icon={<CircleAlert size={18} aria-hidden />} mb="md" role="alert">
        <Text size="sm" fw={600} c="var(--mantine-color-text)">
          {t("csv.faultTitle", { count: faultCount, shown: formatCount(faultCount, lang) })}
        </Text>
        <Text size="sm" c="var(--mantine-color-text)">
          {t("csv.faultText")}
        </Text>
      </Alert>
      <Table verticalSpacing="xs" aria-label={t("csv.faults")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={classes.number} w="3.5rem">{t("csv.line")}</Table.Th>
            <Table.Th scope="col" className={classes.whole}>{t("csv.column")}</Table.Th>
            <Table.Th scope="col">{t("csv.reason")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {faults.map((fault, place) => (
            <Table.Tr key={place}>
              <Table.Td className={`tabular ${classes.number}`}>{formatCount(fault.line, lang)}</Table.Td>
              <Table.Td className={classes.faultColumn}>{fault.column == null ? "–" : nameOf(fault.column)}</Table.Td>
              <Table.Td w="100%">{wordsFor(fault)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {faultCount > faults.length && <Text size="sm" c="dimmed" mt="sm">{t("csv.faultMore", { shown: formatCount(faultCount - faults.length, lang) })}</Text>}
    </>
  );
}
