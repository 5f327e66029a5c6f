// Which column of the file becomes which field of a product: the shop's proposal, which can be changed before the import.
import { Button, Group, Select, Stack, Table, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CsvColumn } from "@/ipc/generated/operations";
import { type Choices, choicesOf, columnsOf, fieldsFor, isEnough, type MappedField, type MappedFile } from "./columnMapping";

interface ColumnMappingProps {
  file: MappedFile;
  pending: boolean;
  onApply: (columns: CsvColumn[]) => void;
}

export function ColumnMapping({ file, pending, onApply }: ColumnMappingProps) {
  const { t } = useTranslation("adminProducts");
  const [choices, setChoices] = useState<Choices>(() => choicesOf(file));
  const enough = isEnough(choices);
  const choose = (field: MappedField, change: Partial<Choices[MappedField]>) => {
    setChoices((former) => ({ ...former, [field]: { from: "", ifEmpty: "", ...former[field], ...change } }));
  };
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">{t("csv.map.hint")}</Text>
      {file.isRemembered && <Text size="sm" fw={600}>{t("csv.map.remembered")}</Text>}
      <Table verticalSpacing={6} aria-label={t("csv.map.title")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w="40%">{t("csv.map.ours")}</Table.Th>
            <Table.Th scope="col">{t("csv.map.theirs")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fieldsFor(file.source).map((field) => (
            <FieldRow key={field} field={field} headers={file.headers} choice={choices[field]} onChange={(change) => choose(field, change)} />
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" gap="sm">
        {!enough && <Text size="sm" c="var(--mantine-color-error)" role="status">{t("csv.map.needed")}</Text>}
        <Button variant="default" loading={pending} disabled={!enough} onClick={() => onApply(columnsOf(choices))}>{t("csv.map.apply")}</Button>
      </Group>
    </Stack>
  );
}

interface FieldRowProps {
  field: MappedField;
  headers: readonly string[];
  choice: Choices[MappedField];
  onChange: (change: Partial<Choices[MappedField]>) => void;
}

function FieldRow({ field, headers, choice, onChange }: FieldRowProps) {
  const { t } = useTranslation("adminProducts");
  const column = t(`csv.map.column.${field}`);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>{column}</Table.Th>
      <Table.Td>
        <Select
          size="xs"
          aria-label={t("csv.map.fromOf", { column })}
          placeholder={t("csv.map.none")}
          data={[...new Set(headers)]}
          value={choice?.from || null}
          onChange={(from) => onChange({ from: from ?? "" })}
          clearable
          searchable={headers.length > 10}
        />
        {field === "category" && (
          <TextInput mt={6} size="xs" placeholder={t("csv.map.ifEmpty")} aria-label={t("csv.map.ifEmptyOf", { column })} maxLength={50} value={choice?.ifEmpty ?? ""} onChange={(event) => onChange({ ifEmpty: event.currentTarget.value })} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}
