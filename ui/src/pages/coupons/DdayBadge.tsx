// The days that are left; highlighted from three on.
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNow } from "@/shared/hooks/useNow";
import { daysUntil } from "@/shared/text/format";

const SOON_MS = 3 * 86_400_000;

export function DdayBadge({ until }: { until: string }) {
  const { t } = useTranslation("coupons");
  const now = useNow(60_000);
  const days = daysUntil(until, now);
  const soon = new Date(until).getTime() - now.getTime() < SOON_MS;
  return (
    <Badge
      className="tabular"
      variant="filled"
      color={soon ? "persimmon" : "gray"}
      bg={soon ? undefined : "var(--surface-3)"}
      c={soon ? undefined : "var(--mantine-color-text)"}
    >
      {days > 0 ? t("dday.left", { count: days }) : t(days === 0 ? "dday.today" : "dday.over")}
    </Badge>
  );
}
