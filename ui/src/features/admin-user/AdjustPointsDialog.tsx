// Adds or deducts points, with a reason that the customer reads in the history, and shows the new balance.
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Group, Modal, NumberInput, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { Controller, useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import texts from "@/locales/ko/adminCustomers.json";
import type { AdminUser } from "@/ipc/generated/operations";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints } from "@/shared/text/format";
import { typedNumber } from "@/shared/text/wholeNumber";
import { type AdjustFields, adjustRules, changeOf } from "./adjusting";
import { useAdjustPoints } from "./useAdjustPoints";

interface AdjustPointsDialogProps {
  user: AdminUser;
  opened: boolean;
  onClose: () => void;
}

export function AdjustPointsDialog({ user, opened, onClose }: AdjustPointsDialogProps) {
  const { t } = useTranslation(["adminCustomers", "common"]);
  return (
    <Modal opened={opened} onClose={onClose} title={t("adjust.title", { name: user.name })} closeButtonProps={{ "aria-label": t("common:close") }}>
      {/* Inside, so that each opening begins with an empty form. */}
      <AdjustForm user={user} onClose={onClose} />
    </Modal>
  );
}

function AdjustForm({ user, onClose }: Omit<AdjustPointsDialogProps, "opened">) {
  const { t } = useTranslation(["adminCustomers", "common"]);
  const lang = useLang();
  const refused = useRefusedText();
  const balance = user.availablePoint;
  const form = useForm<AdjustFields>({ resolver: zodResolver(adjustRules(balance)), defaultValues: { way: "give", amount: "", reason: "" } });
  const { control, formState, register } = form;
  const adjust = useAdjustPoints(user, form, onClose);
  const [way, amount] = useWatch({ control, name: ["way", "amount"] });
  const change = changeOf({ way, amount });
  const submit = form.handleSubmit((typed) => adjust.run(changeOf(typed), typed.reason.trim()));
  return (
    <Form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Controller
          control={control}
          name="way"
          render={({ field: { value, onChange } }) => (
            <SegmentedControl
              fullWidth
              aria-label={t("adjust.way")}
              value={value}
              onChange={onChange}
              data={(["give", "take"] as const).map((each) => ({ value: each, label: t(`adjust.${each}`) }))}
            />
          )}
        />
        <Controller
          control={control}
          name="amount"
          render={({ field: { onChange, ...field } }) => (
            <NumberInput
              {...field}
              onChange={(typed) => onChange(typedNumber(typed))}
              data-autofocus
              label={t("adjust.amount")}
              error={refused(formState.errors.amount)}
              thousandSeparator=","
              suffix="P"
              allowNegative={false}
              maxLength={18}
              hideControls
              classNames={{ input: "tabular" }}
            />
          )}
        />
        <TextInput label={t("adjust.reason")} description={t("adjust.reasonHint")} maxLength={400} error={refused(formState.errors.reason)} {...register("reason")} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t("adjust.balance")}
          </Text>
          <Text fw={600} className="tabular" aria-live="polite">
            {t("change", { before: formatPoints(balance, lang), after: formatPoints(Math.max(0, balance + change), lang) })}
          </Text>
        </Group>
        <FormError error={adjust.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={adjust.pending}>
            {t(way === "give" ? "adjust.confirmGive" : "adjust.confirmTake")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

type Refusal = keyof typeof texts.refused;

function useRefusedText(): (failure: { message?: string } | undefined) => string | undefined {
  const { t } = useTranslation("adminCustomers");
  const fieldText = useFieldText();
  return (failure) => {
    const message = failure?.message;
    return message !== undefined && message in texts.refused ? t(`refused.${message as Refusal}`) : fieldText(failure);
  };
}
