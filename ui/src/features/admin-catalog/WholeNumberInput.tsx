// A whole number in a form, with its thousands separated.
import { NumberInput, type NumberInputProps } from "@mantine/core";
import { type Control, Controller, type FieldPath, type FieldValues } from "react-hook-form";
import { useFieldText } from "@/shared/forms/useFieldText";
import { typedNumber } from "@/shared/text/wholeNumber";

interface WholeNumberInputProps<T extends FieldValues> extends Omit<NumberInputProps, "name" | "value" | "onChange" | "defaultValue"> {
  control: Control<T>;
  name: FieldPath<T>;
}

export function WholeNumberInput<T extends FieldValues>({ control, name, ...input }: WholeNumberInputProps<T>) {
  const fieldText = useFieldText();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { ref, value, onChange, onBlur }, fieldState }) => (
        <NumberInput
          {...input}
          ref={ref}
          value={value as number | string}
          onChange={(typed) => onChange(typedNumber(typed))}
          onBlur={onBlur}
          error={fieldText(fieldState.error)}
          allowNegative={false}
          thousandSeparator=","
          hideControls
          inputMode="numeric"
          classNames={{ input: "tabular" }}
        />
      )}
    />
  );
}
