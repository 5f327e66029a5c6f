// The points history with the balance after each change. The filter is in the address; J and K move between rows and
// Enter opens the order of one.
import { Button, SegmentedControl, Stack } from "@mantine/core";
import { Coins, ListFilter } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { usePointTransactions } from "@/features/point/queries";
import { EmptyState } from "@/shared/components/EmptyState";
import { LoadMore } from "@/shared/components/LoadMore";
import { QueryView } from "@/shared/components/QueryView";
import { Section } from "@/shared/components/Section";
import { useListKeys } from "@/shared/hooks/useListKeys";
import { LEDGER_TYPES, typeOf } from "./ledgerType";
import { LedgerRow } from "./LedgerRow";
import classes from "./points.module.css";

/** `onStart` begins a charge; undefined where customers cannot charge points. */
export function Ledger({ onStart }: { onStart: (() => void) | undefined }) {
  const { t } = useTranslation("points");
  const [params, setParams] = useSearchParams();
  const type = typeOf(params.get("type"));
  const choose = (next: string) => setParams(next === "all" ? {} : { type: next }, { replace: true });
  const empty =
    type === undefined ? (
      <EmptyState
        icon={Coins}
        title={t("empty.title")}
        description={onStart && t("empty.text")}
        action={onStart && <Button onClick={onStart}>{t("empty.action")}</Button>}
      />
    ) : (
      <EmptyState
        icon={ListFilter}
        title={t("emptyFilter.title")}
        description={t("emptyFilter.text")}
        action={<Button variant="default" onClick={() => choose("all")}>{t("emptyFilter.action")}</Button>}
      />
    );
  return (
    <Section title={t("ledger.title")}>
      <Stack gap="md">
        <SegmentedControl
          aria-label={t("ledger.filter")}
          value={type ?? "all"}
          onChange={choose}
          w="fit-content"
          maw="100%"
          data={LEDGER_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
        />
        <Rows type={type} empty={empty} />
      </Stack>
    </Section>
  );
}

function Rows({ type, empty }: { type: ReturnType<typeof typeOf>; empty: ReactNode }) {
  const navigate = useNavigate();
  const ledger = usePointTransactions(type);
  const items = ledger.data ?? [];
  const rowProps = useListKeys({
    count: items.length,
    onOpen: (index) => {
      const orderId = items[index]?.orderId;
      if (orderId) void navigate(`/orders/${orderId}`);
    },
  });
  return (
    <QueryView query={ledger} isEmpty={(rows) => rows.length === 0} empty={empty}>
      {(rows) => (
        <>
          <ul className={classes.ledger}>
            {rows.map((row, index) => (
              <LedgerRow key={row.id} row={row} rowProps={rowProps(index)} />
            ))}
          </ul>
          <LoadMore hasMore={ledger.hasNextPage} loading={ledger.isFetchingNextPage} onMore={() => void ledger.fetchNextPage()} />
        </>
      )}
    </QueryView>
  );
}
