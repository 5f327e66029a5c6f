// A field for a whole number of a form: won, percent or pieces, at the right, with thousands separated.
import { NumberInput } from "@mantine/core";
import { type Control, Controller } from "react-hook-form";
import { useLang } from "@/shared/hooks/useLang";
import { typedNumber } from "@/shared/text/wholeNumber";
import type { CouponFields } from "./fields";

type FigureName = "discountRate" | "discountPrice" | "maxDiscountPrice" | "minOrderAmount" | "totalQuantity";

interface FigureFieldProps {
  control: Control<CouponFields>;
  name: FigureName;
  label: string;
  unit: "won" | "percent" | "none";
  description?: string;
  error?: string;
  disabled?: boolean;
}

export function FigureField({ control, name, unit, ...input }: FigureFieldProps) {
  const lang = useLang();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { onChange, ...field } }) => (
        <NumberInput
          {...input}
          {...field}
          // What is no number yet counts as empty; the rules say what is missing.
          onChange={(typed) => onChange(typedNumber(typed))}
          // Below the field, so that fields side by side stand level whether they have one or not.
          inputWrapperOrder={["label", "input", "description", "error"]}
          thousandSeparator=","
          allowNegative={false}
          maxLength={18}
          hideControls
          classNames={{ input: "tabular" }}
          {...affixOf(unit, lang)}
        />
      )}
    />
  );
}

export function affixOf(unit: FigureFieldProps["unit"], lang: "ko" | "en"): { prefix?: string; suffix?: string } {
  if (unit === "percent") return { suffix: "%" };
  if (unit === "none") return {};
  return lang === "ko" ? { suffix: "원" } : { prefix: "₩" };
}
