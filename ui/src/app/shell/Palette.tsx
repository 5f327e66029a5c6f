// The palette (Ctrl/Cmd+K): pages and appearance. It is opened by our own shortcut, which uses the physical key.
import { Group, Kbd, useMantineColorScheme } from "@mantine/core";
import { Spotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { Keyboard, Languages, Moon, MoveRight, Search, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { switchLanguage } from "@/shared/appearance/language";
import { useLang } from "@/shared/hooks/useLang";
import { audience } from "@/shared/text/audience";
import { openShortcutHelp } from "./ShortcutHelp";
import type { Place } from "./shortcuts";
import classes from "./Palette.module.css";

const ICON = { size: 20, "aria-hidden": true } as const;

export function Palette({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation("shell");
  return (
    <Spotlight
      actions={usePaletteActions(places)}
      shortcut={null}
      classNames={{ action: classes.action }}
      nothingFound={t("palette.nothing", { context: audience() })}
      searchProps={{
        leftSection: <Search {...ICON} />,
        placeholder: t("palette.placeholder", { context: audience() }),
        "aria-label": t("palette.label"),
      }}
    />
  );
}

/** Visible only; a screen reader reads the page's name. */
function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <Group gap={4} aria-hidden>
      {keys.map((key) => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      ))}
    </Group>
  );
}

function usePaletteActions(places: readonly Place[]): SpotlightActionGroupData[] {
  const { t } = useTranslation("shell");
  const navigate = useNavigate();
  const lang = useLang();
  const { setColorScheme } = useMantineColorScheme();
  return [
    {
      group: t("palette.pages"),
      actions: places.map(({ to, title, key, icon: Icon = MoveRight }) => ({
        id: to,
        label: title,
        leftSection: <Icon {...ICON} />,
        rightSection: <Keys keys={["G", key]} />,
        onClick: () => void navigate(to),
      })),
    },
    {
      group: t("palette.display"),
      actions: [
        { id: "dark", label: t("palette.darkTheme"), leftSection: <Moon {...ICON} />, onClick: () => setColorScheme("dark") },
        { id: "light", label: t("palette.lightTheme"), leftSection: <Sun {...ICON} />, onClick: () => setColorScheme("light") },
        {
          id: "language",
          label: t("palette.switchLanguage"),
          leftSection: <Languages {...ICON} />,
          onClick: () => switchLanguage(lang === "ko" ? "en" : "ko"),
        },
        { id: "help", label: t("palette.help"), leftSection: <Keyboard {...ICON} />, onClick: () => openShortcutHelp(places) },
      ],
    },
  ];
}
