// Events for the merchant's own system: those that wait, that were sent, and that failed and can be sent again.
import { Button, Stack, Text } from "@mantine/core";
import { Send } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOutbox, useSettings } from "@/features/admin-system/queries";
import { useMay } from "@/features/user/session";
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

/** Without an address there are no events to speak of. Only an owner sees the address; other admins see the events. */
export function Outbox() {
  return useMay()("get_settings") ? <OutboxOfOwner /> : <Events since={null} />;
}

function OutboxOfOwner() {
  const settings = useSettings();
  return <QueryView query={settings}>{({ webhookUrl, webhookSince }) => (webhookUrl == null ? <NothingYet text="waits" /> : <Events since={webhookSince ?? null} />)}</QueryView>;
}

function Events({ since }: { since: string | null }) {
  const { t } = useTranslation("adminSystem");
  const { values, set, clear, narrowed } = useAddressFilters(["part", "state"], ["part"]);
  const state = oneOf(STATES, values.state);
  const list = useOutbox(state);
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t("outbox.text")}
      </Text>
      <Resend />
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
        empty={narrowed ? <NothingMatches onClear={clear} /> : <NothingYet text="emptyText" />}
      >
        {({ pages }) => (
          <VirtualRows rows={pages.flatMap(({ items }) => items)} keyOf={({ id }) => id} height={ROW_HEIGHT}>
            {(event) => <OutboxRow event={event} since={since} />}
          </VirtualRows>
        )}
      </QueryView>
      <LoadMore hasMore={list.hasNextPage} loading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </Stack>
  );
}

function NothingYet({ text }: { text: "waits" | "emptyText" }) {
  const { t } = useTranslation("adminSystem");
  const action = useMay()("get_settings") && (
    <Button component={Link} to="/admin/settings" variant="default">
      {t("outbox.settings")}
    </Button>
  );
  return <EmptyState icon={Send} title={t("outbox.emptyTitle")} description={t(`outbox.${text}`)} action={action} />;
}
