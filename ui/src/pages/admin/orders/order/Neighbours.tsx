// To the order before and the one after, as the list has them.
import { ActionIcon, Group, Tooltip } from "@mantine/core";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useNeighbours } from "@/features/admin-order/useNeighbours";

export function Neighbours({ id }: { id: number }) {
  const { t } = useTranslation("adminOrders");
  const { previous, next } = useNeighbours(id);
  if (previous === undefined && next === undefined) return null;
  const way = (to: number | undefined, label: string, Icon: typeof ChevronUp) =>
    to === undefined ? (
      <ActionIcon size={44} variant="subtle" color="gray" aria-label={label} disabled>
        <Icon size={20} aria-hidden />
      </ActionIcon>
    ) : (
      <Tooltip label={label}>
        <ActionIcon component={Link} to={`/admin/orders/${to}`} replace size={44} variant="subtle" color="gray" aria-label={label}>
          <Icon size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
    );
  return (
    <Group gap={0} wrap="nowrap">
      {way(previous, t("detail.previous"), ChevronUp)}
      {way(next, t("detail.next"), ChevronDown)}
    </Group>
  );
}
