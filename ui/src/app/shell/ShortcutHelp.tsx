// The dialog behind "?": every shortcut with what it does.
import { Group, Kbd, SimpleGrid, Stack, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import i18next from "i18next";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { openOverlay } from "@/shared/overlays";
import { ACTIONS, type Place } from "./shortcuts";

export function openShortcutHelp(places: readonly Place[]): void {
  openOverlay(() =>
    modals.open({
      modalId: "shortcuts",
      size: "xl",
      title: i18next.t("shell:shortcuts.title"),
      closeButtonProps: { "aria-label": i18next.t("common:close") },
      children: <ShortcutList places={places} />,
    }),
  );
}

function ShortcutList({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation("shell");
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={48}>
      <Stack gap={6}>
        {ACTIONS.map(({ keys, label }) => (
          <Row key={label} keys={keys} label={t(`shortcuts.${label}`)} />
        ))}
      </Stack>
      <Stack gap={6}>
        {places.map(({ key, to, title }) => (
          <Row key={to} keys={["G", key]} label={title} />
        ))}
      </Stack>
    </SimpleGrid>
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
