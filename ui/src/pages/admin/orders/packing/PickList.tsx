// The picking list: each product once, with the units that all orders need, and a box to tick on paper.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { pickLines } from "@/features/admin-order/packing";
import type { AdminOrder } from "@/ipc/generated/operations";
import { NameText } from "@/shared/components/NameText";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import classes from "./packing.module.css";

export function PickList({ orders }: { orders: readonly AdminOrder[] }) {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  return (
    <table className={`tabular ${classes.list}`}>
      <caption className={classes.caption}>{t("packing.view.products")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("detail.product")}</th>
          <th scope="col">{t("packing.orders")}</th>
          <th scope="col">{t("detail.quantity")}</th>
        </tr>
      </thead>
      <tbody>
        {pickLines(orders).map((line) => (
          <tr key={`${line.productId}-${line.productOptionId ?? 0}`}>
            <th scope="row">
              <span className={classes.box} aria-hidden />
              <Link to={`/admin/products/${line.productId}`} className={classes.link}>
                <NameText name={line.productName} nameEn={line.productNameEn} />
              </Link>
            </th>
            <td>{formatCount(line.orders, lang)}</td>
            <td>
              <strong>{formatCount(line.quantity, lang)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
