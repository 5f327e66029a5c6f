// The frame of the pages before the shop is open: they have no header of the shop, and so bring their own name and switches.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch, ThemeSwitch } from "@/shared/appearance/switches";
import classes from "./OpeningFrame.module.css";

interface OpeningFrameProps {
  /** How the page lays out its main part. */
  mainClass?: string;
  children: ReactNode;
}

export function OpeningFrame({ mainClass = "", children }: OpeningFrameProps) {
  const { t } = useTranslation("common");
  return (
    <div className={classes.frame}>
      <header className={classes.top}>
        <span className={classes.name}>{t("shopName")}</span>
        <div className={classes.switches}>
          <LanguageSwitch radius="xl" />
          <ThemeSwitch radius="xl" />
        </div>
      </header>
      <main className={`${classes.main} ${mainClass}`}>{children}</main>
    </div>
  );
}
