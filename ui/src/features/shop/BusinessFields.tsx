// The facts about the business in the form that sets up a shop; none of them has to be given. The form around it has these
// fields.
import { Stack, Text, TextInput } from "@mantine/core";
import { useFormContext } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Disclosure } from "@/shared/components/Disclosure";
import { useFieldText } from "@/shared/forms/useFieldText";
import { BUSINESS_FIELDS, type BusinessChoice } from "./business";

export function BusinessFields() {
  const { t } = useTranslation("common");
  const fieldText = useFieldText();
  const { register, formState } = useFormContext<BusinessChoice>();
  const { errors } = formState;
  return (
    <Disclosure label={t("business.title")}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t("business.hint")}
        </Text>
        {BUSINESS_FIELDS.map((field) => (
          <TextInput key={field} size="md" label={t(`business.${field}`)} error={fieldText(errors[field])} {...register(field)} />
        ))}
      </Stack>
    </Disclosure>
  );
}
