// The lines of an order of which units are left, each with the number that is refunded.
import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AdminOrder } from "@/ipc/generated/operations";
import { QuantityStepper } from "@/shared/components/QuantityStepper";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { lineName } from "@/shared/text/names";
import { allLeft } from "./refund";
import classes from "./RefundEffects.module.css";

interface RefundLinesProps {
  order: AdminOrder;
  units: ReadonlyMap<number, number>;
  onChange: (units: ReadonlyMap<number, number>) => void;
}

export function RefundLines({ order, units, onChange }: RefundLinesProps) {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  const left = allLeft(order);
  const lines = order.items.filter(({ id }) => left.has(id));
  if (lines.length === 0) return null;
  return (
    <section aria-label={t("refund.lines")}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed" fw={600}>
          {t("refund.lines")}
        </Text>
        <Group gap={6}>
          <Button size="compact-xs" variant="default" onClick={() => onChange(left)}>
            {t("refund.all")}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => onChange(new Map())}>
            {t("refund.none")}
          </Button>
        </Group>
      </Group>
      <ul className={classes.rows}>
        {lines.map((item) => (
          <li key={item.id} className={classes.line}>
            <span>
              {lineName(item, lang)}
              <Text span size="xs" c="dimmed" display="block" className="tabular">
                {t("refund.left", { count: left.get(item.id) ?? 0, shown: formatCount(left.get(item.id) ?? 0, lang) })}
              </Text>
            </span>
            <QuantityStepper
              min={0}
              max={left.get(item.id) ?? 0}
              value={units.get(item.id) ?? 0}
              label={lineName(item, lang)}
              onChange={(count) => onChange(new Map(units).set(item.id, count))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
