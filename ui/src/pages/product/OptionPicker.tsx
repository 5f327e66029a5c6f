// The options of a product, each with its own price and stock. A sold-out one stays visible, but cannot be chosen.
import { Group, Radio, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Product, ProductOption } from "@/ipc/generated/operations";
import { Money } from "@/shared/components/Money";
import { NameText } from "@/shared/components/NameText";
import { LAST_FEW } from "@/shared/lastFew";
import classes from "./Product.module.css";

interface OptionPickerProps {
  product: Product;
  chosen?: ProductOption;
  onChoose: (optionId: number) => void;
}

export function OptionPicker({ product, chosen, onChoose }: OptionPickerProps) {
  const { t } = useTranslation("product");
  return (
    <Radio.Group
      name="option"
      label={t("option.label")}
      value={chosen === undefined ? null : String(chosen.id)}
      onChange={(id) => onChoose(Number(id))}
    >
      <Stack gap="xs" mt="xs">
        {product.options.map((option) => (
          <OptionRow key={option.id} option={option} chosen={option.id === chosen?.id} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function OptionRow({ option, chosen }: { option: ProductOption; chosen: boolean }) {
  const { t } = useTranslation("product");
  const soldOut = option.availableQuantity <= 0 || option.state !== "NORMAL";
  return (
    <Radio.Card value={String(option.id)} disabled={soldOut} className={classes.option} data-chosen={chosen || undefined}>
      <Radio.Indicator />
      <Group justify="space-between" wrap="nowrap" flex={1}>
        <Text fw={chosen ? 700 : 500}><NameText name={option.name} nameEn={option.nameEn} /></Text>
        <Group gap="sm" wrap="nowrap">
          {soldOut && <Text size="sm">{t("option.soldOut")}</Text>}
          {!soldOut && option.availableQuantity <= LAST_FEW && (
            <Text size="sm" c="var(--accent-text)" fw={600}>
              {t("option.left", { count: option.availableQuantity })}
            </Text>
          )}
          <Money amount={option.price} fw={600} />
        </Group>
      </Group>
    </Radio.Card>
  );
}
