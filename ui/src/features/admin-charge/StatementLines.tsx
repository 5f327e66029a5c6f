// The deposits of a statement in three groups: sure, doubtful with the reason, and without a request. The picked ones are confirmed.
import { Button, Checkbox, Group, Radio, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StatementLine, StatementPreview } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatDateTime, formatWon } from "@/shared/text/format";
import { confirmable } from "./confirmEach";
import { type Deposit, depositorOf, isForOrder } from "./deposit";
import { choicesOf, fittingOf, GROUPS, pick, surePicks } from "./statement";
import classes from "./statement.module.css";

interface StatementLinesProps {
  preview: StatementPreview;
  onConfirm: (rows: readonly Deposit[]) => void;
  onStartOver: () => void;
}

export function StatementLines({ preview, onConfirm, onStartOver }: StatementLinesProps) {
  const { t } = useTranslation("adminDeposits");
  const lang = useLang();
  const [picks, setPicks] = useState(() => surePicks(preview));
  const { rows, amount } = confirmable([...picks.values()]);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t("statement.read", { bank: t(`bank.${preview.bank}`), count: preview.lines.length, shown: formatCount(preview.lines.length, lang) })}
        {preview.unreadCount > 0 && ` ${t("statement.unread", { rows: preview.unread.map(({ row }) => row).join(", ") })}`}
      </Text>
      {GROUPS.map((group) => {
        const lines = preview.lines.filter(({ found }) => found === group);
        if (lines.length === 0) return null;
        return (
          <section key={group} aria-label={t(`statement.${group}`)}>
            <Title order={3} size="h5" mb={6}>
              {t(`statement.${group}`)} <span className="tabular">{formatCount(lines.length, lang)}</span>
            </Title>
            <ul className={classes.lines}>
              {lines.map((line) => (
                <Line key={line.row} line={line} picked={picks.get(line.row)} onPick={(charge) => setPicks(pick(picks, line.row, charge))} />
              ))}
            </ul>
          </section>
        );
      })}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onStartOver}>
          {t("statement.again")}
        </Button>
        <Button disabled={rows.length === 0} onClick={() => onConfirm(rows)}>
          {t("confirm.selected", { count: rows.length, shown: formatCount(rows.length, lang), amount: formatWon(amount, lang) })}
        </Button>
      </Group>
    </Stack>
  );
}

interface LineProps {
  line: StatementLine;
  picked: Deposit | undefined;
  onPick: (charge: Deposit | undefined) => void;
}

function Line({ line, picked, onPick }: LineProps) {
  const { t } = useTranslation("adminDeposits");
  const lang = useLang();
  const choices = choicesOf(line);
  const [only] = choices;
  const words = t("statement.line", { day: line.day, name: line.depositor, amount: formatWon(line.amount, lang) });
  const request = (deposit: Deposit) => {
    const facts = { name: depositorOf(deposit), customer: deposit.userName, at: formatDateTime(deposit.createdAt, lang), amount: formatWon(deposit.amount, lang) };
    return isForOrder(deposit) ? t("statement.order", { ...facts, number: deposit.orderNumber }) : t("statement.request", facts);
  };
  const reason = line.doubt ? t(`doubt.${line.doubt}`) : line.confirmed ? t("statement.confirmed") : undefined;
  return (
    <li>
      {choices.length === 1 && only !== undefined ? (
        <Checkbox label={words} description={[request(only), reason].filter(Boolean).join(" · ")} checked={picked !== undefined} onChange={({ currentTarget }) => onPick(currentTarget.checked ? only : undefined)} />
      ) : (
        <>
          <Text size="sm">{words}</Text>
          <Text size="xs" c="dimmed">
            {[reason, ...(choices.length === 0 ? fittingOf(line).map(request) : [])].filter(Boolean).join(" · ")}
          </Text>
          {choices.length > 1 && (
            <Radio.Group aria-label={words} value={picked === undefined ? "none" : String(picked.id)} onChange={(id) => onPick(choices.find((charge) => String(charge.id) === id))}>
              <Stack gap={4} mt={4}>
                <Radio value="none" label={t("statement.none")} />
                {choices.map((charge) => (
                  <Radio key={charge.id} value={String(charge.id)} label={request(charge)} />
                ))}
              </Stack>
            </Radio.Group>
          )}
        </>
      )}
    </li>
  );
}
