// A coupon got by the code that the shop told its customer.
import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRedeemCoupon } from "@/features/coupon/queries";
import type { ShopError } from "@/ipc/errors";
import { Form } from "@/shared/forms/Form";
import { useLang } from "@/shared/hooks/useLang";
import { useRequestKey } from "@/shared/hooks/useRequestKey";
import { couponName } from "@/shared/text/names";
import { toastSuccess } from "@/shared/toast";

type Fault = "unknown" | "ended" | "owned" | "soldOut";

export function CodeForm() {
  const { t } = useTranslation("coupons");
  const lang = useLang();
  const [code, setCode] = useState("");
  const [fault, setFault] = useState<Fault>();
  const { keyFor, failed } = useRequestKey();
  const redeem = useRedeemCoupon({
    onSuccess: (got) => {
      setCode("");
      toastSuccess(t("got", { name: couponName(got, lang) }));
    },
    onError: (error) => {
      failed(error);
      const found = faultOf(error);
      setFault(found);
      return found !== undefined;
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const request = { code: code.trim() };
    if (request.code === "") return;
    setFault(undefined);
    void redeem.run(request, { idempotencyKey: keyFor(request) });
  };
  return (
    <Form onSubmit={submit}>
      <Group align="start" gap="xs" mb="xl" maw={480} wrap="nowrap">
        <TextInput
          aria-label={t("code.label")}
          placeholder={t("code.label")}
          size="md"
          maxLength={64}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          value={code}
          error={fault !== undefined && t(`code.${fault}`)}
          onChange={({ currentTarget }) => {
            setCode(currentTarget.value);
            setFault(undefined);
          }}
          style={{ flex: 1 }}
        />
        <Button type="submit" size="md" variant="default" loading={redeem.pending}>
          {t("code.submit")}
        </Button>
      </Group>
    </Form>
  );
}

/** What is said under the field; the rest is said as everywhere. */
function faultOf(error: ShopError): Fault | undefined {
  if (error.code === "COUPON_NOT_FOUND") return error.details.reason === "ENDED" ? "ended" : "unknown";
  if (error.code === "INVALID_INPUT") return "unknown";
  if (error.code === "COUPON_ALREADY_ISSUED") return "owned";
  return error.code === "COUPON_SOLD_OUT" ? "soldOut" : undefined;
}
