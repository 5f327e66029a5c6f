// The parts of the settings: a link to each, which the address keeps, and the part itself, which comes into view when it is
// named.
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useSearchParams } from "react-router";
import { TitledPanel } from "@/shared/components/TitledPanel";
import classes from "./settings.module.css";

const PARTS = ["shop", "business", "selling", "charging", "shipping", "backups", "webhook", "alerts", "documents"] as const;
type Part = (typeof PARTS)[number];

export function SettingsNav() {
  const { t } = useTranslation("adminSettings");
  const current = useSearchParams()[0].get("part");
  return (
    <nav aria-label={t("parts")} className={classes.nav}>
      {PARTS.map((part) => (
        <Link key={part} to={{ search: `?part=${part}` }} replace preventScrollReset className={classes.navLink} aria-current={part === current ? "location" : undefined}>
          {t(`part.${part}`)}
        </Link>
      ))}
    </nav>
  );
}

export function SettingsPart({ name, remark, children }: { name: Part; remark?: string; children: ReactNode }) {
  const { t } = useTranslation("adminSettings");
  const place = useRef<HTMLDivElement>(null);
  const isNamed = useSearchParams()[0].get("part") === name;
  // A second press on the same link has another key, and leads there again.
  const { key } = useLocation();
  useEffect(() => {
    if (isNamed) place.current?.scrollIntoView({ block: "start" });
  }, [isNamed, key]);
  return (
    <div ref={place} className={classes.part}>
      <TitledPanel title={t(`part.${name}`)} remark={remark}>
        <div className={classes.rows}>{children}</div>
      </TitledPanel>
    </div>
  );
}
