// The options of a new product; they are created together with it.
import { Button, Text } from "@mantine/core";
import { Plus } from "lucide-react";
import type { UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { blankRow, CELLS, MOST_OPTIONS, type OptionRow } from "./optionRows";
import { OptionsGrid } from "./OptionsGrid";
import type { ProductFields } from "./productFields";

export function NewOptions({ form }: { form: UseFormReturn<ProductFields> }) {
  const { t } = useTranslation("adminProducts");
  const { errors, isSubmitted } = form.formState;
  const rows = form.watch("options");
  const blank = () => blankRow(form.getValues("price"));
  const change = (changed: OptionRow[]) => form.setValue("options", changed, { shouldDirty: true, shouldValidate: isSubmitted });
  const faults = rows.map((_, place) => Object.fromEntries(CELLS.map((cell) => [cell, errors.options?.[place]?.[cell]])));
  const add = (
    <Button variant="default" size="xs" leftSection={<Plus size={16} aria-hidden />} disabled={rows.length >= MOST_OPTIONS} onClick={() => change([...rows, blank()])}>
      {t("options.add")}
    </Button>
  );
  return (
    <TitledPanel title={t("options.title")} hint={t("options.hint")} aside={add}>
      {rows.length === 0 ? <Text size="sm" c="dimmed">{t("options.none")}</Text> : <OptionsGrid rows={rows} faults={faults} onChange={change} blank={blank} withState={false} />}
    </TitledPanel>
  );
}
