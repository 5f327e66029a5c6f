// What a new customer agrees to: each text with a link to it, offers, and all of them at once. Nothing where the shop has no texts.
import { Anchor, Checkbox, Stack, Text } from "@mantine/core";
import { Controller, type UseFormReturn, useWatch } from "react-hook-form";
import { Trans, useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DOCUMENT_PAGES, useDocumentsInForce } from "@/features/shop/documents";
import { useFieldText } from "@/shared/forms/useFieldText";
import type { Account } from "./RegisterForm";

export function ConsentFields({ form }: { form: UseFormReturn<Account> }) {
  const { t } = useTranslation(["auth", "common"]);
  const fieldText = useFieldText();
  const texts = useDocumentsInForce();
  const fields = [...texts.map(({ document }) => document), "MARKETING" as const];
  const agreed = useWatch({ control: form.control, name: fields });
  if (texts.length === 0) return null;
  const all = agreed.every(Boolean);
  const agreeToAll = (value: boolean) => fields.forEach((field) => form.setValue(field, value, { shouldDirty: true, shouldValidate: form.formState.isSubmitted }));
  return (
    <Stack gap="xs" role="group" aria-label={t("register.consents")}>
      <Checkbox
        fw={600}
        label={t("register.agreeAll")}
        checked={all}
        indeterminate={!all && agreed.some(Boolean)}
        onChange={({ currentTarget }) => agreeToAll(currentTarget.checked)}
      />
      {texts.map(({ document }) => (
        <Controller
          key={document}
          control={form.control}
          name={document}
          render={({ field: { value, onChange, ref }, fieldState }) => (
            <Checkbox
              ref={ref}
              required
              checked={value}
              onChange={onChange}
              error={fieldText(fieldState.error)}
              label={
                <Trans
                  t={t}
                  i18nKey="register.agree"
                  values={{ document: t(`common:document.${document}`) }}
                  components={{ text: <Anchor component={Link} to={DOCUMENT_PAGES[document]} target="_blank" fz="inherit" underline="always" /> }}
                />
              }
            />
          )}
        />
      ))}
      <Controller
        control={form.control}
        name="MARKETING"
        render={({ field: { value, onChange, ref } }) => <Checkbox ref={ref} checked={value} onChange={onChange} label={t("register.marketing")} />}
      />
      <Text size="sm" c="dimmed">
        {t("register.marketingHint")}
      </Text>
    </Stack>
  );
}
