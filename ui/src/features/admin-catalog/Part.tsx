// One part of a product's page: a quiet heading over what belongs together.
import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Panel } from "@/shared/components/Panel";

interface PartProps {
  title: string;
  hint?: string;
  /** A button at the right of the heading. */
  aside?: ReactNode;
  children: ReactNode;
}

export function Part({ title, hint, aside, children }: PartProps) {
  return (
    <section aria-label={title}>
      <Panel>
        <Group justify="space-between" mb="md" wrap="nowrap" align="flex-start">
          <div>
            <Title order={2} size="1.0625rem">
              {title}
            </Title>
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
