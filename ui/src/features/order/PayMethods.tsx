// The ways to pay an order that the shop accepts; for a deposit also a part in points and the name of the depositor. Nothing in a
// shop that takes points alone.
import { Button, NumberInput, Radio, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PaymentMethod } from "@/ipc/generated/operations";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints } from "@/shared/text/format";
import { typedNumber } from "@/shared/text/wholeNumber";
import { mostPoints, type PayChoice, type PayDraft } from "./payChoice";

interface PayMethodsProps {
  methods: readonly PaymentMethod[];
  choice: PayChoice;
  draft: PayDraft;
  onChange: (draft: PayDraft) => void;
  total: number;
  balance: number;
  /** The depositor where no other name is typed. */
  customerName: string;
  disabled?: boolean;
  /** Below a title that says what it is. */
  titled?: boolean;
}

export function PayMethods({ methods, choice, draft, onChange, total, balance, customerName, disabled = false, titled = false }: PayMethodsProps) {
  const { t } = useTranslation("orders");
  if (methods.length < 2) return null;
  return (
    <Stack gap="md">
      <Radio.Group {...(titled ? { "aria-label": t("payWith.label") } : { label: t("payWith.label") })} value={choice.method} onChange={(method) => onChange({ ...draft, method: method as PaymentMethod })}>
        <Stack gap="xs" mt={6}>
          {methods.map((method) => (
            <Radio key={method} value={method} disabled={disabled} label={t(`method.${method}`)} description={t(`payWith.${method}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {choice.method !== "POINT" && <PointsField {...{ choice, draft, onChange, total, balance, disabled }} />}
      {choice.method === "BANK_TRANSFER" && <DepositorField {...{ choice, draft, onChange, customerName, disabled }} />}
    </Stack>
  );
}

type PartProps = Pick<PayMethodsProps, "choice" | "draft" | "onChange" | "disabled">;

function PointsField({ choice, draft, onChange, total, balance, disabled }: PartProps & Pick<PayMethodsProps, "total" | "balance">) {
  const { t } = useTranslation("orders");
  const lang = useLang();
  const most = mostPoints(total, balance);
  if (most === 0) return null;
  return (
    <Stack gap="xs" align="flex-start">
      <NumberInput
        w="100%"
        label={t("payWith.points")}
        description={t("payWith.pointsHint", { points: formatPoints(most, lang) })}
        error={choice.fault === "points" && t("payWith.pointsRange", { points: formatPoints(most, lang) })}
        value={draft.points ?? ""}
        onChange={(typed) => onChange({ ...draft, points: numberOf(typed) })}
        thousandSeparator=","
        allowNegative={false}
        maxLength={15}
        hideControls
        suffix="P"
        disabled={disabled}
        classNames={{ input: "tabular" }}
      />
      <Button variant="default" size="compact-md" disabled={disabled} onClick={() => onChange({ ...draft, points: most })}>
        {t("payWith.allPoints")}
      </Button>
    </Stack>
  );
}

function DepositorField({ choice, draft, onChange, customerName, disabled }: PartProps & Pick<PayMethodsProps, "customerName">) {
  const { t } = useTranslation("orders");
  const fieldText = useFieldText();
  return (
    <TextInput
      label={t("payWith.depositor")}
      description={t("payWith.depositorHint")}
      placeholder={customerName}
      error={choice.fault === "depositor" && fieldText({ message: "tooLong" })}
      value={draft.depositor ?? ""}
      disabled={disabled}
      onChange={({ currentTarget }) => onChange({ ...draft, depositor: currentTarget.value })}
    />
  );
}

function numberOf(typed: number | string): number | undefined {
  const number = typedNumber(typed);
  return number === "" ? undefined : number;
}
