// The refunds of an order, its returns, and the way to ask for another one until the deadline.
import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Order, ReturnList } from "@/ipc/generated/operations";
import { ErrorState } from "@/shared/components/ErrorState";
import { Section } from "@/shared/components/Section";
import { useLang } from "@/shared/hooks/useLang";
import { useNow } from "@/shared/hooks/useNow";
import { formatDateTime } from "@/shared/text/format";
import { useReturns } from "./queries";
import { RefundHistory } from "./RefundHistory";
import { returnable } from "./returnable";
import { ReturnCard } from "./ReturnCard";
import { ReturnDialog } from "./ReturnDialog";
import { addReturnTexts } from "./texts";

addReturnTexts();

export default function ReturnSections({ order }: { order: Order }) {
  const { t } = useTranslation("returns");
  return (
    <Stack gap={44}>
      {order.deliveredAt != null && <Returns order={order} />}
      {order.refunds !== undefined && (
        <Section title={t("refunds")}>
          <RefundHistory order={order} />
        </Section>
      )}
    </Stack>
  );
}

function Returns({ order }: { order: Order }) {
  const { t } = useTranslation("returns");
  const returns = useReturns(order.id);
  if (returns.data === undefined) return returns.isError ? <ErrorState error={returns.error} onRetry={() => void returns.refetch()} /> : null;
  // An order of before, or one that was refunded, has nothing to return and none to show.
  if (returns.data.items.length === 0 && order.state !== "CONFIRMED") return null;
  return (
    <Section title={t("title")}>
      <Stack gap="lg">
        {returns.data.items.map((row) => (
          <ReturnCard key={row.id} row={row} order={order} />
        ))}
        <Asking order={order} list={returns.data} />
      </Stack>
    </Section>
  );
}

function Asking({ order, list }: { order: Order; list: ReturnList }) {
  const { t } = useTranslation("returns");
  const lang = useLang();
  const now = useNow(10_000);
  const [opened, setOpened] = useState(false);
  const items = returnable(order, list);
  const until = list.returnableUntil;
  if (until == null || items.length === 0) return null;
  const isOver = now > new Date(until);
  return (
    <div>
      <Text size="sm" c="dimmed" mb="xs">
        {t(isOver ? "over" : "until", { at: formatDateTime(until, lang) })}
      </Text>
      {!isOver && (
        <Button variant="default" onClick={() => setOpened(true)}>
          {t("ask")}
        </Button>
      )}
      <ReturnDialog order={order} items={items} opened={opened} onClose={() => setOpened(false)} />
    </div>
  );
}
