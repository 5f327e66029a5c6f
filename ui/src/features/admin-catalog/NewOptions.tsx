// The options of a new product; they are created together with it.
import { ActionIcon, Button, Group, Stack, TextInput } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { useFieldArray, type UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useFieldText } from "@/shared/forms/useFieldText";
import { TitledPanel } from "@/shared/components/TitledPanel";
import type { ProductFields } from "./productFields";
import { WholeNumberInput } from "./WholeNumberInput";

const MOST_OPTIONS = 100;

export function NewOptions({ form }: { form: UseFormReturn<ProductFields> }) {
  const { t } = useTranslation("adminProducts");
  const fieldText = useFieldText();
  const { control, register, getValues, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: "options" });
  const add = (
    <Button
      variant="default"
      size="xs"
      leftSection={<Plus size={16} aria-hidden />}
      disabled={fields.length >= MOST_OPTIONS}
      onClick={() => append({ name: "", price: getValues("price"), stock: 0 })}
    >
      {t("options.add")}
    </Button>
  );
  return (
    <TitledPanel title={t("options.title")} hint={t("options.hint")} aside={add}>
      <Stack gap="sm">
        {fields.map(({ id }, place) => (
          <Group key={id} align="flex-start" wrap="nowrap" gap="sm">
            <TextInput
              flex={2}
              aria-label={t("options.name")}
              placeholder={t("options.name")}
              error={fieldText(formState.errors.options?.[place]?.name)}
              {...register(`options.${place}.name`)}
            />
            <WholeNumberInput flex={1} control={control} name={`options.${place}.price`} aria-label={t("options.price")} placeholder={t("options.price")} />
            <WholeNumberInput flex={1} control={control} name={`options.${place}.stock`} aria-label={t("options.stock")} placeholder={t("options.stock")} />
            <ActionIcon size={36} aria-label={t("options.remove", { name: getValues(`options.${place}.name`) || String(place + 1) })} onClick={() => remove(place)}>
              <Trash2 size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
    </TitledPanel>
  );
}
