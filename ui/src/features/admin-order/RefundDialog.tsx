// The confirmation of a refund, with its effects: points, stock, coupons, the sales of the day.
import { Alert, Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { Info } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdminOrder, RefundPreview } from "@/ipc/generated/operations";
import { QueryView } from "@/shared/components/QueryView";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatWon } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import { useRefundPreview } from "./queries";
import { RefundEffects } from "./RefundEffects";

interface RefundDialogProps {
  order: AdminOrder;
  opened: boolean;
  onClose: () => void;
}

export function RefundDialog({ order, opened, onClose }: RefundDialogProps) {
  const { t } = useTranslation(["adminOrders", "common"]);
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={t("refund.title", { number: order.orderNumber })} closeButtonProps={{ "aria-label": t("common:close") }}>
      <Question order={order} onClose={onClose} />
    </Modal>
  );
}

/** Rendered inside the dialog, so that its query runs each time the dialog opens. */
function Question({ order, onClose }: Omit<RefundDialogProps, "opened">) {
  const preview = useRefundPreview(order.id);
  return <QueryView query={preview}>{(data) => <RefundForm order={order} preview={data} onClose={onClose} />}</QueryView>;
}

function RefundForm({ order, preview, onClose }: Omit<RefundDialogProps, "opened"> & { preview: RefundPreview }) {
  const { t } = useTranslation(["adminOrders", "common"]);
  const lang = useLang();
  const [reason, setReason] = useState("");
  const { key, renew } = useIdempotencyKey();
  const refund = useOperation("refund_order", {
    onSuccess: ({ orderNumber }) => {
      toastSuccess(t("refund.done", { number: orderNumber }));
      onClose();
    },
    onError: () => true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const why = reason.trim();
    void refund.run({ id: order.id, reason: why === "" ? undefined : why }, { idempotencyKey: key });
  };
  return (
    <Form onSubmit={submit}>
      <Stack gap="lg">
        <RefundEffects preview={preview} order={order} />
        {order.deliveryState !== "PREPARING" && (
          <Alert color="yellow" icon={<Info size={18} aria-hidden />}>
            <Text size="sm">{t("refund.sentAlready")}</Text>
          </Alert>
        )}
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
          <Button type="submit" color="red.9" loading={refund.pending} className="tabular">
            {t("refund.confirm", { amount: formatWon(preview.points, lang) })}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
