// The ways between the customer's own pages, and out.
import { Bell, FileCheck2, Heart, LockKeyhole, LogOut, type LucideIcon, MapPin, MonitorSmartphone, Palette, Receipt, UserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { useLogout } from "@/features/user/session";
import classes from "./me.module.css";

const ENTRIES = [
  { to: "/me", icon: UserRound, label: "profile" },
  { to: "/me/addresses", icon: MapPin, label: "addresses" },
  { to: "/me/password", icon: LockKeyhole, label: "password" },
  { to: "/me/sessions", icon: MonitorSmartphone, label: "sessions" },
  { to: "/me/restock", icon: Bell, label: "restock" },
  { to: "/me/consents", icon: FileCheck2, label: "consents" },
  { to: "/me/settings", icon: Palette, label: "settings" },
] as const satisfies readonly { to: string; icon: LucideIcon; label: string }[];

const ELSEWHERE = [
  { to: "/orders", icon: Receipt, label: "orders" },
  { to: "/wishes", icon: Heart, label: "wishes" },
] as const satisfies readonly { to: string; icon: LucideIcon; label: string }[];

export function MeNav() {
  const { t } = useTranslation("me");
  const logout = useLogout();
  const entry = ({ to, icon: Icon, label }: (typeof ENTRIES)[number] | (typeof ELSEWHERE)[number]) => (
    <NavLink key={to} to={to} end className={classes.entry}>
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      {t(`nav.${label}`)}
    </NavLink>
  );
  return (
    <>
      {ENTRIES.map(entry)}
      <hr className={classes.rule} />
      {ELSEWHERE.map(entry)}
      <hr className={classes.rule} />
      <button type="button" className={classes.entry} disabled={logout.pending} onClick={() => void logout.run({})}>
        <LogOut size={20} strokeWidth={1.75} aria-hidden />
        {t("nav.signOut")}
      </button>
    </>
  );
}
