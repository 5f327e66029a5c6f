// The signed-in user and what is theirs; for a visitor, the link to sign in.
import { Button, Menu } from "@mantine/core";
import { CircleUserRound, Coins, Heart, LogOut, Receipt, Settings, Store, TicketPercent, UserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useLogout } from "@/features/user/session";
import { permits } from "@/features/user/roles";
import { leastRoles, type User } from "@/ipc/generated/operations";
import { host } from "@/ipc/host";
import { Points } from "@/shared/components/Money";
import classes from "./Shell.module.css";

export function AccountMenu({ customer }: { customer: User | null }) {
  const { t } = useTranslation("shell");
  const logout = useLogout();

  if (customer === null) {
    return (
      <Button component={Link} to="/sign-in" variant="default" ml="xs">
        {t("account.signIn")}
      </Button>
    );
  }
  const entry = (to: string, Icon: typeof Coins, label: string) => (
    <Menu.Item component={Link} to={to} leftSection={<Icon size={18} aria-hidden />}>
      {label}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button variant="subtle" color="gray" px="xs" leftSection={<CircleUserRound size={22} aria-hidden />} aria-label={t("account.menu", { name: customer.name })}>
          <span className={classes.account}>{customer.name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/points" leftSection={<Coins size={18} aria-hidden />} rightSection={<Points amount={customer.availablePoint} fw={600} />}>
          {t("account.points")}
        </Menu.Item>
        <Menu.Divider />
        {entry("/orders", Receipt, t("account.orders"))}
        {entry("/coupons", TicketPercent, t("account.coupons"))}
        {entry("/wishes", Heart, t("account.wishes"))}
        {entry("/me", UserRound, t("account.me"))}
        {customer.type === "ADMIN" && entry("/admin", Store, t("account.admin"))}
        {customer.type === "ADMIN" && permits(customer.role ?? undefined, leastRoles.update_settings) && host() === "window" && entry("/settings", Settings, t("account.settings"))}
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={18} aria-hidden />} disabled={logout.pending} onClick={() => void logout.run({})}>
          {t("account.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
