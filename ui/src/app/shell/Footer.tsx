// The footer of every page of the storefront.
import { Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { BusinessText } from "@/features/shop/BusinessText";
import { DOCUMENT_PAGES, useDocumentsInForce } from "@/features/shop/documents";
import { useShopName } from "@/features/shop/queries";
import { openShortcutHelp } from "./ShortcutHelp";
import { useShopPlaces } from "./shortcuts";
import classes from "./Shell.module.css";

export function Footer() {
  const { t } = useTranslation(["shell", "common"]);
  const places = useShopPlaces();
  const documents = useDocumentsInForce();
  return (
    <footer className={classes.footer} data-chrome>
      <div className={classes.footerInner}>
        <Stack gap={4} maw={360}>
          <Text fw={700}>{useShopName()}</Text>
          <Text size="sm" c="dimmed">
            {t("footer.about")}
          </Text>
        </Stack>
        <Group gap={64} align="flex-start">
          <Column title={t("footer.shopping")}>
            <Link to="/products">{t("footer.products")}</Link>
            <Link to="/coupons">{t("footer.coupons")}</Link>
            <Link to="/orders">{t("footer.orders")}</Link>
          </Column>
          <Column title={t("footer.help")}>
            <button type="button" onClick={() => openShortcutHelp(places)}>
              {t("footer.shortcuts")}
            </button>
            <Link to="/points">{t("footer.points")}</Link>
            <Link to="/me/settings">{t("footer.settings")}</Link>
            {documents.map(({ document }) => (
              <Link key={document} to={DOCUMENT_PAGES[document]}>
                {t(`common:document.${document}`)}
              </Link>
            ))}
          </Column>
        </Group>
        <div className={classes.business}>
          <BusinessText />
        </div>
      </div>
    </footer>
  );
}

function Column({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {children}
    </Stack>
  );
}
