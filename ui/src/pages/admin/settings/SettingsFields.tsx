// The fields of each part of the settings.
import { Select, TextInput } from "@mantine/core";
import { Controller, type UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { BUSINESS_FIELDS } from "@/features/shop/business";
import type { Settings } from "@/ipc/generated/operations";
import { SwitchField } from "@/shared/forms/SwitchField";
import { useFieldText } from "@/shared/forms/useFieldText";
import { CHARGING, type Fields } from "./fields";
import { FigureField } from "./FigureField";
import { ROW, TOGGLE } from "./row";
import { WebhookSigning } from "./WebhookSigning";

interface PartProps {
  form: UseFormReturn<Fields>;
}

export function ShopFields({ form }: PartProps) {
  const { t } = useTranslation("adminSettings");
  const error = useFieldText()(form.formState.errors.shopName);
  return <TextInput label={t("shopName.label")} description={t("shopName.hint")} classNames={ROW} error={error} {...form.register("shopName")} />;
}

/** The facts about the business that the law wants shown to customers. */
export function BusinessFields({ form }: PartProps) {
  const { t } = useTranslation("adminSettings");
  const fieldText = useFieldText();
  const { errors } = form.formState;
  const hints: Partial<Record<(typeof BUSINESS_FIELDS)[number], string>> = {
    businessName: t("businessName.hint"),
    registrationNumber: t("registrationNumber.hint"),
    mailOrderNumber: t("mailOrderNumber.hint"),
  };
  return BUSINESS_FIELDS.map((field) => (
    <TextInput key={field} label={t(`${field}.label`)} description={hints[field]} classNames={ROW} error={fieldText(errors[field])} {...form.register(field)} />
  ));
}

export function SellingFields({ form }: PartProps) {
  const { t } = useTranslation("adminSettings");
  return (
    <>
      <FigureField form={form} name="lowStockThreshold" max={100} hint={t("lowStockThreshold.hint")} />
      <FigureField form={form} name="orderExpiryMinutes" max={10_080} hint={t("orderExpiryMinutes.hint")} />
    </>
  );
}

/** How points are charged and orders are paid, and the account to which customers transfer. */
export function ChargingFields({ form }: PartProps) {
  const { t } = useTranslation("adminSettings");
  const fieldText = useFieldText();
  const { errors } = form.formState;
  const data = CHARGING.map((value) => ({ value, label: t(`pointCharging.${value}`) }));
  return (
    <>
      <Controller
        control={form.control}
        name="pointCharging"
        render={({ field: { ref, ...field } }) => (
          <Select {...field} ref={ref} label={t("pointCharging.label")} description={t("pointCharging.hint")} classNames={ROW} data={data} allowDeselect={false} />
        )}
      />
      <SwitchField control={form.control} name="takesTransfers" label={t("takesTransfers.label")} description={t("takesTransfers.hint")} classNames={TOGGLE} />
      <SwitchField control={form.control} name="takesCash" label={t("takesCash.label")} description={t("takesCash.hint")} classNames={TOGGLE} />
      <FigureField form={form} name="depositDays" max={30} hint={t("depositDays.hint")} />
      <FigureField form={form} name="returnDays" max={365} hint={t("returnDays.hint")} />
      <TextInput label={t("bank.label")} description={t("bank.hint")} classNames={ROW} error={fieldText(errors.bank)} {...form.register("bank")} />
      <TextInput label={t("number.label")} classNames={ROW} inputMode="numeric" error={fieldText(errors.number)} {...form.register("number")} />
      <TextInput label={t("holder.label")} classNames={ROW} error={fieldText(errors.holder)} {...form.register("holder")} />
    </>
  );
}

export function BackupFields({ form }: PartProps) {
  const { t } = useTranslation("adminSettings");
  return (
    <>
      <FigureField form={form} name="backupHour" max={23} hint={t("backupHour.hint")} />
      <FigureField form={form} name="backupsKept" max={90} hint={t("backupsKept.hint")} />
    </>
  );
}

/** `firstSecret` is the key that saving the address has made just now. */
export function WebhookFields({ form, settings, firstSecret }: PartProps & { settings: Settings; firstSecret: string | undefined }) {
  const { t } = useTranslation("adminSettings");
  const error = form.formState.errors.webhookUrl && t("webhookUrl.invalid");
  return (
    <>
      <TextInput label={t("webhookUrl.label")} description={t("webhookUrl.hint")} classNames={ROW} type="url" placeholder="https://" error={error} {...form.register("webhookUrl")} />
      <SwitchField control={form.control} name="webhookAllowLocal" label={t("webhookAllowLocal.label")} description={t("webhookAllowLocal.hint")} classNames={TOGGLE} />
      <WebhookSigning settings={settings} first={firstSecret} />
    </>
  );
}
