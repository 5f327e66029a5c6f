// The names of actions and of their targets. An action that is newer than this table is shown by its code.
import { useTranslation } from "react-i18next";
import type { AuditEntry, AuditTarget } from "@/ipc/generated/operations";
import texts from "@/locales/ko/adminAudit.json";
import { useLang } from "@/shared/hooks/useLang";
import { productName } from "@/shared/text/names";

export type Action = keyof typeof texts.actions;

export const ACTIONS = Object.keys(texts.actions) as readonly Action[];

export const TARGETS: readonly AuditTarget[] = ["product", "coupon", "order", "user", "settings", "outbox", "shop"];

type Field = keyof typeof texts.field;

export interface ActWords {
  action: (name: string) => string;
  target: (type: AuditTarget) => string;
  /** The thing itself by its name, "상품 제주 감귤"; by its kind alone where there is but one, by its number where it has no name. */
  thing: (entry: AuditEntry) => string;
  /** A field's name; its own where it has none here. */
  field: (name: string) => string;
}

export function useActWords(): ActWords {
  const { t } = useTranslation("adminAudit");
  const lang = useLang();
  const target = (type: AuditTarget) => t(`targets.${type}`);
  return {
    action: (name) => (name in texts.actions ? t(`actions.${name as Action}`) : name),
    target,
    thing: ({ targetType, targetId, targetName, targetNameEn }) => {
      const known = TARGETS.find((each) => each === targetType);
      const kind = known === undefined ? targetType : target(known);
      if (targetId === 0) return kind;
      if (targetName == null) return t("thing", { kind, id: targetId });
      return t("named", { kind, name: productName({ name: targetName, nameEn: targetNameEn }, lang) });
    },
    field: (name) => (name in texts.field ? t(`field.${name as Field}`) : name),
  };
}

/** The page of the thing; none where there is no such page. */
export function pageOf({ targetType, targetId }: AuditEntry): string | undefined {
  switch (targetType) {
    case "shop":
      return "/admin/system?part=backups";
    case "settings":
      return "/admin/settings";
    case "outbox":
      return "/admin/system?part=outbox";
    case "product":
      return targetId === 0 ? "/admin/products" : `/admin/products/${targetId}`;
    case "order":
      return `/admin/orders/${targetId}`;
    case "user":
      return `/admin/customers/${targetId}`;
    case "coupon":
      return `/admin/coupons?open=${targetId}`;
    default:
      return undefined;
  }
}
