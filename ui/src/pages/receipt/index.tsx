// A receipt for the printer and as a PDF file: the window saves it where the user says, and the print dialog of a browser makes
// one. It holds only what was sold and paid.
import { Button, Group } from "@mantine/core";
import { FileDown, Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useSavePdf } from "@/features/desktop/queries";
import { useOrder } from "@/features/order/queries";
import { useShopName } from "@/features/shop/queries";
import { host } from "@/ipc/host";
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
        {host() === "browser" ? (
          <Button leftSection={<Printer size={18} aria-hidden />} disabled={order.data === undefined} onClick={() => window.print()}>
            {t("receipt.printOrSave")}
          </Button>
        ) : (
          <WindowActs orderNumber={order.data?.orderNumber} />
        )}
      </Group>
      <QueryView query={order}>{(data) => <ReceiptPaper order={data} shopName={shopName} />}</QueryView>
    </>
  );
}

/** The window prints, and saves a PDF file by itself, where a browser has one dialog for both. */
function WindowActs({ orderNumber }: { orderNumber: string | undefined }) {
  const { t } = useTranslation("orders");
  const save = useSavePdf();
  const disabled = orderNumber === undefined;
  return (
    <>
      <Button variant="default" leftSection={<Printer size={18} aria-hidden />} disabled={disabled} onClick={() => window.print()}>
        {t("receipt.print")}
      </Button>
      <Button
        leftSection={<FileDown size={18} aria-hidden />}
        disabled={disabled}
        loading={save.pending}
        onClick={() => orderNumber !== undefined && void save.run({ name: `${t("receipt.title")} ${orderNumber}` })}
      >
        {t("receipt.savePdf")}
      </Button>
    </>
  );
}
