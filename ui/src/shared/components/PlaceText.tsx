// The place in the line at which an order or a coupon arrived, and at which it was served: "212번째로 도착, 212번째로 처리".
import { useTranslation } from "react-i18next";
import type { PlaceInLine } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatOrdinal } from "@/shared/text/format";

export function PlaceText({ place: { arrived, served } }: { place: PlaceInLine }) {
  const { t } = useTranslation("common");
  const lang = useLang();
  return <span className="tabular">{t("line.place", { arrived: formatOrdinal(arrived, lang), served: formatOrdinal(served, lang) })}</span>;
}
