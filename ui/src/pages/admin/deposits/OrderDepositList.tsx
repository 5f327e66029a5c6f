// The deposits for orders that the filter finds, with what is awaited in all; one or the selected ones are confirmed.
import { Button } from "@mantine/core";
import { Landmark } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { confirmable } from "@/features/admin-charge/confirmEach";
import { depositorOf } from "@/features/admin-charge/deposit";
import { type PaymentFilter, usePaymentsForAdmin } from "@/features/admin-charge/queries";
import { StatementDialog } from "@/features/admin-charge/StatementDialog";
import { useConfirmDeposits } from "@/features/admin-charge/useConfirmDeposits";
import { EmptyState } from "@/shared/components/EmptyState";
import { NothingMatches } from "@/shared/components/NothingMatches";
import { DataTable } from "@/shared/components/table/DataTable";
import { useSelection } from "@/shared/components/table/useSelection";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon } from "@/shared/text/format";
import { Running } from "./Running";
import { useOrderDepositColumns } from "./useOrderDepositColumns";

interface OrderDepositListProps {
  filter: PaymentFilter;
  /** Whether words narrow the list. */
  narrowed: boolean;
  /** Whether the shop accepts deposits for orders. */
  open: boolean;
  /** Whether a bank statement is being matched. */
  matching: boolean;
  onMatched: () => void;
  onClear: () => void;
}

export function OrderDepositList({ filter, narrowed, open, matching, onMatched, onClear }: OrderDepositListProps) {
  const { t } = useTranslation("adminDeposits");
  const lang = useLang();
  const payments = usePaymentsForAdmin(filter);
  const selection = useSelection();
  const { run, progress } = useConfirmDeposits();
  const busy = progress !== undefined;
  const columns = useOrderDepositColumns({ busy, onConfirm: (row) => void run([row]) });
  const awaited = payments.data?.pages[0]?.awaited;
  return (
    <>
      {progress !== undefined && <Running progress={progress} />}
      <DataTable
        name="orderDeposits"
        label={t("kind.orders")}
        list={payments}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={depositorOf}
        selection={selection}
        summary={awaited && t("waiting", { shown: formatCount(awaited.count, lang), amount: formatWon(awaited.amount, lang) })}
        bulk={(picked) => {
          const { rows, amount } = confirmable(picked);
          return (
            <Button size="compact-sm" disabled={busy || rows.length === 0} onClick={() => void run(picked).then((whole) => whole && selection.clear())}>
              {t("confirm.selected", { count: rows.length, shown: formatCount(rows.length, lang), amount: formatWon(amount, lang) })}
            </Button>
          );
        }}
        empty={narrowed ? <NothingMatches onClear={onClear} /> : <NoDeposits state={filter.state} open={open} />}
      />
      <StatementDialog opened={matching} onClose={onMatched} onConfirm={run} />
    </>
  );
}

/** A shop that takes points alone says where that is set. */
function NoDeposits({ state, open }: { state: PaymentFilter["state"]; open: boolean }) {
  const { t } = useTranslation("adminDeposits");
  return (
    <EmptyState
      icon={Landmark}
      title={t(state === "PENDING" ? "empty.waiting" : "empty.ordersTitle")}
      description={t(open ? "empty.ordersText" : "empty.ordersClosed")}
      action={
        open ? undefined : (
          <Button component={Link} to="/admin/settings?part=charging" variant="default">
            {t("empty.action")}
          </Button>
        )
      }
    />
  );
}
