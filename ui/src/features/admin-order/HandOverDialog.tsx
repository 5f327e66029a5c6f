// Handing an order over to the customer that tells its six digits.
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdminOrder } from "@/ipc/generated/operations";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";

interface HandOverDialogProps {
  order: AdminOrder;
  opened: boolean;
  onClose: () => void;
}

export function HandOverDialog({ order, opened, onClose }: HandOverDialogProps) {
  const { t } = useTranslation(["adminOrders", "common"]);
  return (
    <Modal opened={opened} onClose={onClose} title={t("handOver.title")} closeButtonProps={{ "aria-label": t("common:close") }}>
      <HandOverForm order={order} onClose={onClose} />
    </Modal>
  );
}

function HandOverForm({ order, onClose }: Omit<HandOverDialogProps, "opened">) {
  const { t } = useTranslation(["adminOrders", "common"]);
  const [code, setCode] = useState("");
  const { key, renew } = useIdempotencyKey();
  const deliver = useOperation("deliver_order", {
    onSuccess: ({ orderNumber }) => {
      toastSuccess(t("handOver.done", { number: orderNumber }));
      onClose();
    },
    onError: () => true,
  });
  const { error } = deliver;
  const isWrong = error?.code === "INVALID_INPUT" && error.details.fields.some(({ field }) => field === "pickupCode");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void deliver.run({ id: order.id, pickupCode: code.trim() }, { idempotencyKey: key });
  };
  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm">{t("handOver.text", { number: order.orderNumber, name: order.shippingAddress.recipientName })}</Text>
        <TextInput
          data-autofocus
          label={t("handOver.code")}
          className="tabular"
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
          value={code}
          error={isWrong && t("handOver.wrong")}
          onChange={(event) => {
            setCode(event.currentTarget.value);
            renew();
          }}
        />
        {!isWrong && <FormError error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={deliver.pending} disabled={code.trim() === ""}>
            {t("action.handOver")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
