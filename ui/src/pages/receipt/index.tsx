// A receipt for the printer and as a PDF file. It holds only what was sold and paid.
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { PrintButtons } from "@/features/desktop/PrintButtons";
import { useOrder } from "@/features/order/queries";
import { useShopName } from "@/features/shop/queries";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { ReceiptPaper } from "./ReceiptPaper";

export default function ReceiptPage() {
  const { t } = useTranslation("orders");
  const { id } = useParams();
  const order = useOrder(Number(id));
  const shopName = useShopName();
  return (
    <>
      <PageHeading title={t("receipt.title")} hidden />
      <Group justify="center" mb="lg" data-chrome>
        <Button component={Link} to={`/orders/${id}`} variant="default">
          {t("receipt.back")}
        </Button>
        <PrintButtons name={order.data && `${t("receipt.title")} ${order.data.orderNumber}`} />
      </Group>
      <QueryView query={order}>{(data) => <ReceiptPaper order={data} shopName={shopName} />}</QueryView>
    </>
  );
}
