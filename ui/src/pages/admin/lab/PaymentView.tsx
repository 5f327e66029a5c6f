// A payment that fails after the debit: what its compensation gives back, step by step; and the same in the demo shop.
import { Alert, Button, Stack } from "@mantine/core";
import { CreditCard } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LabFailure, LabState } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useOperation } from "@/shared/hooks/useOperation";
import { useShop } from "@/features/shop/queries";
import { Board } from "./Board";
import { StateTable } from "./StateTable";
import { StepPlayer } from "./StepPlayer";
import { VerdictText } from "./VerdictText";

const FIGURES: readonly (keyof LabState)[] = ["available", "points", "couponsUsed", "orders", "failed"];

export function PaymentView() {
  const { t } = useTranslation("adminLab");
  const [failure, setFailure] = useState<LabFailure>();
  const failing = useOperation("fail_payment_in_lab", { onSuccess: setFailure });
  return (
    <TitledPanel title={t("view.payment")} hint={t("payment.about")}>
      <Button mb="md" leftSection={<CreditCard size={16} aria-hidden />} loading={failing.pending} onClick={() => void failing.run({})}>
        {t("payment.run")}
      </Button>
      {failure === undefined ? <EmptyState icon={CreditCard} title={t("payment.none")} description={t("payment.empty")} /> : <Compensation failure={failure} />}
    </TitledPanel>
  );
}

function Compensation({ failure: { before, after, steps, identities } }: { failure: LabFailure }) {
  const { t } = useTranslation("adminLab");
  const names = { first: t("payment.customer"), second: t("payment.customer"), shop: t("side.shop") };
  const isBack = after.available === before.available + 1 && after.points === before.points && after.couponsUsed === 0;
  const holds = isBack && identities.length === 0;
  const moments = [
    { label: t("payment.before"), state: before },
    { label: t("payment.after"), state: after },
  ];
  return (
    <Stack gap="sm">
      <VerdictText holds={holds}>{t(holds ? "payment.back" : "payment.broken")}</VerdictText>
      <StepPlayer label={t("payment.steps")} steps={steps} names={names} figures={FIGURES} />
      <StateTable caption={t("payment.states")} moments={moments} figures={FIGURES} />
      <Board identities={identities} />
    </Stack>
  );
}

/** Makes the next payment of the demo shop itself fail, in the window and in a browser. */
export function DemoFault() {
  const { t } = useTranslation("adminLab");
  const shop = useShop();
  const [isArmed, setArmed] = useState(false);
  const arming = useOperation("arm_fault", { onSuccess: () => setArmed(true) });
  if (shop.data?.demo !== true) return null;
  return (
    <TitledPanel title={t("fault.title")} hint={t("fault.about")}>
      <Button variant="default" loading={arming.pending} disabled={isArmed} onClick={() => void arming.run({ point: "payment", times: 1 })}>
        {t("fault.arm")}
      </Button>
      {isArmed && (
        <Alert color="gray" mt="sm" role="status">
          {t("fault.armed")}
        </Alert>
      )}
    </TitledPanel>
  );
}
