// What an admin can do next with a return: approve or reject it, or record that the goods came. Its refund is the caller's.
import { Button, Group } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdminReturn } from "@/ipc/generated/operations";
import { MoveDialog, type Move } from "./MoveDialog";

interface ReturnActsProps {
  row: AdminReturn;
  /** How a received one is refunded; nothing for an admin that may not. */
  refund: ReactNode;
}

export function ReturnActs({ row, refund }: ReturnActsProps) {
  const { t } = useTranslation("adminReturns");
  const [move, setMove] = useState<Move>();
  return (
    <>
      <Group gap={6}>
        {row.state === "REQUESTED" && (
          <>
            <Button size="compact-sm" onClick={() => setMove("approve")}>
              {t("approve.action")}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setMove("reject")}>
              {t("reject.action")}
            </Button>
          </>
        )}
        {row.state === "APPROVED" && (
          <Button size="compact-sm" onClick={() => setMove("receive")}>
            {t("receive.action")}
          </Button>
        )}
        {row.state === "RECEIVED" && refund}
      </Group>
      <MoveDialog row={row} move={move} onClose={() => setMove(undefined)} />
    </>
  );
}
