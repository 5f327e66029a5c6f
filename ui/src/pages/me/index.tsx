// The customer's own pages: a menu beside, and one part at a time.
import { useTranslation } from "react-i18next";
import { Navigate, Route, Routes } from "react-router";
import { useSession } from "@/features/user/session";
import { AddressesPart } from "./AddressesPart";
import { ConsentsPart } from "./ConsentsPart";
import { LeavePart } from "./LeavePart";
import classes from "./me.module.css";
import { MeNav } from "./MeNav";
import { PasswordPart } from "./PasswordPart";
import { ProfilePart } from "./ProfilePart";
import { RestockPart } from "./RestockPart";
import { SessionsPart } from "./SessionsPart";
import { SettingsPart } from "./SettingsPart";

export default function MePage() {
  const { t } = useTranslation("me");
  const { customer } = useSession();
  // The route lets only customers in; between signing out and leaving there is a moment without one.
  if (customer === null) return null;
  return (
    <div className={classes.layout}>
      <nav className={classes.side} aria-label={t("nav.label")} data-chrome>
        <MeNav />
      </nav>
      <div className={classes.part}>
        <Routes>
          <Route index element={<ProfilePart customer={customer} />} />
          <Route path="addresses" element={<AddressesPart owner={customer} />} />
          <Route path="password" element={<PasswordPart email={customer.email} />} />
          <Route path="sessions" element={<SessionsPart />} />
          <Route path="restock" element={<RestockPart />} />
          <Route path="consents" element={<ConsentsPart />} />
          {customer.type === "CUSTOMER" && <Route path="leave" element={<LeavePart customer={customer} />} />}
          <Route path="settings" element={<SettingsPart />} />
          <Route path="*" element={<Navigate to="/me" replace />} />
        </Routes>
      </div>
    </div>
  );
}
