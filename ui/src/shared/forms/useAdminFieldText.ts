// The words under a refused field of the admin panel, which speaks in plain nouns; those of all forms where it has none.
import { useTranslation } from "react-i18next";
import admin from "@/locales/ko/admin.json";
import { useFieldText } from "./useFieldText";

type Refusal = keyof typeof admin.field;

export function useAdminFieldText(): ReturnType<typeof useFieldText> {
  const { t } = useTranslation("admin");
  const fieldText = useFieldText();
  return (failure) => (isOwn(failure?.message) ? t(`field.${failure.message as Refusal}`) : fieldText(failure));
}

function isOwn(message: string | undefined): message is Refusal {
  return message !== undefined && message in admin.field;
}
