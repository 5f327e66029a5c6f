// The panel's palette: it finds things by what one remembers of them, and ships, refunds and corrects stock at once.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { StockDialog } from "@/features/admin-catalog/StockDialog";
import { RefundDialog } from "@/features/admin-order/RefundDialog";
import { useUndoShip } from "@/features/admin-order/useUndoShip";
import type { AdminOrder, AdminProduct } from "@/ipc/generated/operations";
import { uniqueKey } from "@/ipc/uniqueKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { Palette } from "../shell/Palette";
import type { Place } from "../shell/shortcuts";
import { useFound } from "./useFound";

export function AdminPalette({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation(["admin", "adminOrders"]);
  const [query, setQuery] = useState("");
  const [refunded, setRefunded] = useState<AdminOrder>();
  const [counted, setCounted] = useState<AdminProduct>();
  const offerUndo = useUndoShip();
  const ship = useOperation("ship_order", {
    onSuccess: ({ id, orderNumber }) => offerUndo(t("adminOrders:ship.done", { number: orderNumber }), [{ row: { id, orderNumber }, at: Date.now() }]),
  });
  const { groups, waiting } = useFound(query, {
    // It was named, and can be undone: nothing is asked first.
    ship: ({ id }) => void ship.run({ id }, { idempotencyKey: uniqueKey() }),
    refund: setRefunded,
    stock: setCounted,
  });
  return (
    <>
      <Palette places={places} found={{ query, onQuery: setQuery, groups, nothing: waiting ? t("palette.searching") : t("palette.nothing") }} />
      {refunded !== undefined && <RefundDialog order={refunded} opened onClose={() => setRefunded(undefined)} />}
      <StockDialog product={counted} onClose={() => setCounted(undefined)} />
    </>
  );
}
