// A titled part of a page: heading, a quiet remark, and a way to more of it.
import { Anchor, Group, Text, Title } from "@mantine/core";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import classes from "./Section.module.css";

interface SectionProps {
  title: string;
  remark?: ReactNode;
  more?: { label: string; to: string };
  children: ReactNode;
}

export function Section({ title, remark, more, children }: SectionProps) {
  return (
    <section aria-label={title}>
      <Group justify="space-between" align="baseline" mb="md" wrap="nowrap">
        <Group gap="sm" align="baseline">
          <Title order={2}>{title}</Title>
          {remark !== undefined && (
            <Text size="sm" c="dimmed">
              {remark}
            </Text>
          )}
        </Group>
        {more !== undefined && (
          <Anchor component={Link} to={more.to} size="sm" c="dimmed" fw={500} flex="none" className={classes.more}>
            <Group gap={2} wrap="nowrap">
              {more.label}
              <ChevronRight size={16} aria-hidden />
            </Group>
          </Anchor>
        )}
      </Group>
      {children}
    </section>
  );
}
