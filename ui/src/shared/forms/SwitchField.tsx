// A switch in a form. It is told its value: a switch that is merely registered keeps a state of its own, and shows off what is on.
import { Switch, type SwitchProps } from "@mantine/core";
import { type Control, Controller, type FieldPath, type FieldValues } from "react-hook-form";

interface SwitchFieldProps<T extends FieldValues> extends Omit<SwitchProps, "name" | "checked" | "defaultChecked" | "onChange" | "onBlur"> {
  control: Control<T>;
  /** A field that is true or false. */
  name: FieldPath<T>;
}

export function SwitchField<T extends FieldValues>({ control, name, ...look }: SwitchFieldProps<T>) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { ref, value, onChange, onBlur } }) => (
        <Switch {...look} ref={ref} name={name} checked={Boolean(value)} onChange={({ currentTarget }) => onChange(currentTarget.checked)} onBlur={onBlur} />
      )}
    />
  );
}
