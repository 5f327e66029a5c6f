// The title of the window: what it shows, then the shop.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

export function useWindowTitle(title: string): void {
  const shopName = useTranslation("common").t("shopName");
  useEffect(() => {
    document.title = `${title} · ${shopName}`;
  }, [title, shopName]);
}
