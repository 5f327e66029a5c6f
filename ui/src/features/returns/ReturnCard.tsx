// One return: what and why, how far it has come, and what the shop said.
import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Order, ReturnRequest } from "@/ipc/generated/operations";
import { StateTag, type Tone } from "@/shared/components/StateTag";
import { useLang } from "@/shared/hooks/useLang";
import { formatDateTime } from "@/shared/text/format";
import { lineName } from "@/shared/text/names";

const TONES = { REQUESTED: "wanted", APPROVED: "wanted", RECEIVED: "wanted", REFUNDED: "good", REJECTED: "bad" } as const satisfies Record<ReturnRequest["state"], Tone>;

export function ReturnCard({ row, order }: { row: ReturnRequest; order: Pick<Order, "items" | "refunds"> }) {
  const { t } = useTranslation("returns");
  const lang = useLang();
  return (
    <Stack gap={4} align="flex-start">
      <StateTag tone={TONES[row.state]}>{t(`state.${row.state}`)}</StateTag>
      <Text>{t(`stateText.${row.state}`)}</Text>
      {row.items.map(({ orderItemId, quantity }) => {
        const item = order.items.find(({ id }) => id === orderItemId);
        return item && <Text key={orderItemId} size="sm">{t("units", { name: lineName(item, lang), count: quantity })}</Text>;
      })}
      <Text size="sm">{t("reasonOf", { reason: row.reason })}</Text>
      {row.note && (
        <Text size="sm" fw={600}>
          {t("note", { note: row.note })}
        </Text>
      )}
      <ol aria-label={t("steps")} style={{ margin: 0, padding: 0, listStyle: "none" }}>
        {stepsOf(row, order).map(({ step, at }) => (
          <li key={step}>
            <Text size="sm" c="dimmed">
              {t(`step.${step}`)} · {formatDateTime(at, lang)}
            </Text>
          </li>
        ))}
      </ol>
    </Stack>
  );
}

type Step = "asked" | "approved" | "received" | "refunded" | "rejected";

/** The steps that were taken. */
function stepsOf(row: ReturnRequest, { refunds = [] }: Pick<Order, "refunds">): { step: Step; at: string }[] {
  const refund = refunds.find(({ id }) => id === row.refundId);
  const steps: [Step, string | null | undefined][] = [
    ["asked", row.createdAt],
    ["approved", row.approvedAt],
    ["rejected", row.rejectedAt],
    ["received", row.receivedAt],
    ["refunded", refund?.createdAt],
  ];
  return steps.flatMap(([step, at]) => (at == null ? [] : [{ step, at }]));
}
