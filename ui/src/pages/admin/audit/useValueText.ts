// The value of a field in a line or more of text: money as money, states by their names, options one below the other.
import { useTranslation } from "react-i18next";
import { useCategoryName } from "@/features/catalog/useCategoryName";
import type { AdminProduct, ChargeState, DepositAccount, PaymentMethod } from "@/ipc/generated/operations";
import texts from "@/locales/ko/adminAudit.json";
import { useLang } from "@/shared/hooks/useLang";
import { formatBytes } from "@/shared/text/bytes";
import { formatCount, formatDateTime, formatPoints, formatWon } from "@/shared/text/format";

type Name = keyof typeof texts.value;
type Option = AdminProduct["options"][number];
type Sale = NonNullable<AdminProduct["sale"]>;

/** The fields that hold a name out of a few. */
const NAMED = new Set(["pointCharging", "state", "deliveryState", "type", "desktop", "kind"]);
const WON = new Set(["basePrice", "discountPrice", "maxDiscountPrice", "minOrderAmount", "amount", "outsideAmount"]);
const POINTS = new Set(["availablePoint", "points"]);
const METHODS = new Set(["paymentMethod", "paymentMethods"]);
const NUMBERS_OF_THINGS = new Set(["chargeId", "paymentId", "productOptionId", "productIds"]);

/** The text of a field's value; undefined for an empty one. */
export function useValueText(): (field: string, value: unknown) => string | undefined {
  const { t } = useTranslation("adminAudit");
  const lang = useLang();
  const categoryName = useCategoryName();
  const numberText = (field: string, value: number) => {
    if (WON.has(field)) return formatWon(value, lang);
    if (POINTS.has(field)) return formatPoints(value, lang);
    if (field === "size") return formatBytes(value, lang);
    if (field === "discountRate") return t("percent", { rate: value });
    return NUMBERS_OF_THINGS.has(field) ? `#${value}` : formatCount(value, lang);
  };
  const writtenText = (field: string, value: string) => {
    if (field === "chargeState" && value in texts.chargeState) return t(`chargeState.${value as ChargeState}`);
    if (field === "paymentState" && value in texts.paymentState) return t(`paymentState.${value as keyof typeof texts.paymentState}`);
    if (METHODS.has(field) && value in texts.paymentMethod) return t(`paymentMethod.${value as PaymentMethod}`);
    if (NAMED.has(field) && value in texts.value) return t(`value.${value as Name}`);
    if (field === "category") return categoryName(value);
    return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? formatDateTime(value, lang) : value;
  };
  const optionText = ({ name, basePrice, availableQuantity, state }: Option) => {
    const text = t("option", { name, price: formatWon(basePrice, lang), stock: formatCount(availableQuantity, lang) });
    return state === "NORMAL" ? text : `${text} · ${writtenText("state", state)}`;
  };
  const saleText = ({ rate, beginsAt, endsAt }: Sale) => t("sale", { rate, from: formatDateTime(beginsAt, lang), to: formatDateTime(endsAt, lang) });
  const accountText = ({ bank, number, holder }: DepositAccount) => [bank, number, holder].join(" ");
  return function textOf(field: string, value: unknown): string | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    if (typeof value === "boolean") return t(value ? "on" : "off");
    if (typeof value === "number") return numberText(field, value);
    if (typeof value === "string") return writtenText(field, value);
    if (field === "sale") return saleText(value as Sale);
    if (field === "depositAccount") return accountText(value as DepositAccount);
    if (!Array.isArray(value)) return JSON.stringify(value);
    if (value.length === 0) return undefined;
    return field === "options" ? (value as Option[]).map(optionText).join("\n") : value.map((each: unknown) => textOf(field, each)).join(t("listSeparator"));
  };
}
