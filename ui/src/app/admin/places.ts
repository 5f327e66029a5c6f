// The pages that chords and palette open from the panel: its own, and the storefront.
import { useTranslation } from "react-i18next";
import { useRole } from "@/features/user/session";
import type { Place } from "../shell/shortcuts";
import { offeredPages } from "./pages";

export function useAdminPlaces(): readonly Place[] {
  const { t } = useTranslation("admin");
  const pages = offeredPages(useRole()).map(({ code, key, path, label, icon }) => ({ code, key, to: path, title: t(`nav.${label}`), icon }));
  return [...pages, { code: "KeyH", key: "H", to: "/", title: t("nav.storefront") }];
}
