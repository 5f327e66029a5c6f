// Why a payment did not go through, in the shop's words. What the shop noted is for its log; of it only the
// id of the trace helps the customer, to name it when asking for help.
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
