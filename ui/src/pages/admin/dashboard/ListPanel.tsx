// A titled panel of rows with a way to all of them, or a sentence where there are none.
import { Anchor, Text } from "@mantine/core";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { TitledPanel } from "@/shared/components/TitledPanel";
import classes from "./dashboard.module.css";

interface ListPanelProps {
  title: string;
  more: { label: string; to: string };
  empty: string;
  /** Items of a list. */
  rows: readonly ReactNode[];
}

export function ListPanel({ title, more, empty, rows }: ListPanelProps) {
  return (
    <TitledPanel
      title={title}
      aside={
        <Anchor component={Link} to={more.to} size="sm" c="dimmed" className={classes.more}>
          {more.label}
          <ChevronRight size={16} aria-hidden />
        </Anchor>
      }
    >
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed" py="lg" ta="center">
          {empty}
        </Text>
      ) : (
        <ul className={classes.list}>{rows}</ul>
      )}
    </TitledPanel>
  );
}
