// The bar at the end of a product's form.
import { useTranslation } from "react-i18next";
import { SaveBar as Bar } from "@/shared/forms/SaveBar";

interface SaveBarProps {
  label: string;
  unsaved: boolean;
  pending: boolean;
  /** The fields that are still empty, by their labels. */
  missing?: readonly string[];
  onSave: () => void;
  /** Left out where there is nothing to go back to. */
  onRevert?: () => void;
}

export function SaveBar({ missing = [], onRevert, ...bar }: SaveBarProps) {
  const { t } = useTranslation("adminProducts");
  const saved = onRevert === undefined ? "" : t("form.allSaved");
  const status = missing.length > 0 ? t("form.missing", { fields: missing.join(t("form.listSeparator")) }) : bar.unsaved ? t("form.unsaved") : saved;
  return <Bar {...bar} status={status} revert={onRevert && { label: t("form.revert"), onRevert }} />;
}
