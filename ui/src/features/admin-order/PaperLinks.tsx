// To the packing slips and the address labels of orders, as many as one page prints.
import { Button } from "@mantine/core";
import { ReceiptText, Tag } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AdminOrder } from "@/ipc/generated/operations";
import { MOST_PACKED } from "./packing";

interface PaperLinksProps {
  orders: readonly AdminOrder[];
  size: "compact-sm" | "compact-md";
}

export function PaperLinks({ orders, size }: PaperLinksProps) {
  const { t } = useTranslation("adminOrders");
  if (orders.length === 0 || orders.length > MOST_PACKED) return null;
  const parcels = orders.filter(({ deliveryMethod }) => deliveryMethod !== "PICKUP");
  return (
    <>
      <Button component={Link} to={`/admin/orders/slips?ids=${idsOf(orders)}`} variant="default" size={size} leftSection={<ReceiptText size={14} aria-hidden />}>
        {t("slips.print")}
      </Button>
      {parcels.length > 0 && (
        <Button component={Link} to={`/admin/orders/labels?ids=${idsOf(parcels)}`} variant="default" size={size} leftSection={<Tag size={14} aria-hidden />}>
          {t("labels.print")}
        </Button>
      )}
    </>
  );
}

function idsOf(orders: readonly AdminOrder[]): string {
  return orders.map(({ id }) => id).join(",");
}
