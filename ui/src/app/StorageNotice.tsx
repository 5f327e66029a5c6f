// The bar above every page while nothing can be saved. Shoppers learn that they cannot order for now; admins learn why, and
// what to do about it.
import { Anchor } from "@mantine/core";
import { DatabaseZap } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useShop } from "@/features/shop/queries";
import type { StorageReason } from "@/ipc/generated/operations";
import { Notice } from "./Notice";

/** Those that end only when a copy is restored. */
const LASTING: ReadonlySet<StorageReason> = new Set(["DAMAGED", "REPLACED"]);

export function StorageNotice({ admin = false }: { admin?: boolean }) {
  const { t } = useTranslation("shell");
  const reason = useShop().data?.storage?.reason;
  if (reason === undefined) return <Notice />;
  if (!admin) return <Notice icon={DatabaseZap} title={t("storage.title")} text={t("storage.text")} />;
  return (
    <Notice icon={DatabaseZap} title={t("storage.title", { context: "admin" })} text={t(`storage.reason.${reason}`)}>
      {LASTING.has(reason) && (
        <Anchor component={Link} to="/admin/system?part=backups" c="inherit" fw={700} underline="always">
          {t("storage.backups")}
        </Anchor>
      )}
    </Notice>
  );
}
