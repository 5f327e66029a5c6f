// The shop's own server: on or off, its addresses, access from the network, and its port.
import { Badge, Group, Stack, Switch, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ServerState } from "@/ipc/generated/operations";
import { Panel } from "@/shared/components/Panel";
import { QueryView } from "@/shared/components/QueryView";
import { initialChoice, type PortChoice, portOf } from "./address";
import { LanPart } from "./LanPart";
import { PortPart } from "./PortPart";
import { useServerState } from "./queries";
import { ServerAddresses } from "./ServerAddresses";
import { ServerFault } from "./ServerFault";
import { type Server, useServer } from "./useServer";
import classes from "./server.module.css";

export function ServerPanel() {
  return <QueryView query={useServerState()}>{(state) => <Parts state={state} />}</QueryView>;
}

function Parts({ state }: { state: ServerState }) {
  const server = useServer(state);
  const [choice, setChoice] = useState<PortChoice>(() => initialChoice(state));
  return (
    <Panel p={0}>
      <OnOff state={state} server={server} choice={choice} />
      <LanPart state={state} server={server} />
      <PortPart state={state} choice={choice} onChoose={setChoice} onMove={server.move} pending={server.pending} />
    </Panel>
  );
}

function OnOff({ state, server, choice }: { state: ServerState; server: Server; choice: PortChoice }) {
  const { t } = useTranslation("server");
  const port = portOf(choice);
  return (
    <Stack className={classes.part} gap="lg">
      <Group justify="space-between" align="start" wrap="nowrap" gap="xl">
        <div>
          <Group gap="sm" mb={6}>
            <Title order={2} size="h3">
              {t("heading")}
            </Title>
            <Badge variant="light" tt="none" color={state.running ? "teal" : "gray"} c="var(--mantine-color-text)">
              {t(state.running ? "on" : "off")}
            </Badge>
          </Group>
          <Text c="dimmed">{t("text")}</Text>
        </div>
        <Switch
          size="lg"
          aria-label={t("switch")}
          checked={state.running}
          disabled={server.pending || (!state.running && port === null)}
          onChange={() => (state.running ? server.switchOff() : server.switchOn(port ?? undefined))}
        />
      </Group>
      <ServerFault state={state} error={server.error} />
      {state.running ? (
        <ServerAddresses addresses={state.addresses} />
      ) : (
        <Text size="sm" className={classes.quiet}>
          {t("offHint")}
        </Text>
      )}
    </Stack>
  );
}
