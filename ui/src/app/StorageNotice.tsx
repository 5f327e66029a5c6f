// The bar above every page while nothing can be saved. Shoppers learn that they cannot order for now; admins learn why, and
// what to do about it, also on the pages of the shop, where the window opens.
import { Anchor } from "@mantine/core";
import { DatabaseZap } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useLastingFault, useShop } from "@/features/shop/queries";
import { useMay, useSession } from "@/features/user/session";
import { Notice } from "./Notice";

export function StorageNotice() {
  const { t } = useTranslation("shell");
  const reason = useShop().data?.storage?.reason;
  const lasting = useLastingFault();
  const may = useMay();
  const admin = useSession().customer?.type === "ADMIN";
  if (reason === undefined) return <Notice />;
  if (!admin) return <Notice icon={DatabaseZap} title={t("storage.title")} text={t("storage.text")} />;
  return (
    <Notice icon={DatabaseZap} title={t("storage.title", { context: "admin" })} text={t(`storage.reason.${reason}`)}>
      {lasting !== undefined && may("list_backups") && (
        <Anchor component={Link} to="/admin/system?part=backups" c="inherit" fw={700} underline="always">
          {t("storage.backups")}
        </Anchor>
      )}
    </Notice>
  );
}
