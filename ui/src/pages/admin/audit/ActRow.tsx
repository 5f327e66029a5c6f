// One action; a press shows its changes, field by field.
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { changesOf } from "@/features/admin-system/changes";
import type { AuditEntry } from "@/ipc/generated/operations";
import { Disclosure } from "@/shared/components/Disclosure";
import { useLang } from "@/shared/hooks/useLang";
import { formatDateTime } from "@/shared/text/format";
import { pageOf, useActWords } from "./actWords";
import { ChangeTable } from "./ChangeTable";
import classes from "./audit.module.css";

interface ActRowProps {
  entry: AuditEntry;
  /** Narrows the list to the actions of one actor. */
  onActor: (id: number) => void;
}

export const ActRow = memo(function ActRow({ entry, onActor }: ActRowProps) {
  const { t } = useTranslation("adminAudit");
  const lang = useLang();
  const words = useActWords();
  const changes = changesOf(entry.before, entry.after, entry.targetType);
  const page = pageOf(entry);
  return (
    <>
      <div className={classes.line}>
        <strong>{words.action(entry.action)}</strong>
        <span className={classes.thing}>{page === undefined ? words.thing(entry) : <Link to={page}>{words.thing(entry)}</Link>}</span>
        <Actor entry={entry} onActor={onActor} />
        <time dateTime={entry.createdAt} className={`tabular ${classes.at}`}>
          {formatDateTime(entry.createdAt, lang)}
        </time>
      </div>
      {changes.length > 0 && (
        <Disclosure label={t("changed", { fields: namesOf(changes.map(({ field }) => words.field(field)), t("listSeparator")), count: changes.length })}>
          <ChangeTable changes={changes} />
        </Disclosure>
      )}
    </>
  );
});

/** The actor; unknown where it was done from outside, or by an admin whom the restored backup does not hold. */
function Actor({ entry: { actorId, actorName }, onActor }: ActRowProps) {
  const { t } = useTranslation("adminAudit");
  if (actorId == null) {
    return <span>{t("operator")}</span>;
  }
  return (
    <button type="button" className={classes.actor} onClick={() => onActor(actorId)} title={t("onlyActor")}>
      {actorName ?? t("thing", { kind: t("targets.user"), id: actorId })}
    </button>
  );
}

const NAMED = 4;

function namesOf(names: readonly string[], separator: string): string {
  return names.slice(0, NAMED).join(separator) + (names.length > NAMED ? " …" : "");
}
