// Asks for a return: how many of which items, and why.
import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import type { Order, OrderItem } from "@/ipc/generated/operations";
import { QuantityStepper } from "@/shared/components/QuantityStepper";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { useRequestKey } from "@/shared/hooks/useRequestKey";
import { formatCount } from "@/shared/text/format";
import { lineName } from "@/shared/text/names";
import { toastSuccess } from "@/shared/toast";

/** In characters; the shop checks it again. */
const REASON_LONGEST = 200;

interface ReturnDialogProps {
  order: Order;
  /** The items that can be returned, with the units that are left of each. */
  items: readonly { item: OrderItem; left: number }[];
  opened: boolean;
  onClose: () => void;
}

export function ReturnDialog({ opened, ...form }: ReturnDialogProps) {
  const { t } = useTranslation(["returns", "common"]);
  return (
    <Modal opened={opened} onClose={form.onClose} size="lg" title={t("ask")} closeButtonProps={{ "aria-label": t("common:close") }}>
      {/* Inside, so that each opening begins with an empty form. */}
      <ReturnForm {...form} />
    </Modal>
  );
}

function ReturnForm({ order, items, onClose }: Omit<ReturnDialogProps, "opened">) {
  const { t } = useTranslation(["returns", "common"]);
  const fieldText = useFieldText();
  const [units, setUnits] = useState<ReadonlyMap<number, number>>(new Map());
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const { keyFor, failed } = useRequestKey();
  const operation = useOperation("request_return", {
    onSuccess: () => {
      toastSuccess(t("form.done"));
      onClose();
    },
    onError: (error) => {
      failed(error);
      return true;
    },
  });
  const words = reason.trim();
  const chosen = [...units].filter(([, quantity]) => quantity > 0).map(([orderItemId, quantity]) => ({ orderItemId, quantity }));
  const fault = words === "" ? "required" : [...words].length > REASON_LONGEST ? "tooLong" : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const request = { id: order.id, items: chosen, reason: words };
    if (fault === undefined && chosen.length > 0) void operation.run(request, { idempotencyKey: keyFor(request) });
  };
  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm">{t("form.text")}</Text>
        <Items items={items} units={units} onChange={setUnits} />
        {asked && chosen.length === 0 && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t("form.none")}
          </Text>
        )}
        <Textarea
          label={t("form.reason")}
          description={t("form.reasonHint")}
          autosize
          minRows={2}
          value={reason}
          error={asked && fault !== undefined && fieldText({ message: fault })}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <FormError error={operation.error} words={wordsOf(operation.error, t)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={operation.pending}>
            {t("form.submit")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

interface ItemsProps {
  items: ReturnDialogProps["items"];
  units: ReadonlyMap<number, number>;
  onChange: (units: ReadonlyMap<number, number>) => void;
}

function Items({ items, units, onChange }: ItemsProps) {
  const { t } = useTranslation("returns");
  const lang = useLang();
  return (
    <Stack gap="sm" role="group" aria-label={t("form.items")}>
      {items.map(({ item, left }) => (
        <Group key={item.id} justify="space-between" gap="xs">
          <div>
            <Text size="sm" fw={500}>
              {lineName(item, lang)}
            </Text>
            <Text size="xs" c="dimmed" className="tabular">
              {t("form.left", { shown: formatCount(left, lang) })}
            </Text>
          </div>
          <QuantityStepper min={0} max={left} value={units.get(item.id) ?? 0} label={lineName(item, lang)} onChange={(count) => onChange(new Map(units).set(item.id, count))} />
        </Group>
      ))}
    </Stack>
  );
}

type Texts = ReturnType<typeof useTranslation<["returns", "common"]>>["t"];

/** Why it was refused, in the words of this page; the shop's own for anything else. */
function wordsOf(error: ShopError | null, t: Texts): string | undefined {
  if (error?.code === "CONFLICT") return t("refused.open");
  return error?.code === "INVALID_ORDER_STATE" ? t("refused.over") : undefined;
}
