// One figure with its name.
import { Text } from "@mantine/core";
import { Panel } from "@/shared/components/Panel";

interface FigureProps {
  label: string;
  value: string;
  remark?: string;
  /** Something that should be nothing. */
  urgent?: boolean;
}

export function Figure({ label, value, remark, urgent = false }: FigureProps) {
  return (
    <Panel p="sm" bd="1px solid var(--mantine-color-default-border)">
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} mt={2} fw={700} fz="1.25rem" className="tabular" c={urgent ? "var(--mantine-color-error)" : undefined}>
        {value}
      </Text>
      {remark !== undefined && (
        <Text component="dd" m={0} size="xs" c="dimmed" className="tabular">
          {remark}
        </Text>
      )}
    </Panel>
  );
}
