// The message under a field of the coupon form: its own rules first, those that all forms share otherwise.
import { useTranslation } from "react-i18next";
import { useFieldText } from "@/shared/forms/useFieldText";
import texts from "@/locales/ko/adminCoupons.json";

type Refusal = keyof typeof texts.refused;

export function useRefusedText(): (failure: { message?: string } | undefined) => string | undefined {
  const { t } = useTranslation("adminCoupons");
  const fieldText = useFieldText();
  return (failure) => (isOwn(failure?.message) ? t(`refused.${failure.message as Refusal}`) : fieldText(failure));
}

function isOwn(message: string | undefined): message is Refusal {
  return message !== undefined && message in texts.refused;
}
