// Before and after, side by side.
import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Change } from "@/features/admin-system/changes";
import { useActWords } from "./actWords";
import classes from "./audit.module.css";
import { useValueText } from "./useValueText";

export function ChangeTable({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation("adminAudit");
  const words = useActWords();
  return (
    <Table withTableBorder layout="fixed" verticalSpacing={6} fz="sm" maw={900}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="12rem">{t("fieldName")}</Table.Th>
          <Table.Th>{t("before")}</Table.Th>
          <Table.Th>{t("after")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map(({ field, before, after }) => (
          <Table.Tr key={field}>
            <Table.Th scope="row" fw={500}>
              {words.field(field)}
            </Table.Th>
            <Table.Td>
              <Value field={field} value={before} />
            </Table.Td>
            <Table.Td>
              <Value field={field} value={after} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Value({ field, value }: { field: string; value: unknown }) {
  const { t } = useTranslation("adminAudit");
  const text = useValueText()(field, value);
  return text === undefined ? (
    <Text span inherit c="dimmed">
      {t("none")}
    </Text>
  ) : (
    <span className={`tabular ${classes.value}`}>{text}</span>
  );
}
