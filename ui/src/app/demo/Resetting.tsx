// While the demo is being reset nothing else can be done; its progress is shown.
import { Loader, Modal, Progress, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DemoProgress } from "@/ipc/generated/operations";

/** The share of the whole that each stage takes, in percent, and what comes before it. */
const SHARES = { products: [0, 10], customers: [10, 20], coupons: [20, 25], orders: [25, 95] } as const;

export function percentOf(step: DemoProgress | "begun"): number {
  if (step === "begun") return 0;
  const [from, to] = SHARES[step.stage];
  return from + ((to - from) * step.done) / Math.max(step.total, 1);
}

export function Resetting({ step }: { step: DemoProgress | "begun" }) {
  const { t } = useTranslation("demo");
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} attributes={{ content: { "aria-label": t("reset.running") } }}>
      <Stack align="center" gap="md" py="md" role="status">
        <Loader aria-hidden />
        <Text fw={600}>{t("reset.running")}</Text>
        <Progress.Root size={6} w="100%">
          <Progress.Section value={percentOf(step)} aria-label={t("reset.running")} />
        </Progress.Root>
      </Stack>
    </Modal>
  );
}
