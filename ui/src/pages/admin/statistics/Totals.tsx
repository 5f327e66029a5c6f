// The sums of a period, side by side.
import { SimpleGrid } from "@mantine/core";
import { FigureTile } from "@/shared/components/FigureTile";

export function Totals({ totals }: { totals: readonly { label: string; value: string }[] }) {
  // More than four amounts of eight digits do not fit side by side on a small screen.
  const columns = { base: 2, md: totals.length > 4 ? 3 : totals.length, xl: totals.length };
  return (
    <SimpleGrid cols={columns} spacing="md" component="dl" m={0}>
      {totals.map(({ label, value }) => (
        <FigureTile key={label} large label={label} value={value} />
      ))}
    </SimpleGrid>
  );
}
