// How many of the picked deposits were tried so far.
import { Group, Progress as Bar, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Progress } from "@/features/admin-charge/useConfirmDeposits";

export function Running({ progress: { tried, of } }: { progress: Progress }) {
  const { t } = useTranslation("adminDeposits");
  const words = t("confirm.progress", { tried, of });
  return (
    <Group mb={8} gap="sm" wrap="nowrap">
      <Text size="sm" className="tabular" role="status">
        {words}
      </Text>
      <Bar value={(tried / of) * 100} flex={1} aria-label={words} />
    </Group>
  );
}
