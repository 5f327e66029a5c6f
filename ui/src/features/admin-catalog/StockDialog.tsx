// Corrects a stock level, with the reason that will stand in its history, and shows the result before it is done.
import { Alert, Button, Chip, Group, Modal, SegmentedControl, Select, Stack, Text, TextInput } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { Controller } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { AdminProduct } from "@/ipc/generated/operations";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { productName } from "@/shared/text/names";
import { ADJUSTMENTS, levelAfter, levelOf } from "./stockChange";
import { type MovedStock, type StockForm, useStockForm } from "./useStockForm";
import { WholeNumberInput } from "./WholeNumberInput";
import classes from "./admin-catalog.module.css";

interface StockDialogProps {
  /** The dialog is open while there is one. */
  product: AdminProduct | undefined;
  onClose: () => void;
}

export function StockDialog({ product, onClose }: StockDialogProps) {
  const { t } = useTranslation(["adminProducts", "common"]);
  const lang = useLang();
  const name = product === undefined ? "" : productName(product, lang);
  return (
    <Modal opened={product !== undefined} onClose={onClose} title={t("adjust.title", { name })} closeButtonProps={{ "aria-label": t("common:close") }}>
      {product !== undefined && <StockFields product={product} onClose={onClose} />}
    </Modal>
  );
}

function StockFields({ product, onClose }: { product: AdminProduct; onClose: () => void }) {
  const { t } = useTranslation(["adminProducts", "common"]);
  const fieldText = useFieldText();
  const { form, seen, submit, moved, setAnyway, pending, error } = useStockForm(product, onClose);
  const { control, register, watch, formState } = form;
  const kind = watch("kind");
  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <Controller
          control={control}
          name="kind"
          render={({ field: { value, onChange } }) => (
            <SegmentedControl fullWidth aria-label={t("adjust.kind")} value={value} onChange={onChange} data={ADJUSTMENTS.map((each) => ({ value: each, label: t(`adjust.type.${each}`) }))} />
          )}
        />
        {product.options.length > 0 && <OptionField form={form} product={product} />}
        <WholeNumberInput control={control} name="quantity" label={t(`adjust.quantity.${kind}`)} data-autofocus />
        <div>
          <TextInput label={t("adjust.reason")} description={t("adjust.reasonHint")} error={fieldText(formState.errors.reason)} {...register("reason")} />
          <Group gap={6} mt="xs">
            {t(`adjust.reasons.${kind}`).split("|").map((reason) => (
              <Chip key={reason} size="xs" checked={watch("reason") === reason} onChange={() => form.setValue("reason", reason, { shouldValidate: true })}>
                {reason}
              </Chip>
            ))}
          </Group>
        </div>
        <Result form={form} product={kind === "SET" ? seen : product} />
        {moved === undefined ? (
          <FormError error={error} words={error?.code === "INVALID_STOCK_ADJUSTMENT" ? t("adjust.below") : undefined} />
        ) : (
          <Moved moved={moved} pending={pending} onSet={setAnyway} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>{t("common:cancel")}</Button>
          <Button type="submit" loading={pending}>{t("adjust.submit")}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

interface PartProps {
  form: StockForm;
  product: AdminProduct;
}

function OptionField({ form, product }: PartProps) {
  const { t } = useTranslation("adminProducts");
  return (
    <Controller
      control={form.control}
      name="optionId"
      render={({ field: { value, onChange } }) => (
        <Select
          label={t("adjust.option")}
          allowDeselect={false}
          data={product.options.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={value === undefined ? null : String(value)}
          onChange={(next) => onChange(Number(next))}
        />
      )}
    />
  );
}

/** Both figures, and the way to go on: the count stands, whatever the stock is now. */
function Moved({ moved, pending, onSet }: { moved: MovedStock; pending: boolean; onSet: () => void }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const figures = { seen: formatCount(moved.seenQuantity, lang), now: formatCount(moved.availableQuantity, lang) };
  return (
    <Alert color="orange" variant="light" icon={<TriangleAlert size={18} aria-hidden />} role="alert">
      <Text size="sm" c="var(--mantine-color-text)">{t("adjust.moved", figures)}</Text>
      <Button mt="xs" size="xs" variant="default" loading={pending} onClick={onSet}>{t("adjust.setAnyway")}</Button>
    </Alert>
  );
}

function Result({ form, product }: PartProps) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const [kind, quantity, optionId] = form.watch(["kind", "quantity", "optionId"]);
  const before = levelOf(product, optionId);
  const after = levelAfter(before, kind, quantity);
  return (
    <div className={classes.result} role="status">
      <Text size="sm" c="dimmed">{t("adjust.result")}</Text>
      <span className={`tabular ${classes.figures}`}>
        {formatCount(before, lang)} → {after === undefined ? "–" : formatCount(after, lang)}
      </span>
    </div>
  );
}
