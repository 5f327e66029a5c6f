// The customer's requests for points with their state; one that waits can be withdrawn.
import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { standingOf, useCharges, useWithdraw } from "@/features/point/charges";
import type { ChargeRequest } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { LoadMore } from "@/shared/components/LoadMore";
import { QueryView } from "@/shared/components/QueryView";
import { Section } from "@/shared/components/Section";
import { StateTag, type Tone } from "@/shared/components/StateTag";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";
import classes from "./points.module.css";

const TONES: Record<ReturnType<typeof standingOf>, Tone> = { REQUESTED: "wanted", CONFIRMED: "good", REJECTED: "bad", WITHDRAWN: "quiet" };

/** `expected` where the shop takes requests; elsewhere only former ones are shown. */
export function Requests({ expected }: { expected: boolean }) {
  const { t } = useTranslation("points");
  const charges = useCharges();
  const { withdraw, pending } = useWithdraw();
  if (!expected && (charges.data === undefined || charges.data.length === 0)) return null;
  return (
    <Section title={t("requests.title")}>
      <QueryView query={charges} isEmpty={(rows) => rows.length === 0} empty={<Text c="dimmed">{t("requests.empty")}</Text>}>
        {(rows) => (
          <>
            <ul className={classes.ledger}>
              {rows.map((row) => (
                <RequestRow key={row.id} row={row} pending={pending} onWithdraw={() => void withdraw(row)} />
              ))}
            </ul>
            <LoadMore hasMore={charges.hasNextPage} loading={charges.isFetchingNextPage} onMore={() => void charges.fetchNextPage()} />
          </>
        )}
      </QueryView>
    </Section>
  );
}

function RequestRow({ row, pending, onWithdraw }: { row: ChargeRequest; pending: boolean; onWithdraw: () => void }) {
  const { t } = useTranslation("points");
  const lang = useLang();
  const standing = standingOf(row);
  return (
    <li className={classes.request}>
      <div>
        <Group gap="xs">
          <Text fw={700} className="tabular">
            {formatWon(row.amount, lang)}
          </Text>
          <StateTag tone={TONES[standing]}>{t(`standing.${standing}`)}</StateTag>
        </Group>
        <Text size="sm" c="dimmed">
          {t("requests.depositor", { name: row.depositorName })} · <DateText at={row.createdAt} withTime />
        </Text>
        {row.reason && <Text size="sm">{t("requests.reason", { reason: row.reason })}</Text>}
      </div>
      {standing === "REQUESTED" && (
        <Button variant="default" size="compact-md" disabled={pending} onClick={onWithdraw}>
          {t("requests.withdraw")}
        </Button>
      )}
    </li>
  );
}
