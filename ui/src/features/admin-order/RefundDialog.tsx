// A refund of units of an order, or of all that is left: how many of each line, whether they go back into stock, and as what the
// money goes back. What follows is previewed by the shop with each change.
import { Alert, Button, Group, Modal, Radio, Skeleton, Stack, Switch, Text, TextInput } from "@mantine/core";
import { Info } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { toShopError } from "@/ipc/errors";
import type { AdminOrder, AdminReturn, RefundTo } from "@/ipc/generated/operations";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatWon } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import { useRefundPreview } from "./queries";
import { allLeft, feeLeft, isShipped, outsideLeft, previewOf, type RefundDraft, refundOf, startOf, unitsIn } from "./refund";
import { RefundEffects } from "./RefundEffects";
import { RefundLines } from "./RefundLines";

interface RefundDialogProps {
  order: AdminOrder;
  opened: boolean;
  onClose: () => void;
  /** Its units are chosen at first. */
  returned?: AdminReturn;
}

export function RefundDialog({ order, opened, onClose, returned }: RefundDialogProps) {
  const { t } = useTranslation(["adminOrders", "common"]);
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={t("refund.title", { number: order.orderNumber })} closeButtonProps={{ "aria-label": t("common:close") }}>
      {/* Inside, so that each opening begins anew. */}
      <RefundForm order={order} returned={returned} onClose={onClose} />
    </Modal>
  );
}

function RefundForm({ order, returned, onClose }: Omit<RefundDialogProps, "opened">) {
  const { t } = useTranslation(["adminOrders", "common"]);
  const lang = useLang();
  const [draft, setDraft] = useState<RefundDraft>(() => startOf(order, returned));
  const [reason, setReason] = useState("");
  const { key, renew } = useIdempotencyKey();
  // Where only the fee is left there are no lines to choose from.
  const isSomething = unitsIn(draft) > 0 || allLeft(order).size === 0;
  const preview = useRefundPreview(isSomething ? previewOf(order, draft) : undefined);
  const refund = useOperation("refund_order", {
    onSuccess: ({ orderNumber }) => {
      toastSuccess(t("refund.done", { number: orderNumber }));
      onClose();
    },
    onError: () => true,
  });
  const change = (next: Partial<RefundDraft>) => {
    setDraft({ ...draft, ...next });
    renew();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const why = reason.trim();
    void refund.run({ ...refundOf(order, draft), reason: why === "" ? undefined : why }, { idempotencyKey: key });
  };
  const data = isSomething && !preview.isError ? preview.data : undefined;
  return (
    <Form onSubmit={submit}>
      <Stack gap="lg">
        <RefundLines order={order} units={draft.units} onChange={(units) => change({ units })} />
        <Choices order={order} draft={draft} onChange={change} />
        {isShipped(order) && returned === undefined && (
          <Alert color="yellow" icon={<Info size={18} aria-hidden />}>
            <Text size="sm">{t("refund.sentAlready")}</Text>
          </Alert>
        )}
        {!isSomething && <Text size="sm" c="dimmed">{t("refund.nothing")}</Text>}
        {isSomething && data === undefined && !preview.isError && <Skeleton height="9rem" />}
        {isSomething && preview.isError && <FormError error={toShopError(preview.error)} />}
        {data !== undefined && <RefundEffects preview={data} order={order} />}
        <TextInput
          label={t("refund.reason")}
          description={t("refund.reasonHint")}
          value={reason}
          maxLength={200}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            renew();
          }}
        />
        <FormError error={refund.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" color="red.9" loading={refund.pending} disabled={data === undefined || preview.isPlaceholderData} className="tabular">
            {t("refund.confirm", { amount: formatWon(data?.amount ?? 0, lang) })}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

interface ChoicesProps {
  order: AdminOrder;
  draft: RefundDraft;
  onChange: (next: Partial<RefundDraft>) => void;
}

/** What the order leaves to choose: a fee that was paid and is shipped, money that came from outside. */
function Choices({ order, draft, onChange }: ChoicesProps) {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  const fee = feeLeft(order);
  return (
    <Stack gap="sm">
      <Switch label={t("refund.restock")} description={t("refund.restockHint")} checked={draft.restock} onChange={({ currentTarget }) => onChange({ restock: currentTarget.checked })} />
      {fee > 0 && isShipped(order) && (
        <Switch label={t("refund.fee", { amount: formatWon(fee, lang) })} checked={draft.fee} onChange={({ currentTarget }) => onChange({ fee: currentTarget.checked })} />
      )}
      {outsideLeft(order) > 0 && (
        <Radio.Group label={t("refund.to")} value={draft.to} onChange={(to) => onChange({ to: to as RefundTo })}>
          <Group gap="md" mt={6}>
            <Radio value="OUTSIDE" label={t("refund.toOUTSIDE")} />
            <Radio value="POINT" label={t("refund.toPOINT")} />
          </Group>
        </Radio.Group>
      )}
    </Stack>
  );
}
