// One backup: when and why it was made, its state, what a restore would lose, and the button to restore it.
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { backupFault } from "@/features/admin-system/backupFault";
import { useMay } from "@/features/user/session";
import type { Backup, BackupState } from "@/ipc/generated/operations";
import { confirm } from "@/shared/components/ConfirmDialog";
import { StateTag, type Tone } from "@/shared/components/StateTag";
import { useLang } from "@/shared/hooks/useLang";
import { formatBytes } from "@/shared/text/bytes";
import { formatCount, formatDateTime } from "@/shared/text/format";
import classes from "./system.module.css";
import { TechnicalDetails } from "./TechnicalDetails";

const TONES: Partial<Record<BackupState, Tone>> = { VERIFIED: "good", FAILED: "bad" };

interface BackupRowProps {
  backup: Backup;
  /** Something is being copied or brought back. */
  busy: boolean;
  /** The shop itself is damaged: what is kept of it is no state to come back to. */
  isDamaged: boolean;
  onRestore: (backup: Backup) => void;
}

export function BackupRow({ backup, busy, isDamaged, onRestore }: BackupRowProps) {
  const { t } = useTranslation("adminSystem");
  const lang = useLang();
  const ask = useAsk(isDamaged);
  const may = useMay();
  const { kind, state, madeAt, size, fault } = backup;
  const restore = async () => {
    if (await ask(backup)) onRestore(backup);
  };
  return (
    <li className={classes.backup}>
      <div className={classes.line}>
        <StateTag tone={TONES[state]}>{t(`backups.states.${state}`)}</StateTag>
        <strong className="tabular">
          <time dateTime={madeAt}>{formatDateTime(madeAt, lang)}</time>
        </strong>
        <span>{t(`backups.kinds.${kind}`)}</span>
        <span className={`tabular ${classes.when}`}>{useFacts(backup).join(" · ")}</span>
        {state !== "FAILED" && may("restore_backup") && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            aria-label={t("backups.restoreNamed", { at: formatDateTime(madeAt, lang) })}
            onClick={() => void restore()}
          >
            {t("backups.restore")}
          </Button>
        )}
      </div>
      <div className={classes.file}>
        <code className={classes.code}>{backup.name}</code> · {formatBytes(size, lang)}
      </div>
      {fault != null && <Fault noted={fault} />}
    </li>
  );
}

/** What is wrong with it, in a merchant's words; below it, folded, in technical words. */
function Fault({ noted }: { noted: string }) {
  const { t } = useTranslation("adminSystem");
  return (
    <>
      <div className={classes.fault}>{t(`backups.why.${backupFault(noted)}`)}</div>
      <TechnicalDetails text={noted} />
    </>
  );
}

/** What is in it, and what came since. */
function useFacts({ contents, ordersSince }: Backup): string[] {
  const { t } = useTranslation("adminSystem");
  const lang = useLang();
  const count = (figure: number) => formatCount(figure, lang);
  const facts: string[] = [];
  if (contents != null) {
    const { orders, products, users } = contents;
    facts.push(t("backups.contents", { orders: count(orders), products: count(products), users: count(users) }));
  }
  if (ordersSince != null) facts.push(ordersSince === 0 ? t("backups.sinceNone") : t("backups.since", { count: ordersSince }));
  return facts;
}

/** Says what going back would change, and asks. */
function useAsk(isDamaged: boolean): (backup: Backup) => Promise<boolean> {
  const { t } = useTranslation("adminSystem");
  const lang = useLang();
  return ({ madeAt, ordersSince }) => {
    const lost = () => {
      if (ordersSince == null) return t("backups.ask.unknown");
      return ordersSince === 0 ? t("backups.ask.noOrders") : t("backups.ask.orders", { count: ordersSince });
    };
    return confirm({
      title: t("backups.ask.title", { at: formatDateTime(madeAt, lang) }),
      changes: [lost(), t("backups.ask.everything"), t(isDamaged ? "backups.ask.asideDamaged" : "backups.ask.aside"), t("backups.ask.signOut")],
      confirmLabel: t("backups.ask.confirm"),
      keepLabel: t("backups.ask.keep"),
      destructive: true,
    });
  };
}
