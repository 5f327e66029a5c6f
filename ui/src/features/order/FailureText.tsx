// Why a payment failed, in a general sentence. The shop's note is for its log; only the id of the trace is shown, because
// it helps the customer to report the failure.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { traceIn } from "./orderState";

export function FailureText({ reason }: { reason: string }) {
  const { t } = useTranslation("orders");
  const trace = traceIn(reason);
  return (
    <>
      <Text size="sm">{t("payment.brokeOff")}</Text>
      {trace !== undefined && (
        <Text size="xs" c="dimmed" mt={2}>
          {t("payment.trace", { trace })}
        </Text>
      )}
    </>
  );
}
