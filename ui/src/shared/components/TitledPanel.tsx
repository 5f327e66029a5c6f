// A panel of the admin's pages with its heading: what it holds, a quiet remark, and what can be done with it at the right.
import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Panel } from "./Panel";

interface TitledPanelProps {
  title: string;
  remark?: ReactNode;
  /** Under the heading: what this part is about, where the heading does not say. */
  hint?: string;
  /** At the right: a link to more, a switch. */
  aside?: ReactNode;
  children: ReactNode;
}

export function TitledPanel({ title, remark, hint, aside, children }: TitledPanelProps) {
  return (
    <section aria-label={title}>
      <Panel p="md" h="100%">
        <Group justify="space-between" align="flex-start" mb="sm" gap="sm">
          <div>
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
            {hint !== undefined && (
              <Text size="sm" c="dimmed">
                {hint}
              </Text>
            )}
          </div>
          {aside}
        </Group>
        {children}
      </Panel>
    </section>
  );
}
