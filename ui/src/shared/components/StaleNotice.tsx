// Says that the page may be out of date because a refetch failed: its age, and a button to refresh.
import { Alert, Button, Group, Text } from "@mantine/core";
import { History } from "lucide-react";
import { useTranslation } from "react-i18next";
import { audience } from "@/shared/text/audience";
import { AgeText } from "./DateText";

interface StaleNoticeProps {
  /** When the shown data was read. */
  at: string;
  onRefresh: () => void;
}

export function StaleNotice({ at, onRefresh }: StaleNoticeProps) {
  const { t } = useTranslation("common");
  return (
    <Alert color="yellow" icon={<History size={18} aria-hidden />} mb="md" role="status">
      <Group justify="space-between">
        <Text size="sm">
          {t("stale", { context: audience() })} (<AgeText at={at} />)
        </Text>
        <Button size="compact-sm" variant="default" onClick={onRefresh}>
          {t("refresh")}
        </Button>
      </Group>
    </Alert>
  );
}
