// The seal of the books that covers the payment, as a QR code and as text. A receipt is whole without it: where it cannot be read,
// nothing stands in its place.
import { Text, Title } from "@mantine/core";
import { QRCodeSVG } from "qrcode.react";
import { useTranslation } from "react-i18next";
import { useOrderSeal } from "@/features/order/queries";
import type { Order } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import classes from "./ReceiptPaper.module.css";

export function ReceiptSeal({ order: { id, orderNumber } }: { order: Order }) {
  const { t } = useTranslation("orders");
  const lang = useLang();
  const seal = useOrderSeal(id);
  const { text, number } = seal.data ?? {};
  if (text === undefined || number === undefined) {
    if (seal.isError) return null;
    return (
      <Text c="dimmed" size="sm" data-chrome>
        {t("receipt.seal.pending")}
      </Text>
    );
  }
  return (
    <section className={classes.seal} aria-labelledby="receipt-seal">
      <QRCodeSVG value={text} size={132} level="L" marginSize={4} fgColor="#000000" bgColor="#ffffff" title={t("receipt.seal.label", { order: orderNumber })} />
      <div>
        <Title order={3} size="h6" id="receipt-seal">
          {t("receipt.seal.title")}
        </Title>
        <Text c="dimmed" size="xs">
          {t("receipt.seal.text", { number: formatCount(number, lang) })}
        </Text>
        <code className={classes.sealText}>{text}</code>
      </div>
    </section>
  );
}
