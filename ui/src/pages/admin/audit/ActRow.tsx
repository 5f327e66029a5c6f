// One act; what it changed stands behind a press, field by field.
import { Text, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { changesOf } from "@/features/admin-system/changes";
import type { AuditEntry } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Disclosure } from "@/shared/components/Disclosure";
import { pageOf, useActWords } from "./actWords";
import { ChangeTable } from "./ChangeTable";
import classes from "./audit.module.css";

interface ActRowProps {
  entry: AuditEntry;
  /** Narrows the list to whoever did it. */
  onActor: (id: number) => void;
}

export function ActRow({ entry, onActor }: ActRowProps) {
  const { t } = useTranslation("adminAudit");
  const words = useActWords();
  const changes = changesOf(entry.before, entry.after);
  const page = pageOf(entry);
  return (
    <li className={classes.act}>
      <div className={classes.line}>
        <Text span fw={600}>
          {words.action(entry.action)}
        </Text>
        {page === undefined ? (
          <Text span size="sm">
            {words.thing(entry)}
          </Text>
        ) : (
          <Link to={page} className={classes.link}>
            {words.thing(entry)}
          </Link>
        )}
        <UnstyledButton className={classes.actor} onClick={() => onActor(entry.actorId)} title={t("onlyActor")}>
          {entry.actorName ?? t("thing", { kind: t("targets.user"), id: entry.actorId })}
        </UnstyledButton>
        <Text span size="sm" c="dimmed">
          <DateText at={entry.createdAt} withTime />
        </Text>
      </div>
      {changes.length > 0 && (
        <Disclosure label={t("changed", { fields: namesOf(changes.map(({ field }) => words.field(field)), t("listSeparator")), count: changes.length })}>
          <ChangeTable changes={changes} />
        </Disclosure>
      )}
    </li>
  );
}

const NAMED = 4;

function namesOf(names: readonly string[], separator: string): string {
  return names.slice(0, NAMED).join(separator) + (names.length > NAMED ? " …" : "");
}
