// A titled panel of the page.
import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Panel } from "@/shared/components/Panel";

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Panel>
        <Title order={2} size="h3" mb="md">
          {title}
        </Title>
        {children}
      </Panel>
    </section>
  );
}
