// A whole number of the settings, with its unit.
import { NumberInput } from "@mantine/core";
import { Controller, type UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Fields } from "./fields";
import { ROW } from "./row";

interface FigureFieldProps {
  form: UseFormReturn<Fields>;
  name: "lowStockThreshold" | "orderExpiryMinutes" | "backupHour" | "backupsKept" | "depositDays" | "returnDays" | "couponPercentLeft" | "diskMegabytesFree" | "shippingBase" | "shippingFreeOver";
  max: number;
  /** Left out below a switch, whose words say what the number is for. */
  hint?: string;
}

export function FigureField({ form, name, max, hint }: FigureFieldProps) {
  const { t } = useTranslation("adminSettings");
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field: { ref, ...field } }) => (
        <NumberInput
          {...field}
          ref={ref}
          label={t(`${name}.label`)}
          description={hint}
          classNames={ROW}
          suffix={t(`${name}.unit`)}
          thousandSeparator=","
          max={max}
          clampBehavior="none"
          hideControls
          allowNegative={false}
          error={form.formState.errors[name] && t(`${name}.range`)}
        />
      )}
    />
  );
}
