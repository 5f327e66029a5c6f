// The differences between the form and the version that another admin has saved meanwhile, field by field.
import { useTranslation } from "react-i18next";
import type { AdminCoupon } from "@/ipc/generated/operations";
import type { Difference } from "@/shared/components/ConflictDialog";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatDateTime, formatWon } from "@/shared/text/format";
import { type CouponFields, fieldsOf } from "./fields";

const SHOWN = [
  "name", "nameEn", "type", "discountRate", "discountPrice", "maxDiscountPrice", "minOrderAmount", "productIds", "totalQuantity", "beginDate", "endDate", "state", "distribution", "code",
] as const satisfies readonly (keyof CouponFields)[];

type Shown = (typeof SHOWN)[number];

/** The fields in which `mine` and `theirs` differ; an empty field and one of no bearing are alike. */
export function differingFields(mine: CouponFields, theirs: CouponFields): readonly Shown[] {
  return SHOWN.filter((name) => textOf(mine, name) !== textOf(theirs, name));
}

function textOf(fields: CouponFields, name: Shown): string {
  const byRate = fields.by === "rate";
  if (name === "discountRate" || name === "maxDiscountPrice") return byRate ? String(fields[name]) : "";
  if (name === "discountPrice") return byRate ? "" : String(fields[name]);
  if (name === "code") return fields.distribution === "CODE" ? fields.code : "";
  if (name === "productIds") return fields.type === "CART_ITEM" ? [...fields.productIds].sort().join(",") : "";
  return String(name === "minOrderAmount" && fields[name] === "" ? 0 : fields[name]);
}

export function useDifferences(): (mine: CouponFields, theirs: AdminCoupon) => Difference[] {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  const label = (name: Shown) => (name === "productIds" ? t("form.products") : t(`form.${name}`));
  const words = (fields: CouponFields, name: Shown): string => {
    const text = textOf(fields, name);
    if (text === "") return "";
    if (name === "type") return t(`type.${fields.type}`);
    if (name === "state") return t(`form.stateText.${fields.state}`);
    if (name === "distribution") return t(`distribution.${fields.distribution}`);
    if (name === "beginDate" || name === "endDate") return formatDateTime(fields[name], lang);
    if (name === "discountRate") return t("rateOf", { rate: text });
    if (name === "totalQuantity") return formatCount(Number(text), lang);
    if (name === "name" || name === "nameEn" || name === "productIds" || name === "code") return text;
    return formatWon(Number(text), lang);
  };
  return (mine, theirs) => {
    const other = fieldsOf(theirs);
    return differingFields(mine, other).map((name) => ({ label: label(name), mine: words(mine, name), theirs: words(other, name) }));
  };
}
