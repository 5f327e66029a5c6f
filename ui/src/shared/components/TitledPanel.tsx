// A panel of the admin's pages with its heading: what it holds, a quiet remark, and what can be done with it at the right.
import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Panel } from "./Panel";

interface TitledPanelProps {
  title: string;
  remark?: ReactNode;
  /** At the right: a link to more, a switch. */
  aside?: ReactNode;
  children: ReactNode;
}

const QUIET = "1px solid var(--mantine-color-default-border)";

export function TitledPanel({ title, remark, aside, children }: TitledPanelProps) {
  return (
    <section aria-label={title}>
      <Panel p="md" h="100%" bd={QUIET}>
        <Group justify="space-between" mb="sm" gap="sm">
          <Group gap="sm" align="baseline">
            <Title order={2} size="h4">
              {title}
            </Title>
            {remark !== undefined && (
              <Text component="div" size="sm" c="dimmed">
                {remark}
              </Text>
            )}
          </Group>
          {aside}
        </Group>
        {children}
      </Panel>
    </section>
  );
}
