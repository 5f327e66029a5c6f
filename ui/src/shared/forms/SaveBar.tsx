// The bar at the end of a long form: what there is to save, and the button to save it (Ctrl/Cmd+S too). It stays in view
// while there are unsaved changes.
import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useShortcut } from "@/shared/hooks/useShortcut";
import classes from "./SaveBar.module.css";

interface SaveBarProps {
  /** What the button does. */
  label: string;
  /** Whether anything is unsaved, or what is still missing. */
  status: ReactNode;
  unsaved: boolean;
  pending: boolean;
  onSave: () => void;
  /** Left out where there is nothing to go back to. */
  revert?: { label: string; onRevert: () => void };
}

export function SaveBar({ label, status, unsaved, pending, onSave, revert }: SaveBarProps) {
  useShortcut({ code: "KeyS", mod: true }, () => unsaved && onSave());
  return (
    <div className={classes.bar} data-unsaved={unsaved || undefined}>
      <span className={classes.status} role="status">
        {status}
      </span>
      <Group gap="xs">
        {revert !== undefined && (
          <Button variant="subtle" color="gray" disabled={!unsaved || pending} onClick={revert.onRevert}>
            {revert.label}
          </Button>
        )}
        <Button type="submit" disabled={!unsaved} loading={pending}>
          {label}
        </Button>
      </Group>
    </div>
  );
}
