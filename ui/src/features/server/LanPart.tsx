// Access from the local network: off until it is confirmed in a dialog, with a warning while it is on.
import { Alert, Button, Group, Switch, Text, Title } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ServerState } from "@/ipc/generated/operations";
import type { Server } from "./useServer";
import classes from "./server.module.css";

export function LanPart({ state, server }: { state: ServerState; server: Server }) {
  const { t } = useTranslation("server");
  const open = state.running && state.lan;
  return (
    <div className={classes.part}>
      <div className={classes.setting}>
        <div>
          <Title order={3} size="h4">
            {t("lan.title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("lan.hint")} {!state.running && t("lan.needsServer")}
          </Text>
        </div>
        <Switch size="lg" aria-label={t("lan.title")} checked={open} disabled={server.pending || !state.running} onChange={open ? server.closeLan : server.openToLan} />
      </div>
      {open && (
        <Alert color="yellow" variant="light" mt="md" icon={<TriangleAlert size={20} aria-hidden />} title={t("lan.warning.title")} classNames={{ title: classes.warningTitle }}>
          <Group justify="space-between" gap="md">
            <Text size="sm" c="var(--mantine-color-text)" flex="1 1 20rem">
              {t("lan.warning.text")}
            </Text>
            <Button variant="default" size="compact-sm" loading={server.pending} onClick={server.closeLan}>
              {t("lan.turnOff")}
            </Button>
          </Group>
        </Alert>
      )}
    </div>
  );
}
