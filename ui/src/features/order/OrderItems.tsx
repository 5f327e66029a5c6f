// The items of an order as they were sold, with pictures.
import { Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OrderItem } from "@/ipc/generated/operations";
import { Money } from "@/shared/components/Money";
import { NameText } from "@/shared/components/NameText";
import { ProductImage } from "@/shared/components/ProductImage";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";
import classes from "./OrderItems.module.css";

export function OrderItems({ items }: { items: readonly OrderItem[] }) {
  const { t } = useTranslation("orders");
  const lang = useLang();
  return (
    <ul className={classes.items}>
      {items.map((item) => (
        <li key={item.id} className={classes.item}>
          <Group wrap="nowrap" gap="md">
            <ProductImage src={item.imageUrl} alt="" size={72} eager />
            <Stack gap={2} flex={1} miw={0}>
              <Link to={`/products/${item.productId}`} className={classes.name}>
                <NameText name={item.productName} nameEn={item.productNameEn} />
              </Link>
              <Text size="sm" c="dimmed" className="tabular">
                {t("detail.unit", { price: formatWon(item.price, lang), count: item.quantity })}
              </Text>
            </Stack>
            <Stack gap={2} align="end">
              <Money amount={item.totalAmount} inherit={false} fw={700} />
              {item.discountAmount > 0 && (
                <Text size="sm" c="dimmed" td="line-through">
                  <Money amount={item.price * item.quantity} />
                </Text>
              )}
            </Stack>
          </Group>
        </li>
      ))}
    </ul>
  );
}
