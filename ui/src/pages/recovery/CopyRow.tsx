// One backup: when and why it was made, its state, and the button to restore it after a confirmation.
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Backup, BackupState } from "@/ipc/generated/operations";
import { confirm } from "@/shared/components/ConfirmDialog";
import { StateTag, type Tone } from "@/shared/components/StateTag";
import { useLang } from "@/shared/hooks/useLang";
import { formatBytes } from "@/shared/text/bytes";
import { formatDateTime } from "@/shared/text/format";
import classes from "./recovery.module.css";

const TONES: Partial<Record<BackupState, Tone>> = { VERIFIED: "good", FAILED: "bad" };

interface CopyRowProps {
  copy: Backup;
  /** The copy that is recommended. */
  best: boolean;
  /** Something is being brought back or opened. */
  busy: boolean;
  onRestore: (copy: Backup) => void;
}

export function CopyRow({ copy, best, busy, onRestore }: CopyRowProps) {
  const { t } = useTranslation("recovery");
  const lang = useLang();
  const { state, kind, madeAt, size, contents } = copy;
  const at = formatDateTime(madeAt, lang);
  const ask = async () => {
    const agreed = await confirm({
      title: t("ask.title", { at }),
      changes: [t("ask.orders"), t("ask.aside"), t("ask.signOut")],
      confirmLabel: t("ask.confirm"),
      destructive: true,
    });
    if (agreed) onRestore(copy);
  };
  const facts = [t(`kinds.${kind}`), formatBytes(size, lang)];
  if (contents != null) facts.unshift(t("orders", { count: contents.orders }));
  return (
    <li className={classes.copy}>
      <div className={classes.facts}>
        <strong className="tabular">
          <time dateTime={madeAt}>{at}</time>
        </strong>
        <StateTag tone={TONES[state]}>{t(`states.${state}`)}</StateTag>
        <span className={`tabular ${classes.detail}`}>{facts.join(" · ")}</span>
      </div>
      {state !== "FAILED" && (
        <Button variant={best ? "filled" : "default"} disabled={busy} aria-label={t("restoreNamed", { at })} onClick={() => void ask()}>
          {t("restore")}
        </Button>
      )}
    </li>
  );
}
