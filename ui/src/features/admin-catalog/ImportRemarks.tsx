// Remarks on a file before it is imported, none of them an error: names that exist already, rows without a product, and
// columns that are not used.
import { Alert, List, Text } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ImportedProducts } from "@/ipc/generated/operations";
import { Disclosure } from "@/shared/components/Disclosure";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";

export function ImportRemarks({ result }: { result: ImportedProducts }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const { created, existingNames, leftOut, leftOutCount, table } = result;
  const unused = table.unusedHeaders;
  return (
    <>
      {existingNames > 0 && (
        <Alert color="yellow" variant="light" icon={<TriangleAlert size={18} aria-hidden />} role="status">
          <Text size="sm" fw={600} c="var(--mantine-color-text)">{t("csv.existing.title", { count: existingNames, shown: formatCount(existingNames, lang) })}</Text>
          <Text size="sm" c="var(--mantine-color-text)">{t("csv.existing.text", { created: formatCount(created, lang), shown: formatCount(existingNames, lang) })}</Text>
        </Alert>
      )}
      {leftOutCount > 0 && (
        <Disclosure label={t("csv.left.title", { count: leftOutCount, shown: formatCount(leftOutCount, lang) })}>
          <List size="sm" spacing={2}>
            {leftOut.map(({ line, reason }) => (
              <List.Item key={line}>{`${t("csv.left.line", { line: formatCount(line, lang) })}: ${t(`csv.left.why.${reason}`)}`}</List.Item>
            ))}
          </List>
          {leftOutCount > leftOut.length && <Text size="sm" c="dimmed">{t("csv.left.more", { shown: formatCount(leftOutCount - leftOut.length, lang) })}</Text>}
        </Disclosure>
      )}
      {unused.length > 0 && (
        <Disclosure label={t("csv.map.unused", { count: unused.length, shown: formatCount(unused.length, lang) })}>
          <Text size="sm">{unused.join(", ")}</Text>
        </Disclosure>
      )}
    </>
  );
}
