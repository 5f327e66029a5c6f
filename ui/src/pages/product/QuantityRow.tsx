// How many, and what that comes to before coupons.
import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Money } from "@/shared/components/Money";
import { QuantityStepper } from "@/shared/components/QuantityStepper";
import classes from "./Product.module.css";

interface QuantityRowProps {
  name: string;
  /** Won for one. */
  price: number;
  quantity: number;
  max: number;
  onChange: (quantity: number) => void;
}

export function QuantityRow({ name, price, quantity, max, onChange }: QuantityRowProps) {
  const { t } = useTranslation("product");
  return (
    <div className={classes.sum}>
      <QuantityStepper value={quantity} onChange={onChange} max={max} label={name} />
      <Group gap="sm" align="baseline">
        <Text size="sm" c="dimmed">
          {t("sum")}
        </Text>
        <Money amount={price * quantity} inherit={false} fz={22} fw={700} />
      </Group>
    </div>
  );
}
