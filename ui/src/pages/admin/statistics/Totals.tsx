// The sums of a period, side by side.
import { SimpleGrid } from "@mantine/core";
import { FigureTile } from "@/shared/components/FigureTile";

export function Totals({ totals }: { totals: readonly { label: string; value: string }[] }) {
  return (
    <SimpleGrid cols={{ base: 2, md: totals.length }} spacing="md" component="dl" m={0}>
      {totals.map(({ label, value }) => (
        <FigureTile key={label} large label={label} value={value} />
      ))}
    </SimpleGrid>
  );
}
