// The palette (Ctrl/Cmd+K): pages and appearance, and what the panel finds. It is opened by our own shortcut, which uses the
// physical key.
import { Group, Kbd, useMantineColorScheme } from "@mantine/core";
import { isActionsGroup, Spotlight, type SpotlightActionGroupData, type SpotlightFilterFunction } from "@mantine/spotlight";
import { Keyboard, Languages, Moon, MoveRight, Search, Sun } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { switchLanguage } from "@/shared/appearance/language";
import { useLang } from "@/shared/hooks/useLang";
import { isComposing } from "@/shared/hooks/useShortcut";
import { audience } from "@/shared/text/audience";
import { paletteStore } from "./paletteStore";
import { openShortcutHelp } from "./ShortcutHelp";
import type { Place } from "./shortcuts";
import classes from "./Palette.module.css";

const ICON = { size: 20, "aria-hidden": true } as const;

/** What else than pages the typed words find. */
export interface Found {
  query: string;
  onQuery: (query: string) => void;
  groups: readonly SpotlightActionGroupData[];
  /** In place of the actions while there are none. */
  nothing: string;
}

interface PaletteProps {
  places: readonly Place[];
  found?: Found;
}

export function Palette({ places, found }: PaletteProps) {
  const { t } = useTranslation("shell");
  return (
    <Spotlight
      store={paletteStore}
      actions={usePaletteActions(places)}
      {...(found && { query: found.query, onQueryChange: found.onQuery, filter: (query, actions) => [...narrowed(query, actions), ...found.groups] })}
      shortcut={null}
      classNames={{ action: classes.action, actionDescription: classes.description }}
      centered={false}
      scrollable={found !== undefined}
      maxHeight="min(32rem, 70dvh)"
      nothingFound={found?.nothing ?? t("palette.nothing", { context: audience() })}
      searchProps={{
        leftSection: <Search {...ICON} />,
        placeholder: t("palette.placeholder", { context: audience() }),
        "aria-label": t("palette.label"),
        onKeyDownCapture: keepComposing,
      }}
    />
  );
}

/** The actions whose label holds the words. */
const narrowed: SpotlightFilterFunction = (query, actions) => {
  const words = query.trim().toLowerCase();
  const isNamed = ({ label }: { label?: string }) => label?.toLowerCase().includes(words) === true;
  return actions.flatMap<(typeof actions)[number]>((item) => {
    if (!isActionsGroup(item)) return isNamed(item) ? [item] : [];
    const named = item.actions.filter(isNamed);
    return named.length > 0 ? [{ ...item, actions: named }] : [];
  });
};

/** Enter that ends a syllable must not choose yet: WebKit sends it after the composition. */
function keepComposing(event: KeyboardEvent): void {
  if (isComposing(event.nativeEvent)) event.stopPropagation();
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
