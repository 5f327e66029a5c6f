// The text of an alert: its kind, and the names in it.
import { useTranslation } from "react-i18next";
import type { Alert } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatBytes } from "@/shared/text/bytes";
import { formatCount } from "@/shared/text/format";

/** The shop counts up to this limit; more is shown as "1,000+". */
const COUNTED = 1_000;

export function useAlertWords() {
  const { t } = useTranslation("adminAlerts");
  const lang = useLang();
  const figure = (count: number) => `${formatCount(count, lang)}${count >= COUNTED ? "+" : ""}`;
  const title = ({ kind, count }: Alert) => t(`title.${kind}`, { count, figure: figure(count) });
  const detail = ({ kind, count, names, namesEn, freeBytes, storage }: Alert) => {
    if (kind === "STORAGE") return t(`storage.${storage ?? "FULL"}`);
    if (kind === "CLOCK") return t("clock");
    if (kind === "LOW_DISK") return t("free", { size: formatBytes(freeBytes ?? 0, lang) });
    if (kind === "OUTBOX_FAILED") return t("refused");
    const named = ((lang === "en" ? namesEn : undefined) ?? names).join(t("separator"));
    const others = count - names.length;
    return others > 0 ? t("more", { names: named, count: others, figure: figure(others) }) : named;
  };
  return { title, detail };
}
