// A cell of two lines: what it is, and quietly below it what else is good to know.
import { Text } from "@mantine/core";
import type { ReactNode } from "react";

export function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <>
      <Text component="span" display="block" size="sm" fw="inherit" className="tabular" truncate>
        {first}
      </Text>
      <Text component="span" display="block" size="xs" c="dimmed" fw={400} className="tabular" truncate>
        {second}
      </Text>
    </>
  );
}
