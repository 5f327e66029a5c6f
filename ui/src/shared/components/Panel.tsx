// A quiet surface that holds what belongs together: a form, a sum, a list.
import { Paper, type PaperProps } from "@mantine/core";
import type { ReactNode } from "react";

export function Panel({ children, ...paper }: PaperProps & { children: ReactNode }) {
  return (
    <Paper bd="1px solid var(--mantine-color-default-border)" radius="lg" p="lg" {...paper}>
      {children}
    </Paper>
  );
}
