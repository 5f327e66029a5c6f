// The words under a field that was refused.
import { useTranslation } from "react-i18next";
import common from "@/locales/ko/common.json";
import { audience } from "@/shared/text/audience";

type Refusal = keyof typeof common.field;

/** Turns the failure of a rule (see rules.ts) into words; undefined when there is none. */
export function useFieldText(): (failure: { message?: string } | undefined) => string | undefined {
  const { t } = useTranslation("common");
  return (failure) => {
    if (failure === undefined) return undefined;
    return t(`field.${isRefusal(failure.message) ? failure.message : "refused"}`, { context: audience() });
  };
}

function isRefusal(message: string | undefined): message is Refusal {
  return message !== undefined && message in common.field;
}
