// Handles the messages of the window: an item of its menu, a file that was saved, and a file dropped on it. Mounted once,
// in the shell of either area.
import { useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useSession } from "@/features/user/session";
import type { PageCue } from "@/ipc/generated/operations";
import { attachMenu } from "@/ipc/menu";
import { useLang } from "@/shared/hooks/useLang";
import { toastDetail } from "@/shared/toast";
import { dropAgain } from "./dropped";
import { palette } from "./shell/paletteStore";
import { openShortcutHelp } from "./shell/ShortcutHelp";
import type { Place } from "./shell/shortcuts";

export function useWindowMenu(places: readonly Place[]): void {
  const lang = useLang();
  const { colorScheme } = useMantineColorScheme();
  const { id: userId, role } = useSession().customer ?? {};
  const onCue = useEffectEvent(useCues(places));
  // The menu depends on the language, the theme and the user: it is sent again whenever one of them changes.
  useEffect(() => attachMenu(colorScheme, onCue), [lang, colorScheme, userId, role]);
}

function useCues(places: readonly Place[]): (cue: PageCue) => void {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { t } = useTranslation("shell");
  return (cue) => {
    switch (cue.act) {
      case "go":
        return void navigate(cue.to);
      case "back":
        return void navigate(-1);
      case "forward":
        return void navigate(1);
      case "refresh":
        return void client.invalidateQueries();
      case "palette":
        return palette.open();
      case "shortcuts":
        return openShortcutHelp(places);
      case "saved":
        return toastDetail("good", t("saved", { name: cue.name }), cue.folder);
      case "notSaved":
        return toastDetail("bad", t("notSaved.title"), t("notSaved.text"));
      case "dropped":
        return dropAgain(cue);
    }
  };
}
