// The actions of admins: actor, action, target, and the values before and after.
import { Button } from "@mantine/core";
import { History } from "lucide-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type AuditFilter, useAuditLog } from "@/features/admin-system/queries";
import { EmptyState } from "@/shared/components/EmptyState";
import { DayInput } from "@/shared/components/dates/DayInput";
import { FilterBar } from "@/shared/components/filters/FilterBar";
import { FilterSelect } from "@/shared/components/filters/FilterSelect";
import { LoadMore } from "@/shared/components/LoadMore";
import { NothingMatches } from "@/shared/components/NothingMatches";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { VirtualRows } from "@/shared/components/VirtualRows";
import { oneOf, useAddressFilters } from "@/shared/hooks/useAddressFilters";
import { isDay } from "@/shared/text/day";
import { ActRow } from "./ActRow";
import { ACTIONS, TARGETS, useActWords } from "./actWords";
import { useActors } from "./useActors";

/** Pixels of an act whose changes are not opened. */
const ROW_HEIGHT = 77;

export default function AuditPage() {
  const { t } = useTranslation("adminAudit");
  const words = useActWords();
  const { values, set, clear, narrowed } = useAddressFilters(["action", "targetType", "targetId", "actorId", "from", "to"]);
  const filter: AuditFilter = {
    action: oneOf(ACTIONS, values.action),
    targetType: oneOf(TARGETS, values.targetType),
    targetId: idOf(values.targetId),
    actorId: idOf(values.actorId),
    from: dayOf(values.from),
    to: dayOf(values.to),
  };
  const actors = useActors();
  const log = useAuditLog(filter);
  const onlyActor = useCallback((actorId: number) => set({ actorId: String(actorId) }), [set]);
  return (
    <>
      <PageHeading title={t("title")} />
      <FilterBar narrowed={narrowed} onClear={clear}>
        <DayInput clearable label={t("from")} value={filter.from} onChange={(from) => set({ from })} />
        <DayInput clearable label={t("to")} value={filter.to} onChange={(to) => set({ to })} />
        <FilterSelect label={t("actor")} value={values.actorId} options={actors} onChange={(actorId) => set({ actorId })} />
        <FilterSelect label={t("action")} value={filter.action} options={ACTIONS.map((each) => ({ value: each, label: words.action(each) }))} onChange={(action) => set({ action })} />
        <FilterSelect
          label={t("target")}
          value={filter.targetType}
          options={TARGETS.map((each) => ({ value: each, label: words.target(each) }))}
          onChange={(targetType) => set({ targetType, targetId: undefined })}
        />
      </FilterBar>
      <QueryView query={log} isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)} empty={narrowed ? <NothingMatches onClear={clear} /> : <NothingYet />}>
        {({ pages }) => (
          <VirtualRows rows={pages.flatMap(({ items }) => items)} keyOf={({ id }) => id} height={ROW_HEIGHT}>
            {(entry) => <ActRow entry={entry} onActor={onlyActor} />}
          </VirtualRows>
        )}
      </QueryView>
      <LoadMore hasMore={log.hasNextPage} loading={log.isFetchingNextPage} onMore={() => void log.fetchNextPage()} />
    </>
  );
}

function NothingYet() {
  const { t } = useTranslation("adminAudit");
  const action = (
    <Button component={Link} to="/admin/products" variant="default">
      {t("emptyAction")}
    </Button>
  );
  return <EmptyState icon={History} title={t("emptyTitle")} description={t("emptyText")} action={action} />;
}

function dayOf(text: string | undefined): string | undefined {
  return text !== undefined && isDay(text) ? text : undefined;
}

function idOf(text: string | undefined): number | undefined {
  const id = Number(text);
  return text !== undefined && Number.isSafeInteger(id) && id >= 0 ? id : undefined;
}
