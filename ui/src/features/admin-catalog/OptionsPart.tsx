// The options of a product in a grid of their own, which is saved apart from the form.
import { Button, Group, Text } from "@mantine/core";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ConflictDialog } from "@/shared/components/ConflictDialog";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { FormError } from "@/shared/forms/FormError";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";
import { takenWords } from "./codeTaken";
import { blankRow, MOST_OPTIONS, type OptionRow } from "./optionRows";
import { OwnStockDialog } from "./OwnStockDialog";
import { OptionsGrid } from "./OptionsGrid";
import type { OptionsEdit } from "./useOptionsEdit";

interface OptionsPartProps {
  edit: OptionsEdit;
  /** The price that an added option begins with. */
  price: number;
  disabled: boolean;
}

export function OptionsPart({ edit, price, disabled }: OptionsPartProps) {
  const { t } = useTranslation("adminProducts");
  const { rows, faults, isDirty, pending, change, revert, save, error } = edit;
  const blank = () => blankRow(price);
  const add = (
    <Button variant="default" size="xs" leftSection={<Plus size={16} aria-hidden />} disabled={disabled || rows.length >= MOST_OPTIONS} onClick={() => change([...rows, blank()])}>
      {t("options.add")}
    </Button>
  );
  return (
    <TitledPanel title={t("options.title")} hint={t("options.hint")} aside={add}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("options.empty")}
        </Text>
      ) : (
        <OptionsGrid rows={rows} faults={faults} onChange={change} blank={blank} withState disabled={disabled || pending} />
      )}
      <FormError error={error} words={takenWords(error, t)} />
      {(isDirty || pending) && (
        <Group justify="flex-end" gap="xs" mt="sm">
          <Button variant="subtle" color="gray" disabled={pending} onClick={revert}>
            {t("form.revert")}
          </Button>
          <Button loading={pending} onClick={save}>
            {t("options.save")}
          </Button>
        </Group>
      )}
      <Conflict edit={edit} />
      <OwnStockDialog edit={edit} />
    </TitledPanel>
  );
}

function Conflict({ edit: { conflict, keepMine, takeTheirs, decideLater, pending } }: { edit: OptionsEdit }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const shown = (row: OptionRow | undefined) => ({
    name: row?.name,
    nameEn: row?.nameEn,
    sku: row?.sku,
    barcode: row?.barcode,
    price: row === undefined ? undefined : formatWon(Number(row.price), lang),
    state: t(`options.stateOf.${row?.state ?? "DELETED"}`),
  });
  const [mine, theirs] = [shown(conflict?.mine), shown(conflict?.theirs)];
  const differences = (["name", "nameEn", "sku", "barcode", "price", "state"] as const).map((cell) => ({ label: t(`options.${cell}`), mine: mine[cell], theirs: theirs[cell] }));
  return (
    <ConflictDialog
      opened={conflict !== undefined}
      differences={differences.filter((row) => row.mine !== row.theirs)}
      onKeepMine={keepMine}
      onTakeTheirs={takeTheirs}
      onClose={decideLater}
      pending={pending}
    />
  );
}
