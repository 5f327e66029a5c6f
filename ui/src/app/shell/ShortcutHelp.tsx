// The dialog behind "?": every shortcut with what it does.
import { Group, Kbd, Stack, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import i18next from "i18next";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { ACTIONS, PLACES } from "./shortcuts";

export function openShortcutHelp(): void {
  modals.open({
    modalId: "shortcuts",
    title: i18next.t("shell:shortcuts.title"),
    closeButtonProps: { "aria-label": i18next.t("common:close") },
    children: <ShortcutList />,
  });
}

function ShortcutList() {
  const { t } = useTranslation("shell");
  return (
    <Stack gap={6}>
      {ACTIONS.map(({ keys, label }) => (
        <Row key={label} keys={keys} label={t(`shortcuts.${label}`)} />
      ))}
      {PLACES.map(({ key, label }) => (
        <Row key={label} keys={["G", key]} label={t(`shortcuts.${label}`)} />
      ))}
    </Stack>
  );
}

function Row({ keys, label }: { keys: readonly string[]; label: string }) {
  return (
    <Group justify="space-between" mih={30}>
      <Text size="sm">{label}</Text>
      <Group gap={4}>
        {keys.map((key) => (
          <Fragment key={key}>
            <Kbd>{key}</Kbd>
          </Fragment>
        ))}
      </Group>
    </Group>
  );
}
