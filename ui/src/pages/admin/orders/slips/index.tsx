// The packing slips of the picked orders, one on each sheet of paper or page of a PDF file.
import { Button, Group } from "@mantine/core";
import { ReceiptText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { readIds } from "@/features/admin-order/packing";
import { usePackingSlips } from "@/features/admin-order/queries";
import { PrintButtons } from "@/features/desktop/PrintButtons";
import { useShopName } from "@/features/shop/queries";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { Slip } from "./Slip";
import classes from "./slips.module.css";

export default function PackingSlipsPage() {
  const { t } = useTranslation("adminOrders");
  const ids = readIds(useSearchParams()[0]);
  return (
    <>
      <PageHeading title={t("slips.title")} hidden />
      <Group justify="center" mb="lg" data-chrome>
        <Button component={Link} to="/admin/orders" variant="default">
          {t("slips.back")}
        </Button>
        <PrintButtons name={ids === undefined ? undefined : t("slips.title")} />
      </Group>
      {ids === undefined ? <Nothing /> : <Slips ids={ids} />}
    </>
  );
}

function Slips({ ids }: { ids: string }) {
  const slips = usePackingSlips(ids);
  const shopName = useShopName();
  return (
    <QueryView query={slips}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing />
        ) : (
          <div className={classes.sheets}>
            {items.map((order) => (
              <Slip key={order.id} order={order} shopName={shopName} />
            ))}
          </div>
        )
      }
    </QueryView>
  );
}

function Nothing() {
  const { t } = useTranslation("adminOrders");
  return <EmptyState icon={ReceiptText} title={t("slips.none")} description={t("slips.noneText")} />;
}
