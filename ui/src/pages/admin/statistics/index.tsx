// Sales, what sold best and what became of coupons, over a period that stands in the address.
import { SegmentedControl, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { type Days, readPeriod } from "@/features/admin-statistics/period";
import { PageHeading } from "@/shared/components/PageHeading";
import { dayOf } from "@/shared/text/day";
import { CouponsView } from "./CouponsView";
import { PeriodPicker } from "./PeriodPicker";
import { PopularView } from "./PopularView";
import { SalesView } from "./SalesView";

const VIEWS = ["sales", "popular", "coupons"] as const;

type View = (typeof VIEWS)[number];

const SHOWN: Record<View, (props: { days: Days }) => React.ReactNode> = {
  sales: SalesView,
  popular: PopularView,
  coupons: CouponsView,
};

export default function StatisticsPage() {
  const { t } = useTranslation("adminStatistics");
  const [params, setParams] = useSearchParams();
  const view = VIEWS.find((each) => each === params.get("view")) ?? "sales";
  const period = readPeriod(params, dayOf(new Date()));
  const Shown = SHOWN[view];
  const change = (changes: Record<string, string | null>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <PageHeading
        title={t("title")}
        aside={
          <SegmentedControl
            aria-label={t("views")}
            value={view}
            onChange={(next) => change({ view: next === "sales" ? null : next })}
            data={VIEWS.map((each) => ({ value: each, label: t(`view.${each}`) }))}
          />
        }
      />
      <Stack gap="md">
        <PeriodPicker key={`${period.days.from}${period.days.to}`} period={period} onChange={change} />
        <Shown days={period.days} />
      </Stack>
    </>
  );
}
