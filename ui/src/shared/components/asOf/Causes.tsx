// The changes up to an instant, the latest first: when, what, by how much, and by which order or user.
import { Anchor, ScrollArea, Text } from "@mantine/core";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AsOf, Cause } from "@/ipc/generated/operations";
import texts from "@/locales/ko/adminAudit.json";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatInstant } from "@/shared/text/format";
import classes from "./asOf.module.css";

/** What the changes belong to; it decides how some kinds are called, and how a figure is written. */
export type Noun = "stock" | "points" | "coupon" | "order";

interface CausesProps {
  noun: Noun;
  answer: Pick<AsOf, "causes" | "hasEarlier" | "earlierValue">;
}

export function Causes({ noun, answer: { causes, hasEarlier, earlierValue } }: CausesProps) {
  const { t } = useTranslation("adminAsOf");
  const lang = useLang();
  if (causes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("noCauses")}
      </Text>
    );
  }
  return (
    // Focusable, so that the keyboard can scroll it.
    <ScrollArea.Autosize mah="12rem" viewportProps={{ tabIndex: 0, role: "group", "aria-label": t("causes") }}>
      <ol className={classes.list}>
        {causes.map((cause, place) => (
          <CauseRow key={`${cause.at}-${place}`} noun={noun} cause={cause} />
        ))}
      </ol>
      {hasEarlier && (
        <Text size="sm" c="dimmed" mt="xs">
          {earlierValue == null
            ? t("earlier", { count: causes.length })
            : t("earlierValue", { count: causes.length, value: t(`figure.${noun === "order" ? "stock" : noun}`, { shown: formatCount(earlierValue, lang) }) })}
        </Text>
      )}
    </ScrollArea.Autosize>
  );
}

function CauseRow({ noun, cause }: { noun: Noun; cause: Cause }) {
  const lang = useLang();
  return (
    <li className={classes.cause}>
      <Text component="time" dateTime={cause.at} size="sm" c="dimmed" className={`tabular ${classes.at}`}>
        {formatInstant(cause.at, lang)}
      </Text>
      {/* One sentence, so that a finger finds its links in it as in any text. */}
      <Text size="sm" component="div" className={classes.what}>
        <span className={classes.kind}>
          <KindText noun={noun} kind={cause.kind} />
        </span>
        <Figures noun={noun} cause={cause} />
        <Details cause={cause} />
      </Text>
    </li>
  );
}

function KindText({ noun, kind }: { noun: Noun; kind: Cause["kind"] }) {
  const { t } = useTranslation("adminAsOf");
  if (kind === "CREATED") return t(`created.${noun}`);
  if (kind === "EXPIRED" && noun === "order") return t("expiredOrder");
  return t(`kind.${kind}`);
}

function Figures({ noun, cause: { change, after } }: { noun: Noun; cause: Cause }) {
  const { t } = useTranslation("adminAsOf");
  const lang = useLang();
  if (noun === "order" || change == null || after == null) return null;
  const figure = (value: number) => t(`figure.${noun}`, { shown: formatCount(value, lang) });
  return (
    <span className="tabular">
      {` ${change > 0 ? "+" : ""}${figure(change)} `}
      <span className={classes.after}>{t("after", { value: figure(after) })}</span>
    </span>
  );
}

type FieldName = keyof typeof texts.field;

function Details({ cause: { actorId, actorName, orderId, orderNumber, reason, fields } }: { cause: Cause }) {
  const { t } = useTranslation(["adminAsOf", "adminAudit"]);
  const changed = fields ?? [];
  const fieldName = (name: string) => (name in texts.field ? t(`adminAudit:field.${name as FieldName}`) : name);
  const parts = [
    orderId != null && (
      <Anchor key="order" component={Link} to={`/admin/orders/${orderId}`} inherit underline="always">
        {t("order", { number: orderNumber ?? orderId })}
      </Anchor>
    ),
    actorId != null && (
      <Anchor key="actor" component={Link} to={`/admin/customers/${actorId}`} inherit underline="always">
        {actorName ?? t("user", { id: actorId })}
      </Anchor>
    ),
    changed.length > 0 && <span key="fields">{t("fields", { names: changed.map(fieldName).join(", ") })}</span>,
    reason != null && reason !== "" && <span key="reason">{reason}</span>,
  ].filter((part) => part !== false);
  return parts.map((part) => (
    <Fragment key={part.key}>
      {" · "}
      {part}
    </Fragment>
  ));
}
