// What is chosen in the window's menu, done by the page. Mounted once, in the shell of either area.
import { useMantineColorScheme } from "@mantine/core";
import { spotlight } from "@mantine/spotlight";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useNavigate } from "react-router";
import { useSession } from "@/features/user/session";
import type { MenuChoice } from "@/ipc/generated/operations";
import { attachMenu } from "@/ipc/menu";
import { useLang } from "@/shared/hooks/useLang";
import { openShortcutHelp } from "./shell/ShortcutHelp";
import type { Place } from "./shell/shortcuts";

export function useWindowMenu(places: readonly Place[]): void {
  const lang = useLang();
  const { colorScheme } = useMantineColorScheme();
  const person = useSession().customer?.id;
  const onChoice = useEffectEvent(useChoices(places));
  // The menu speaks the language, looks like the page, and shows admins more: whenever one of them changes it is told anew.
  useEffect(() => attachMenu(colorScheme, onChoice), [lang, colorScheme, person]);
}

function useChoices(places: readonly Place[]): (choice: MenuChoice) => void {
  const navigate = useNavigate();
  const client = useQueryClient();
  return (choice) => {
    switch (choice.act) {
      case "go":
        return void navigate(choice.to);
      case "back":
        return void navigate(-1);
      case "forward":
        return void navigate(1);
      case "refresh":
        return void client.invalidateQueries();
      case "palette":
        return spotlight.open();
      case "shortcuts":
        return openShortcutHelp(places);
    }
  };
}
