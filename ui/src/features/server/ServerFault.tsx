// Why the server could not start, in words that help: most often another program has the port.
import { Alert, Code, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { hasCode, type ShopError } from "@/ipc/errors";
import type { ServerState } from "@/ipc/generated/operations";

interface ServerFaultProps {
  state: ServerState;
  /** What the last try of this page was answered. */
  error: ShopError | null;
  /** The port it asked for, if one. */
  tried: number | undefined | null;
}

export function ServerFault({ state, error, tried }: ServerFaultProps) {
  const { t } = useTranslation("server");
  const fault = error === null ? state.fault : (error.traceId ?? error.code);
  if (fault === undefined || fault === null) return null;
  const taken = hasCode(error, "CONFLICT") || (error === null && /in use|CONFLICT/i.test(fault));
  const port = tried ?? state.port;
  const words = port === undefined || port === null ? t("fault.portTakenUnknown") : t("fault.portTaken", { port: String(port) });
  return (
    <Alert color="red" variant="light" icon={<CircleAlert size={18} aria-hidden />} role="alert" title={t(state.running ? "fault.unchanged" : "fault.title")}>
      <Text size="sm" c="var(--mantine-color-text)">
        {taken ? words : t("fault.other")}
      </Text>
      {!taken && <Code mt={6}>{fault}</Code>}
    </Alert>
  );
}
