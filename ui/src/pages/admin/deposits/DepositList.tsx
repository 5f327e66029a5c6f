// The requests for points that the filter finds, with what waits in all, and the actions on one or on the selected ones.
import { Button } from "@mantine/core";
import { HandCoins } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { confirmable } from "@/features/admin-charge/confirmEach";
import { type ChargeFilter, useChargesForAdmin } from "@/features/admin-charge/queries";
import { RejectDialog } from "@/features/admin-charge/RejectDialog";
import { StatementDialog } from "@/features/admin-charge/StatementDialog";
import { useConfirmDeposits } from "@/features/admin-charge/useConfirmDeposits";
import type { AdminCharge, PointCharging } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { NothingMatches } from "@/shared/components/NothingMatches";
import { DataTable } from "@/shared/components/table/DataTable";
import { useSelection } from "@/shared/components/table/useSelection";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon } from "@/shared/text/format";
import { Running } from "./Running";
import { useDepositColumns } from "./useDepositColumns";

interface DepositListProps {
  filter: ChargeFilter;
  /** Whether words narrow the list. */
  narrowed: boolean;
  charging: PointCharging;
  /** Whether a bank statement is being matched. */
  matching: boolean;
  onMatched: () => void;
  onClear: () => void;
}

export function DepositList({ filter, narrowed, charging, matching, onMatched, onClear }: DepositListProps) {
  const { t } = useTranslation("adminDeposits");
  const lang = useLang();
  const charges = useChargesForAdmin(filter);
  const selection = useSelection();
  const [rejected, setRejected] = useState<AdminCharge>();
  const { run, progress } = useConfirmDeposits();
  const busy = progress !== undefined;
  const columns = useDepositColumns({ busy, onConfirm: (row) => void run([row]), onReject: setRejected });
  const waiting = charges.data?.pages[0]?.waiting;
  return (
    <>
      {progress !== undefined && <Running progress={progress} />}
      <DataTable
        name="deposits"
        label={t("title")}
        list={charges}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ depositorName }) => depositorName}
        selection={selection}
        summary={waiting && t("waiting", { shown: formatCount(waiting.count, lang), amount: formatWon(waiting.amount, lang) })}
        bulk={(picked) => (
          <BulkButtons picked={picked} busy={busy} onConfirm={() => void run(picked).then((whole) => whole && selection.clear())} onReject={setRejected} />
        )}
        empty={narrowed ? <NothingMatches onClear={onClear} /> : <NoDeposits state={filter.state} charging={charging} />}
      />
      <StatementDialog opened={matching} onClose={onMatched} onConfirm={run} />
      <RejectDialog row={rejected} onClose={() => setRejected(undefined)} />
    </>
  );
}

interface BulkButtonsProps {
  picked: readonly AdminCharge[];
  busy: boolean;
  onConfirm: () => void;
  onReject: (row: AdminCharge) => void;
}

/** Many are confirmed at once; each rejected one needs its own reason. */
function BulkButtons({ picked, busy, onConfirm, onReject }: BulkButtonsProps) {
  const { t } = useTranslation("adminDeposits");
  const lang = useLang();
  const { rows, amount } = confirmable(picked);
  const [first] = rows;
  return (
    <>
      <Button size="compact-sm" disabled={busy || rows.length === 0} onClick={onConfirm}>
        {t("confirm.selected", { count: rows.length, shown: formatCount(rows.length, lang), amount: formatWon(amount, lang) })}
      </Button>
      {first !== undefined && rows.length === 1 && (
        <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onReject(first)}>
          {t("reject.action")}
        </Button>
      )}
    </>
  );
}

/** A shop that takes no requests says where that is set. */
function NoDeposits({ state, charging }: { state: ChargeFilter["state"]; charging: PointCharging }) {
  const { t } = useTranslation("adminDeposits");
  const isOpen = charging === "REQUEST";
  return (
    <EmptyState
      icon={HandCoins}
      title={t(state === "REQUESTED" ? "empty.waiting" : "empty.title")}
      description={t(isOpen ? "empty.text" : `empty.${charging}`)}
      action={
        isOpen ? undefined : (
          <Button component={Link} to="/admin/settings?part=charging" variant="default">
            {t("empty.action")}
          </Button>
        )
      }
    />
  );
}
