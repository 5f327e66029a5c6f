// The columns of the list of deposits.
import { Anchor, Button, Group, Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AdminCharge } from "@/ipc/generated/operations";
import { StateTag, type Tone } from "@/shared/components/StateTag";
import type { Column } from "@/shared/components/table/column";
import { TwoLines } from "@/shared/components/table/TwoLines";
import { useLang } from "@/shared/hooks/useLang";
import { formatDateTime, formatWon } from "@/shared/text/format";
import { ConfirmButton } from "./ConfirmButton";

interface Acts {
  /** While one runs, no other begins. */
  busy: boolean;
  onConfirm: (row: AdminCharge) => void;
  onReject: (row: AdminCharge) => void;
}

const TONES = { REQUESTED: "wanted", CONFIRMED: "good", REJECTED: "bad", WITHDRAWN: "quiet" } as const satisfies Record<string, Tone>;

export function useDepositColumns({ busy, onConfirm, onReject }: Acts): readonly Column<AdminCharge>[] {
  const { t } = useTranslation("adminDeposits");
  const lang = useLang();
  return useMemo(() => {
    const stateTag = ({ state, withdrawn }: AdminCharge) => {
      const name = withdrawn ? "WITHDRAWN" : state;
      return <StateTag tone={TONES[name]}>{t(`state.${name}`)}</StateTag>;
    };
    const standing = (row: AdminCharge) => {
      if (row.decidedAt == null) return stateTag(row);
      const words = [row.reason ?? row.actorName, formatDateTime(row.decidedAt, lang)].filter((word) => word != null);
      return <TwoLines first={stateTag(row)} second={words.join(" · ")} />;
    };
    const customer = ({ userId, userName, userEmail }: AdminCharge) => (
      <TwoLines
        first={
          <Anchor component={Link} to={`/admin/customers/${userId}`} inherit>
            {userName}
          </Anchor>
        }
        second={userEmail}
      />
    );
    const confirmButton = (row: AdminCharge) => <ConfirmButton busy={busy} onClick={() => onConfirm(row)} />;
    const acts = (row: AdminCharge) =>
      row.state === "REQUESTED" && (
        <Group gap={6} wrap="nowrap" justify="flex-end">
          {confirmButton(row)}
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onReject(row)}>
            {t("reject.action")}
          </Button>
        </Group>
      );
    return [
      { id: "depositor", title: t("column.depositor"), main: true, cell: ({ depositorName, createdAt }) => <TwoLines first={depositorName} second={formatDateTime(createdAt, lang)} /> },
      { id: "customer", narrow: "below", brief: ({ userName }) => userName, title: t("column.customer"), width: 12, cell: customer },
      { id: "amount", narrow: "aside", title: t("column.amount"), width: 7.5, figures: true, cell: ({ amount }) => <Text span inherit fw={600}>{formatWon(amount, lang)}</Text> },
      { id: "state", title: t("column.state"), width: 12, cell: standing },
      { id: "acts", narrow: "aside", brief: (row) => (row.state === "REQUESTED" ? confirmButton(row) : stateTag(row)), title: t("column.acts"), width: 15, cell: acts },
    ];
  }, [t, lang, busy, onConfirm, onReject]);
}
