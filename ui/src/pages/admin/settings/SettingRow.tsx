// One setting: what it is and does at the left, its field at the right.
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Fields } from "./fields";
import classes from "./settings.module.css";

export function SettingRow({ name, children }: { name: keyof Fields; children: ReactNode }) {
  const { t } = useTranslation("adminSettings");
  return (
    <div className={classes.row}>
      <div>
        <Text component="label" htmlFor={name} fw={600}>
          {t(`${name}.label`)}
        </Text>
        <Text size="sm" c="dimmed" id={`${name}-hint`}>
          {t(`${name}.hint`)}
        </Text>
      </div>
      {children}
    </div>
  );
}
