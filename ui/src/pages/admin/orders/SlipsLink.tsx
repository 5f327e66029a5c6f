// To the packing slips of the picked orders, as many as one page prints.
import { Button } from "@mantine/core";
import { Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AdminOrder } from "@/ipc/generated/operations";

const MOST = 100;

export function SlipsLink({ picked }: { picked: readonly AdminOrder[] }) {
  const { t } = useTranslation("adminOrders");
  if (picked.length === 0 || picked.length > MOST) return null;
  return (
    <Button
      component={Link}
      to={`/admin/orders/slips?ids=${picked.map(({ id }) => id).join(",")}`}
      size="compact-sm"
      variant="default"
      leftSection={<Printer size={14} aria-hidden />}
    >
      {t("slips.print")}
    </Button>
  );
}
