// The price in the list, changed where it stands.
import { Button, Group, NumberInput, Popover, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdminProduct } from "@/ipc/generated/operations";
import { Form } from "@/shared/forms/Form";
import { Money } from "@/shared/components/Money";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { formatWon } from "@/shared/text/format";
import { productName } from "@/shared/text/names";
import { toastUndo } from "@/shared/undo";
import { isWhole, MOST_WON } from "./numbers";
import { fieldsOf, updateRequest } from "./productFields";
import classes from "./admin-catalog.module.css";

export function PriceCell({ product }: { product: AdminProduct }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const [opened, setOpened] = useState(false);
  const name = productName(product, lang);
  if (product.state === "DELETED") return <Money amount={product.basePrice} />;
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-end" shadow="md" withinPortal>
      <Popover.Target>
        <button type="button" className={classes.edit} aria-label={`${formatWon(product.basePrice, lang)} ${t("inline.price", { name })}`} onClick={() => setOpened(!opened)}>
          <Money amount={product.basePrice} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("inline.price", { name })}>
        <PriceForm product={product} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function PriceForm({ product, onDone }: { product: AdminProduct; onDone: () => void }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const [price, setPrice] = useState<number | string>(product.basePrice);
  const undo = useOperation("update_product", { forgets: [keys.adminProducts, keys.products] });
  const update = useOperation("update_product", {
    forgets: [keys.adminProducts, keys.products],
    onSuccess: (saved) => {
      const figures = { before: formatWon(product.basePrice, lang), after: formatWon(saved.basePrice, lang) };
      toastUndo(t("inline.saved", { name: productName(saved, lang), ...figures }), () => {
        void undo.run(updateRequest({ ...fieldsOf(saved), price: product.basePrice }, saved));
      });
      onDone();
    },
  });
  const wanted = typeof price === "number" && isWhole(price, 0, MOST_WON) ? price : undefined;
  const submit = () => {
    if (wanted === product.basePrice) onDone();
    else if (wanted !== undefined) void update.run(updateRequest({ ...fieldsOf(product), price: wanted }, product));
  };
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="xs">
        <NumberInput
          w={180}
          size="sm"
          label={t("form.price")}
          data-autofocus
          value={price}
          onChange={setPrice}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
          hideControls
          classNames={{ input: "tabular" }}
        />
        <Group justify="flex-end">
          <Button type="submit" size="xs" loading={update.pending} disabled={wanted === undefined}>
            {t("inline.apply")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
