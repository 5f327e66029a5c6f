// Requesting points: the amount that will be transferred, and the name that the bank will show with it.
import { Button, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Form } from "@/shared/forms/Form";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";
import { AmountField } from "./AmountField";
import { chargeable } from "./charge";
import { useCharge } from "./useCharge";

/** In characters; the shop checks it again. */
const NAME_LONGEST = 100;

interface RequestFormProps {
  /** The depositor where no other name is typed. */
  customerName: string;
  amount: number | undefined;
  onAmount: (amount: number | undefined) => void;
  onRequested: () => void;
}

export function RequestForm({ customerName, amount, onAmount, onRequested }: RequestFormProps) {
  const { t } = useTranslation("points");
  const lang = useLang();
  const fieldText = useFieldText();
  const [asked, setAsked] = useState(false);
  const [depositor, setDepositor] = useState(customerName);
  const charge = useCharge(() => {
    // The empty field is that of the next request, which was not sent yet.
    setAsked(false);
    onRequested();
  });
  const valid = chargeable(amount);
  const isTooLong = [...depositor.trim()].length > NAME_LONGEST;

  const change = (next: number | undefined) => {
    setAsked(false);
    charge.renew();
    onAmount(next);
  };
  const changeDepositor = (next: string) => {
    charge.renew();
    setDepositor(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (valid !== undefined && !isTooLong) void charge.run(valid, depositor.trim());
  };

  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("request.text")}
        </Text>
        <AmountField amount={amount} onAmount={change} asked={asked} />
        <TextInput
          size="md"
          label={t("request.depositor")}
          description={t("request.depositorHint")}
          error={isTooLong && fieldText({ message: "tooLong" })}
          value={depositor}
          onChange={({ currentTarget }) => changeDepositor(currentTarget.value)}
        />
        <Button type="submit" size="md" loading={charge.pending} className="tabular">
          {valid === undefined ? t("request.submitEmpty") : t("request.submit", { amount: formatWon(valid, lang) })}
        </Button>
      </Stack>
    </Form>
  );
}
