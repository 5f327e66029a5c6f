// The price in the list, edited in place: a click opens a field, Enter saves it, Esc restores it.
import { NumberInput } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdminProduct } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { isComposing } from "@/shared/hooks/useShortcut";
import { formatWon } from "@/shared/text/format";
import { productName } from "@/shared/text/names";
import { toastUndo } from "@/shared/undo";
import { isWhole, MOST_WON } from "./numbers";
import { fieldsOf, updateRequest } from "./productFields";
import classes from "./admin-catalog.module.css";

interface PriceCellProps {
  product: AdminProduct;
  /** Whether the admin may change it. */
  editable: boolean;
}

export function PriceCell({ product, editable }: PriceCellProps) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const button = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (back && !editing) button.current?.focus();
  }, [back, editing]);
  const shown = formatWon(product.basePrice, lang);
  // The prices of options are changed on the page of the product.
  if (product.options.length > 0) return product.priceFrom < product.priceTo ? t("inline.from", { price: shown }) : shown;
  if (product.state === "DELETED" || !editable) return shown;
  if (editing) {
    const leave = (byKeyboard: boolean) => {
      setBack(byKeyboard);
      setEditing(false);
    };
    return <PriceField product={product} onDone={leave} />;
  }
  return (
    <button
      ref={button}
      type="button"
      className={classes.edit}
      aria-label={`${shown} ${t("inline.price", { name: productName(product, lang) })}`}
      onClick={() => setEditing(true)}
    >
      {shown}
    </button>
  );
}

interface PriceFieldProps {
  product: AdminProduct;
  /** Told whether the focus shall go back to where it came from. */
  onDone: (byKeyboard: boolean) => void;
}

function PriceField({ product, onDone }: PriceFieldProps) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const [price, setPrice] = useState<number | string>(product.basePrice);
  const { pending, save } = useNewPrice(product, () => onDone(true));
  const input = useRef<HTMLInputElement>(null);
  // At once: the number field calls `onFocus` in a later task, and what is typed before would be appended to the old price.
  useEffect(() => input.current?.select(), []);
  const wanted = typeof price === "number" && isWhole(price, 0, MOST_WON) ? price : undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.code === "Escape") onDone(true);
    if (event.code !== "Enter" && event.code !== "NumpadEnter") return;
    event.preventDefault();
    if (wanted === product.basePrice) onDone(true);
    else if (wanted !== undefined) save(wanted);
  };
  return (
    <NumberInput
      ref={input}
      size="xs"
      autoFocus
      aria-label={t("inline.price", { name: productName(product, lang) })}
      value={price}
      onChange={setPrice}
      onKeyDown={onKeyDown}
      onBlur={() => !pending && onDone(false)}
      error={wanted === undefined}
      allowNegative={false}
      thousandSeparator=","
      hideControls
      classNames={{ input: `tabular ${classes.number}` }}
    />
  );
}

function useNewPrice(product: AdminProduct, onDone: () => void): { pending: boolean; save: (price: number) => void } {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const undo = useOperation("update_product");
  const update = useOperation("update_product", {
    onSuccess: (saved) => {
      const figures = { before: formatWon(product.basePrice, lang), after: formatWon(saved.basePrice, lang) };
      toastUndo(t("inline.saved", { name: productName(saved, lang), ...figures }), () => {
        void undo.run(updateRequest({ ...fieldsOf(saved), price: product.basePrice }, saved));
      });
      onDone();
    },
  });
  return { pending: update.pending, save: (price) => void update.run(updateRequest({ ...fieldsOf(product), price }, product)) };
}
