// The stock of a product and its sales, with buttons to adjust it and to see its movements.
import { Button, Stack } from "@mantine/core";
import { History, PackagePlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { StockDialog } from "@/features/admin-catalog/StockDialog";
import type { AdminProduct } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Facts } from "@/shared/components/Facts";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";

export function StockPart({ product, disabled }: { product: AdminProduct; disabled: boolean }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const [adjusting, setAdjusting] = useState(false);
  const facts = [
    { label: t("detail.available"), value: formatCount(product.availableQuantity, lang) },
    { label: t("detail.sold"), value: formatCount(product.soldQuantity, lang) },
    { label: t("detail.popularity"), value: formatCount(product.popularity, lang) },
    { label: t("detail.createdAt"), value: <DateText at={product.createdAt} /> },
    { label: t("detail.updatedAt"), value: <DateText at={product.updatedAt} withTime /> },
  ];
  return (
    <TitledPanel title={t("detail.stockTitle")}>
      <Facts facts={facts} />
      <Stack gap="xs" mt="md">
        <Button variant="light" size="sm" leftSection={<PackagePlus size={16} aria-hidden />} disabled={disabled} onClick={() => setAdjusting(true)}>
          {t("detail.adjust")}
        </Button>
        <Button component={Link} to={`/admin/products/${product.id}/movements`} variant="default" size="sm" leftSection={<History size={16} aria-hidden />}>
          {t("detail.history")}
        </Button>
      </Stack>
      <StockDialog product={adjusting ? product : undefined} onClose={() => setAdjusting(false)} />
    </TitledPanel>
  );
}
