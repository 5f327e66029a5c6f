// One line of the cart: chosen or not, what it is, how many, what it comes to, and what must be said about it.
import { ActionIcon, Checkbox, Text } from "@mantine/core";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CartItem } from "@/ipc/generated/operations";
import { Money } from "@/shared/components/Money";
import { NameText } from "@/shared/components/NameText";
import { ProductImage } from "@/shared/components/ProductImage";
import { QuantityStepper } from "@/shared/components/QuantityStepper";
import { useLang } from "@/shared/hooks/useLang";
import type { ListRowProps } from "@/shared/hooks/useListKeys";
import { lineName } from "@/shared/text/names";
import { CartNotice } from "./CartNotice";
import { mostOf } from "./selection";
import { useLineQuantity } from "./useLineQuantity";
import classes from "./CartRow.module.css";

interface CartRowProps {
  item: CartItem;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onRemove: () => void;
  removing: boolean;
  rowProps: ListRowProps;
}

export function CartRow({ item, chosen, onChoose, onRemove, removing, rowProps }: CartRowProps) {
  const { t } = useTranslation("cart");
  const lang = useLang();
  const setQuantity = useLineQuantity(item);
  const name = lineName(item, lang);
  const gone = item.reason === "PRODUCT_NOT_FOUND";
  return (
    <li {...rowProps} tabIndex={-1} className={classes.row} aria-label={name}>
      <Checkbox
        className={classes.check}
        checked={chosen}
        disabled={!item.orderable}
        onChange={(event) => onChoose(event.currentTarget.checked)}
        aria-label={t("choose", { name })}
      />
      <div className={classes.picture}>
        <ProductImage src={item.imageUrl} alt="" sizes="92px" muted={!item.orderable} eager />
      </div>
      <div className={classes.words}>
        <Link to={`/products/${item.productId}`} className={classes.name}>
          <NameText name={item.productName} nameEn={item.productNameEn} />
        </Link>
        <Text size="sm" c="dimmed">
          {item.optionName && <><NameText name={item.optionName} nameEn={item.optionNameEn} /> · </>}
          <Money amount={item.price} />
        </Text>
        <CartNotice item={item} onReduce={setQuantity} />
      </div>
      <div className={classes.figures}>
        <QuantityStepper value={item.quantity} onChange={setQuantity} max={mostOf(item)} label={name} disabled={gone || item.availableQuantity <= 0} />
        <Money amount={item.subtotal} inherit={false} fw={700} c={item.orderable ? undefined : "dimmed"} className={`tabular ${classes.sum}`} />
      </div>
      <ActionIcon className={classes.remove} size={36} aria-label={t("remove", { name })} loading={removing} onClick={onRemove}>
        <X size={18} aria-hidden />
      </ActionIcon>
    </li>
  );
}
