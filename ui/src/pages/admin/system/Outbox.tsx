// Events for the merchant's own system: those that wait, that were sent, and that failed and can be sent again.
import { Anchor, Button, Stack, Text } from "@mantine/core";
import { Send } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOutbox, useSettings } from "@/features/admin-system/queries";
import type { OutboxState } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { FilterBar } from "@/shared/components/filters/FilterBar";
import { FilterSelect } from "@/shared/components/filters/FilterSelect";
import { LoadMore } from "@/shared/components/LoadMore";
import { NothingMatches } from "@/shared/components/NothingMatches";
import { QueryView } from "@/shared/components/QueryView";
import { VirtualRows } from "@/shared/components/VirtualRows";
import { oneOf, useAddressFilters } from "@/shared/hooks/useAddressFilters";
import { OutboxRow } from "./OutboxRow";
import { Resend } from "./Resend";

/** Pixels of an event whose content is not opened. */
const ROW_HEIGHT = 49;

const STATES: readonly OutboxState[] = ["PENDING", "SENT", "FAILED"];

export function Outbox() {
  const { t } = useTranslation("adminSystem");
  const { values, set, clear, narrowed } = useAddressFilters(["part", "state"], ["part"]);
  const state = oneOf(STATES, values.state);
  const list = useOutbox(state);
  const settings = useSettings();
  return (
    <Stack gap="sm">
      <Where />
      <FilterBar narrowed={narrowed} onClear={clear}>
        <FilterSelect
          label={t("outbox.state")}
          value={state}
          options={STATES.map((each) => ({ value: each, label: t(`outbox.states.${each}`) }))}
          onChange={(next) => set({ state: next })}
        />
      </FilterBar>
      <QueryView
        query={list}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={narrowed ? <NothingMatches onClear={clear} /> : <NothingYet />}
      >
        {({ pages }) => (
          <VirtualRows rows={pages.flatMap(({ items }) => items)} keyOf={({ id }) => id} height={ROW_HEIGHT}>
            {(event) => <OutboxRow event={event} since={settings.data === undefined ? undefined : (settings.data.webhookSince ?? null)} />}
          </VirtualRows>
        )}
      </QueryView>
      <LoadMore hasMore={list.hasNextPage} loading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </Stack>
  );
}

/** What this is, and whether there is an address to send it to. */
function Where() {
  const { t } = useTranslation("adminSystem");
  const settings = useSettings();
  const nowhere = settings.data !== undefined && settings.data.webhookUrl == null;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t(nowhere ? "outbox.waits" : "outbox.text")}{" "}
        {nowhere && (
          <Anchor component={Link} to="/admin/settings" size="sm" underline="always">
            {t("outbox.settings")}
          </Anchor>
        )}
      </Text>
      {settings.data !== undefined && !nowhere && <Resend />}
    </>
  );
}

function NothingYet() {
  const { t } = useTranslation("adminSystem");
  const action = (
    <Button component={Link} to="/admin/settings" variant="default">
      {t("outbox.settings")}
    </Button>
  );
  return <EmptyState icon={Send} title={t("outbox.emptyTitle")} description={t("outbox.emptyText")} action={action} />;
}
