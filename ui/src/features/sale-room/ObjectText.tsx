// What the room sells in words: its name, and its price or discount.
import { useTranslation } from "react-i18next";
import type { SaleObject } from "@/ipc/generated/operations";
import { NameText } from "@/shared/components/NameText";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";

export function ObjectName({ object }: { object: SaleObject }) {
  return <NameText name={object.name} nameEn={object.nameEn} />;
}

/** "18,000원", "15% 할인". */
export function ObjectValue({ object }: { object: SaleObject }) {
  const { t } = useTranslation("saleRoom");
  const lang = useLang();
  if (object.kind === "PRODUCT") return <>{formatWon(object.price ?? 0, lang)}</>;
  return <>{t("discount", { value: object.discountRate ? `${object.discountRate}%` : formatWon(object.discountPrice ?? 0, lang) })}</>;
}
