// Why the server could not start: most often another program uses the port.
import { Alert, Code, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type ShopError, traceIdOf } from "@/ipc/errors";
import type { ServerState } from "@/ipc/generated/operations";
import { errorText } from "@/shared/text/errorText";

/** The system's own words, and its number for it on Linux, macOS and Windows. */
const PORT_TAKEN = /address already in use|os error (98|48|10048)\b/i;

interface ServerFaultProps {
  state: ServerState;
  /** The refusal of the last attempt of this page. A port that is taken is no refusal: it is in the state. */
  error: ShopError | null;
}

export function ServerFault({ state, error }: ServerFaultProps) {
  const { t } = useTranslation("server");
  const fault = error === null ? state.fault : (traceIdOf(error) ?? error.code);
  if (fault === undefined || fault === null) return null;
  const taken = error === null && PORT_TAKEN.test(fault);
  const { port } = state;
  const words = port === undefined || port === null ? t("fault.portTakenUnknown") : t("fault.portTaken", { port: String(port) });
  return (
    <Alert color="red" variant="light" icon={<CircleAlert size={18} aria-hidden />} role="alert" title={t(state.running ? "fault.unchanged" : "fault.title")}>
      <Text size="sm" c="var(--mantine-color-text)">
        {error !== null ? errorText(error) : taken ? words : t("fault.other")}
      </Text>
      {!taken && <Code mt={6}>{fault}</Code>}
    </Alert>
  );
}
