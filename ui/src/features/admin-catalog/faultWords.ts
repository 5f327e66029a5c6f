// The text of an error in a row of a file. The shop sends a code with its bounds; a code that is newer than these texts
// has a general sentence.
import { useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import type { CsvFault } from "@/ipc/generated/operations";
import texts from "@/locales/ko/adminProducts.json";
import { useLang } from "@/shared/hooks/useLang";
import { audience } from "@/shared/text/audience";
import { formatCount } from "@/shared/text/format";

type Why = keyof typeof texts.csv.why;

function isKnown(reason: string): reason is Why {
  return reason in texts.csv.why;
}

export type Fault = Pick<CsvFault, "column" | "reason" | "least" | "most">;

export function useFaultWords(): (fault: Fault) => string {
  const { t } = useTranslation(["adminProducts", "common"]);
  const lang = useLang();
  const bound = (figure: number | null | undefined) => (figure == null ? "" : formatCount(figure, lang));
  return ({ column, reason, least, most }) =>
    isKnown(reason) ? t(`csv.why.${reason}`, { column: column ?? "", least: bound(least), most: bound(most) }) : t("common:field.refused", { context: audience() });
}

/** The fault of a file that cannot be read. Of unknown columns all are named at once. */
export function faultOf(error: ShopError | null): CsvFault | undefined {
  const faults = error?.code === "INVALID_INPUT" ? (error.details.faults ?? []) : [];
  const [first, ...others] = faults;
  if (first?.reason !== "UNKNOWN_COLUMN") return first;
  return { ...first, column: [first, ...others].map(({ column }) => column).join(", ") };
}
