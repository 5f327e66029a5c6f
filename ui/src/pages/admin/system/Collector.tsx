// How a collector such as Prometheus reads the metrics, and the token that it needs.
import { Button, Code, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMetricsToken, useMetricsTokenState } from "@/features/admin-system/useMetricsToken";
import { host } from "@/ipc/host";
import { DateText } from "@/shared/components/DateText";
import { QueryView } from "@/shared/components/QueryView";
import { ShownOnce } from "@/shared/components/ShownOnce";
import { TitledPanel } from "@/shared/components/TitledPanel";

export function Collector() {
  const { t } = useTranslation("adminSystem");
  const { made, pending, make, remove } = useMetricsToken();
  // The window does not know under which of its addresses the collector will see it.
  const address = host() === "window" ? "/metrics" : `${window.location.origin}/metrics`;
  return (
    <TitledPanel title={t("collector.title")} remark={<Code>{address}</Code>}>
      <QueryView query={useMetricsTokenState()}>
        {({ exists, madeAt }) => (
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {t("collector.text")}
            </Text>
            {made !== undefined && <ShownOnce secret={made} text={t("collector.once")} />}
            <Group gap="sm">
              <Text size="sm">{madeAt == null ? t("collector.none") : <>{t("collector.since")} <DateText at={madeAt} withTime /></>}</Text>
              <Button size="compact-sm" variant="default" loading={pending} onClick={() => void make(exists)}>
                {t(exists ? "collector.replace" : "collector.make")}
              </Button>
              {exists && (
                <Button size="compact-sm" variant="subtle" color="red.9" c="var(--mantine-color-error)" disabled={pending} onClick={() => void remove()}>
                  {t("collector.remove")}
                </Button>
              )}
            </Group>
          </Stack>
        )}
      </QueryView>
    </TitledPanel>
  );
}
