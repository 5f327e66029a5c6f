// Products from a spreadsheet: a file is chosen, checked without a change, then imported as a whole.
import { Button, Code, Group, Progress, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ColumnMapping } from "@/features/admin-catalog/ColumnMapping";
import { refusedFile } from "@/features/admin-catalog/columnMapping";
import { CsvDrop } from "@/features/admin-catalog/CsvDrop";
import { faultOf, useFaultWords } from "@/features/admin-catalog/faultWords";
import { ImportChanges } from "@/features/admin-catalog/ImportChanges";
import { ImportPreview, ImportReading, SheetChoice } from "@/features/admin-catalog/ImportPreview";
import { ImportRemarks } from "@/features/admin-catalog/ImportRemarks";
import { ImportResult } from "@/features/admin-catalog/ImportResult";
import { StockChanges } from "@/features/admin-catalog/StockChanges";
import { type ProductImport, useProductImport } from "@/features/admin-catalog/useProductImport";
import { BackLink } from "@/shared/components/BackLink";
import { Disclosure } from "@/shared/components/Disclosure";
import { ExportButton } from "@/shared/components/ExportButton";
import { PageHeading } from "@/shared/components/PageHeading";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { FormError } from "@/shared/forms/FormError";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import classes from "../products.module.css";

/** The names of the columns for programs. */
const COLUMNS = "id, name, nameEn, description, descriptionEn, category, price, limitedQuantity, state, saleRate, saleBeginsAt, saleEndsAt, stock, option, options, updatedAt, exportedStock";

export default function ImportPage() {
  const { t } = useTranslation("adminProducts");
  const table = useProductImport();
  const { checking, choose } = table;
  return (
    <>
      <BackLink to="/admin/products" label={t("list")} />
      <PageHeading title={t("import")} />
      <div className={classes.parts} data-narrow>
        {table.table === undefined ? (
          <TitledPanel title={t("csv.file")}>
            <CsvDrop onFile={(file) => void choose(file)} pending={checking} />
            <Rules />
          </TitledPanel>
        ) : (
          <>
            <Mapping table={table} />
            <TitledPanel title={table.table.name} hint={checking ? t("csv.checking") : undefined}>
              <Outcome table={table} />
            </TitledPanel>
          </>
        )}
      </div>
    </>
  );
}

function Outcome({ table }: { table: ProductImport }) {
  const { result, checking, importing, error } = table;
  return (
    <Stack gap="md">
      <Refusal error={error} />
      {result !== undefined && (
        <>
          <ImportResult result={result} />
          <ImportReading table={result.table} />
          {!result.done && <SheetChoice table={result.table} pending={checking || importing} onChoose={(sheet) => void table.chooseSheet(sheet)} />}
          <ImportRemarks result={result} />
          <StockChanges result={result} chosen={table.setsStock} pending={checking || importing} onChoose={(setStock) => void table.chooseStock(setStock)} />
          {!result.done && (
            <>
              {result.faultCount === 0 && <ImportChanges result={result} />}
              <ImportPreview result={result} />
            </>
          )}
        </>
      )}
      {importing && <Running progress={table.progress} />}
      {!checking && <Steps table={table} />}
    </Stack>
  );
}

/** The columns of a file that is not this shop's own, until it is taken in. */
function Mapping({ table }: { table: ProductImport }) {
  const { t } = useTranslation("adminProducts");
  const { result, error, checking, importing, remap } = table;
  const file = result === undefined ? refusedFile(error) : result.table;
  const isOwn = result !== undefined && result.table.source === "JANGTEO" && result.table.unusedHeaders.length === 0;
  if (file === undefined || isOwn || result?.done === true) return null;
  return (
    <TitledPanel title={t("csv.map.title")}>
      <ColumnMapping key={`${table.table?.name} ${file.source}`} file={file} pending={checking || importing} onApply={(columns) => void remap(columns)} />
    </TitledPanel>
  );
}

/** Why a file cannot be read, and on which line, where that is another than the line of names. */
function Refusal({ error }: Pick<ProductImport, "error">) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const wordsFor = useFaultWords();
  const fault = faultOf(error);
  const { line } = fault ?? {};
  const words = fault && wordsFor(fault);
  return <FormError error={error} words={words !== undefined && line !== undefined && line > 1 ? `${t("csv.left.line", { line: formatCount(line, lang) })}: ${words}` : words} />;
}

function Rules() {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  return (
    <Stack gap={6} mt="lg">
      <Group justify="space-between" gap="xs">
        <Text size="sm" flex="1 1 18rem">{t("csv.templateHint")}</Text>
        <ExportButton operation="export_products" request={{ language: lang, template: true }} file={t("csv.templateName")} label={t("csv.template")} />
      </Group>
      <Text size="sm">{t("csv.ruleId")}</Text>
      <Text size="sm">{t("csv.ruleOptions")}</Text>
      <Text size="sm">{t("csv.ruleWhole")}</Text>
      <Text size="sm" c="dimmed">{t("csv.ruleColumns")}</Text>
      <Disclosure label={t("csv.programs")}>
        <Code block className={classes.code}>{COLUMNS}</Code>
      </Disclosure>
    </Stack>
  );
}

function Running({ progress }: Pick<ProductImport, "progress">) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const share = progress === undefined || progress.total === 0 ? 0 : (progress.done / progress.total) * 100;
  const words = progress === undefined ? t("csv.importing") : t("csv.progress", { done: formatCount(progress.done, lang), total: formatCount(progress.total, lang) });
  return (
    <div role="status">
      <Progress value={share} aria-label={t("csv.importing")} />
      <Text size="sm" c="dimmed" mt={6} className="tabular">{words}</Text>
    </div>
  );
}

function Steps({ table }: { table: ProductImport }) {
  const { t } = useTranslation("adminProducts");
  const { result, importing, perform, startOver } = table;
  if (result?.done === true) {
    return (
      <Group justify="space-between">
        <Text fw={600} role="status">{t("csv.done")}</Text>
        <Group gap="xs">
          <Button variant="default" onClick={startOver}>{t("csv.another")}</Button>
          <Button component={Link} to="/admin/products">{t("csv.toList")}</Button>
        </Group>
      </Group>
    );
  }
  const sound = result !== undefined && result.faultCount === 0;
  const ready = sound && result.created + result.updated > 0;
  return (
    <Group justify="flex-end" gap="xs">
      {sound && !ready && <Text size="sm" role="status" flex={1}>{t("csv.nothing")}</Text>}
      <Button variant="default" disabled={importing} onClick={startOver}>{t("csv.another")}</Button>
      {ready && <Button loading={importing} onClick={() => void perform()}>{t("csv.perform")}</Button>}
    </Group>
  );
}
