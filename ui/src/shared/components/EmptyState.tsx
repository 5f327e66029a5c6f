// Nothing here: says why, and offers one thing to do.
import { Stack, Text, Title } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import classes from "./EmptyState.module.css";

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  description?: string;
  /** One button or link. */
  action?: ReactNode;
}

export function EmptyState({ icon: Icon, title, description, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" className={classes.empty}>
      <span className={classes.disc}>
        <Icon aria-hidden size={32} strokeWidth={1.5} />
      </span>
      <Title order={2} size="h3" ta="center">
        {title}
      </Title>
      {description !== undefined && (
        <Text c="dimmed" ta="center" maw={420}>
          {description}
        </Text>
      )}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </Stack>
  );
}
