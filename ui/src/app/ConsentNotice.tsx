// The bar above the storefront where a text that the customer agreed to has a newer version. It can be closed until the next
// sign-in; the customer agrees on the page of consents.
import { Anchor, Button, Group } from "@mantine/core";
import { FileText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOpenConsents } from "@/features/shop/consents";
import { useSession } from "@/features/user/session";
import { Notice } from "./Notice";

export function ConsentNotice() {
  const { t } = useTranslation("shell");
  const { customer } = useSession();
  const [closedFor, setClosedFor] = useState<number>();
  // Staff has agreed to nothing, and need not.
  const open = useOpenConsents(customer?.type === "CUSTOMER");
  if (customer === null || open.length === 0 || closedFor === customer.id) return <Notice />;
  return (
    <Notice calm icon={FileText} title={t("newTexts.title")} text={t("newTexts.text")}>
      <Group gap="md">
        <Anchor component={Link} to="/me/consents" c="inherit" fw={700} underline="always">
          {t("newTexts.view")}
        </Anchor>
        <Button variant="outline" color="gray.0" size="compact-md" onClick={() => setClosedFor(customer.id)}>
          {t("newTexts.close")}
        </Button>
      </Group>
    </Notice>
  );
}
