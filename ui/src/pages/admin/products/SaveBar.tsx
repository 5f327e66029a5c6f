// The bar at the end of a product's form: whether there are unsaved changes, and the button to save them (Ctrl/Cmd+S
// too). It stays in view while there are any.
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useShortcut } from "@/shared/hooks/useShortcut";
import classes from "./products.module.css";

interface SaveBarProps {
  label: string;
  unsaved: boolean;
  pending: boolean;
  onSave: () => void;
  /** Left out where there is nothing to go back to. */
  onRevert?: () => void;
}

export function SaveBar({ label, unsaved, pending, onSave, onRevert }: SaveBarProps) {
  const { t } = useTranslation("adminProducts");
  useShortcut({ code: "KeyS", mod: true }, () => unsaved && onSave());
  return (
    <div className={classes.saveBar} data-unsaved={unsaved || undefined}>
      <span className={classes.muted} role="status">
        {unsaved ? t("form.unsaved") : onRevert !== undefined && t("form.allSaved")}
      </span>
      <Group gap="xs">
        {onRevert !== undefined && (
          <Button variant="subtle" color="gray" disabled={!unsaved || pending} onClick={onRevert}>
            {t("form.revert")}
          </Button>
        )}
        <Button type="submit" disabled={!unsaved} loading={pending}>
          {label}
        </Button>
      </Group>
    </div>
  );
}
