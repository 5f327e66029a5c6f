// The port: chosen automatically or by an admin. While the server runs, a change restarts it.
import { Button, Group, NumberInput, SegmentedControl, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ServerState } from "@/ipc/generated/operations";
import { type PortChoice, portOf } from "./address";
import classes from "./server.module.css";

interface PortPartProps {
  state: ServerState;
  choice: PortChoice;
  onChoose: (choice: PortChoice) => void;
  /** Restarts the server there. */
  onMove: (port: number) => void;
  pending: boolean;
}

export function PortPart({ state, choice, onChoose, onMove, pending }: PortPartProps) {
  const { t } = useTranslation("server");
  const port = portOf(choice);
  // Nothing is wrong with a field that has just been offered.
  const invalid = port === null && choice.typed !== "";
  const kinds = [
    { value: "free" as const, label: t("port.free") },
    { value: "chosen" as const, label: t("port.chosen") },
  ];
  const next = state.running && port !== null && port !== state.port ? port : undefined;
  return (
    <div className={classes.part}>
      <div className={classes.setting}>
        <div>
          <Title order={3} size="h4">
            {t("port.title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t(state.running && choice.kind === "free" ? "port.nextTime" : "port.hint")}
          </Text>
        </div>
        <Group align="start">
          <SegmentedControl aria-label={t("port.title")} data={kinds} value={choice.kind} disabled={pending} onChange={(kind) => onChoose({ ...choice, kind })} />
          {choice.kind === "chosen" && (
            <NumberInput
              aria-label={t("port.number")}
              placeholder="8080"
              value={choice.typed}
              onChange={(typed) => onChoose({ ...choice, typed })}
              error={invalid ? t("port.invalid") : undefined}
              allowNegative={false}
              hideControls
              disabled={pending}
              w={150}
              classNames={{ input: "tabular" }}
            />
          )}
        </Group>
      </div>
      {next !== undefined && (
        <Group justify="flex-end" mt="md">
          <Button variant="default" loading={pending} onClick={() => onMove(next)}>
            {t("port.apply")}
          </Button>
        </Group>
      )}
    </div>
  );
}
