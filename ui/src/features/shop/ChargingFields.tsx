// How a new shop lets customers charge points and pay orders, and the account to which they transfer. The form around it has these fields.
import { Checkbox, Radio, Stack, Text, TextInput } from "@mantine/core";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useFieldText } from "@/shared/forms/useFieldText";
import { CHOICES, type ChargingChoice, needsAccount } from "./charging";

export function ChargingFields() {
  const { t } = useTranslation("welcome");
  const { control, register } = useFormContext<ChargingChoice>();
  const [pointCharging, takesTransfers] = useWatch({ control, name: ["pointCharging", "takesTransfers"] });
  return (
    <>
      <Controller
        control={control}
        name="pointCharging"
        render={({ field: { value, onChange } }) => (
          <Radio.Group label={t("charging.label")} value={value} onChange={onChange}>
            <Stack gap="xs" mt={6}>
              {CHOICES.map((choice) => (
                <Radio key={choice} value={choice} label={t(`charging.${choice}`)} description={t(`charging.${choice}_text`)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
      />
      <Checkbox label={t("transfers.label")} description={t("transfers.text")} {...register("takesTransfers")} />
      {needsAccount({ pointCharging, takesTransfers }) && <AccountFields />}
    </>
  );
}

function AccountFields() {
  const { t } = useTranslation("welcome");
  const fieldText = useFieldText();
  const { register, formState } = useFormContext<ChargingChoice>();
  const { errors } = formState;
  return (
    <Stack gap="xs" role="group" aria-label={t("account.title")}>
      <div>
        <Text fw={500}>{t("account.title")}</Text>
        <Text size="sm" c="dimmed">
          {t("account.hint")}
        </Text>
      </div>
      <TextInput size="md" label={t("account.bank")} error={fieldText(errors.bank)} {...register("bank")} />
      <TextInput size="md" label={t("account.number")} inputMode="numeric" error={fieldText(errors.number)} {...register("number")} />
      <TextInput size="md" label={t("account.holder")} error={fieldText(errors.holder)} {...register("holder")} />
    </Stack>
  );
}
