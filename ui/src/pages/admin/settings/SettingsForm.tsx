// The settings as one form, in parts that the address can name. A change that another admin saved meanwhile is shown beside
// the own one before anything is overwritten.
import { zodResolver } from "@hookform/resolvers/zod";
import { Stack } from "@mantine/core";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Settings } from "@/ipc/generated/operations";
import { ConflictDialog, type Difference } from "@/shared/components/ConflictDialog";
import { Form } from "@/shared/forms/Form";
import { SaveBar } from "@/shared/forms/SaveBar";
import { AlertFields } from "./AlertFields";
import { CHARGING, DESKTOP, FIELDS, type Fields, fields, fieldsOf } from "./fields";
import { DocumentsPart } from "./DocumentsPart";
import { BackupFields, BusinessFields, ChargingFields, SellingFields, ShopFields, WebhookFields } from "./SettingsFields";
import { ShippingFields } from "./ShippingFields";
import { SettingsNav, SettingsPart } from "./SettingsNav";
import { useSaveSettings } from "./useSaveSettings";
import classes from "./settings.module.css";

export function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation("adminSettings");
  const form = useForm<Fields>({ resolver: zodResolver(fields), defaultValues: fieldsOf(settings) });
  const { isDirty } = form.formState;
  const { read, save, pending, theirs, takeTheirs, forgetTheirs, firstSecret } = useSaveSettings(settings, form);
  const submit = () => void form.handleSubmit((typed) => save(typed, read.updatedAt))();
  return (
    <div className={classes.page}>
      <SettingsNav />
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack maw="56rem">
          <SettingsPart name="shop">
            <ShopFields form={form} />
          </SettingsPart>
          <SettingsPart name="business" remark={t("business.remark")}>
            <BusinessFields form={form} />
          </SettingsPart>
          <SettingsPart name="selling">
            <SellingFields form={form} />
          </SettingsPart>
          <SettingsPart name="charging">
            <ChargingFields form={form} />
          </SettingsPart>
          <SettingsPart name="shipping">
            <ShippingFields form={form} />
          </SettingsPart>
          <SettingsPart name="backups">
            <BackupFields form={form} />
          </SettingsPart>
          <SettingsPart name="webhook">
            <WebhookFields form={form} settings={settings} firstSecret={firstSecret} />
          </SettingsPart>
          <SettingsPart name="alerts" remark={t("alerts.remark")}>
            <AlertFields form={form} />
          </SettingsPart>
          <SaveBar
            label={t("save")}
            status={isDirty ? t("unsaved") : t("allSaved")}
            unsaved={isDirty}
            pending={pending}
            onSave={submit}
            revert={{ label: t("discard"), onRevert: () => form.reset(fieldsOf(read)) }}
          />
        </Stack>
      </Form>
      <DocumentsPart />
      <ConflictDialog
        opened={theirs !== null}
        pending={pending}
        differences={useDifferences(form.getValues(), theirs)}
        onKeepMine={() => theirs !== null && save(form.getValues(), theirs.updatedAt)}
        onTakeTheirs={takeTheirs}
        onClose={forgetTheirs}
      />
    </div>
  );
}

function useDifferences(mine: Fields, theirs: Settings | null): Difference[] {
  const { t } = useTranslation("adminSettings");
  if (theirs === null) return [];
  const other = fieldsOf(theirs);
  const said = (field: keyof Fields, value: Fields[keyof Fields]) => {
    if (typeof value === "boolean") return t(value ? "on" : "off");
    if (isCharging(value) && field === "pointCharging") return t(`pointCharging.${value}`);
    return isDesktop(value) && field === "desktop" ? t(`desktop.${value}`) : value;
  };
  return FIELDS.filter((field) => mine[field] !== other[field]).map((field) => ({ label: t(`${field}.label`), mine: said(field, mine[field]), theirs: said(field, other[field]) }));
}

function isCharging(value: unknown): value is Fields["pointCharging"] {
  return CHARGING.some((each) => each === value);
}

function isDesktop(value: unknown): value is Fields["desktop"] {
  return DESKTOP.some((each) => each === value);
}
