// The returns of all customers, listed by state; an admin approves or rejects them, and records that the goods came.
import { SegmentedControl } from "@mantine/core";
import { Undo2 } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { STATES, useReturnsForAdmin } from "@/features/admin-returns/queries";
import { EmptyState } from "@/shared/components/EmptyState";
import { FilterBar } from "@/shared/components/filters/FilterBar";
import { NothingMatches } from "@/shared/components/NothingMatches";
import { PageHeading } from "@/shared/components/PageHeading";
import { DataTable } from "@/shared/components/table/DataTable";
import { oneOf, useAddressFilters } from "@/shared/hooks/useAddressFilters";
import { useLang } from "@/shared/hooks/useLang";
import { rememberList } from "@/shared/listAddress";
import { formatCount } from "@/shared/text/format";
import { useReturnColumns } from "./useReturnColumns";

/** Of the tabs; the first is shown where the address names none. */
const TABS = [...STATES, "all"] as const;

export default function AdminReturnsPage() {
  const { t } = useTranslation("adminReturns");
  const lang = useLang();
  const { values, set, clear, narrowed } = useAddressFilters(["q", "state"], ["state"]);
  const { pathname, search } = useLocation();
  const tab = oneOf(TABS, values.state) ?? "REQUESTED";
  const returns = useReturnsForAdmin({ q: values.q, state: oneOf(STATES, tab) });
  const columns = useReturnColumns();
  const waiting = returns.data?.pages[0]?.waiting;
  const summary =
    waiting &&
    t("waiting", {
      requested: formatCount(waiting.requested, lang),
      approved: formatCount(waiting.approved, lang),
      received: formatCount(waiting.received, lang),
    });
  useEffect(() => rememberList(pathname, search), [pathname, search]);
  return (
    <>
      <PageHeading title={t("title")} />
      <SegmentedControl
        aria-label={t("stateFilter")}
        value={tab}
        onChange={(next) => set({ state: next })}
        w="fit-content"
        maw="100%"
        mb="sm"
        data={TABS.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <FilterBar search={{ label: t("search"), value: values.q, onChange: (q) => set({ q }) }} narrowed={narrowed} onClear={clear} />
      {/* Another filter is another list, which begins at its top. */}
      <DataTable
        key={`${tab} ${values.q ?? ""}`}
        name="returns"
        label={t("title")}
        list={returns}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ orderNumber }) => orderNumber}
        summary={summary}
        empty={narrowed ? <NothingMatches onClear={clear} /> : <EmptyState icon={Undo2} title={t("empty.title")} description={t("empty.text")} />}
      />
    </>
  );
}
