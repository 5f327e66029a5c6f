// The sums of a period, side by side.
import { SimpleGrid, Text } from "@mantine/core";
import { Panel } from "@/shared/components/Panel";

export function Totals({ totals }: { totals: readonly { label: string; value: string }[] }) {
  return (
    <SimpleGrid cols={{ base: 2, md: totals.length }} spacing="md" component="dl" m={0}>
      {totals.map(({ label, value }) => (
        <Panel key={label} p="md" bd="1px solid var(--mantine-color-default-border)">
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="dd" m={0} mt={4} fw={700} fz="1.375rem" className="tabular">
            {value}
          </Text>
        </Panel>
      ))}
    </SimpleGrid>
  );
}
