// One option, new or changed.
import { Button, Group, Modal, SegmentedControl, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { Controller } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { AdminProduct, AdminProductOption } from "@/ipc/generated/operations";
import { ConflictDialog } from "@/shared/components/ConflictDialog";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";
import { OPTION_STATES, useOptionForm } from "./useOptionForm";
import { WholeNumberInput } from "./WholeNumberInput";

interface OptionDialogProps {
  product: AdminProduct;
  /** The dialog is open while there is one. */
  option: AdminProductOption | "new" | undefined;
  onClose: () => void;
}

export function OptionDialog({ product, option, onClose }: OptionDialogProps) {
  const { t } = useTranslation(["adminProducts", "common"]);
  const title = option === undefined || option === "new" ? t("options.add") : t("options.edit", { name: option.name });
  return (
    // A stack, so that Esc closes a conflict shown above and not this as well.
    <Modal.Stack>
      <Modal stackId="option" opened={option !== undefined} onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("common:close") }}>
        {option !== undefined && <OptionFields product={product} option={option} onClose={onClose} />}
      </Modal>
    </Modal.Stack>
  );
}

function OptionFields({ product, option, onClose }: OptionDialogProps & { option: AdminProductOption | "new" }) {
  const { t } = useTranslation(["adminProducts", "common"]);
  const fieldText = useFieldText();
  const lang = useLang();
  const isNew = option === "new";
  const { form, submit, pending, error, conflict, keepMine, takeTheirs, decideLater } = useOptionForm(product, isNew ? undefined : option, onClose);
  const { control, register, formState } = form;
  const mine = form.watch();
  const differences = conflict === undefined ? [] : [
    { label: t("options.name"), mine: mine.name, theirs: conflict.option?.name },
    { label: t("options.price"), mine: formatWon(Number(mine.price), lang), theirs: conflict.option === undefined ? undefined : formatWon(conflict.option.basePrice, lang) },
    { label: t("options.state"), mine: t(`options.stateOf.${mine.state}`), theirs: t(`options.stateOf.${conflict.option?.state ?? "DELETED"}`) },
  ].filter((row) => row.mine !== row.theirs);
  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <TextInput label={t("options.name")} data-autofocus error={fieldText(formState.errors.name)} {...register("name")} />
        <SimpleGrid cols={2}>
          <WholeNumberInput control={control} name="price" label={t("options.price")} />
          {isNew && <WholeNumberInput control={control} name="stock" label={t("options.stock")} />}
        </SimpleGrid>
        {!isNew && (
          <Controller
            control={control}
            name="state"
            render={({ field: { value, onChange } }) => (
              <SegmentedControl aria-label={t("options.state")} value={value} onChange={onChange} data={OPTION_STATES.map((state) => ({ value: state, label: t(`options.stateOf.${state}`) }))} />
            )}
          />
        )}
        <FormError error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>{t("common:cancel")}</Button>
          <Button type="submit" loading={pending}>{isNew ? t("options.add") : t("options.save")}</Button>
        </Group>
      </Stack>
      <ConflictDialog opened={conflict !== undefined} differences={differences} onKeepMine={keepMine} onTakeTheirs={takeTheirs} onClose={decideLater} pending={pending} />
    </Form>
  );
}
