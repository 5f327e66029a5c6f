// The code of an error and the id under which the log holds more, small below its sentence; nothing where the log has no more.
import { Text } from "@mantine/core";
import { type ShopError, traceIdOf } from "@/ipc/errors";

export function TraceLine({ error }: { error: ShopError }) {
  const traceId = traceIdOf(error);
  if (traceId === undefined) return null;
  return (
    <Text size="xs" c="dimmed">
      {error.code} · {traceId}
    </Text>
  );
}
