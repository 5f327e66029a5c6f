// The switch shows the form's value, and a press tells the form the opposite.
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useForm } from "react-hook-form";
import { expect, it } from "vitest";
import { SwitchField } from "./SwitchField";

function Alerts() {
  const { control, watch } = useForm({ defaultValues: { wanted: true } });
  return (
    <MantineProvider env="test">
      <SwitchField control={control} name="wanted" label="wanted" />
      <output>{String(watch("wanted"))}</output>
    </MantineProvider>
  );
}

it("shows what the form holds, and changes it", async () => {
  render(<Alerts />);
  const box = screen.getByRole("switch");
  expect(box).toBeChecked();
  await userEvent.click(box);
  expect(box).not.toBeChecked();
  expect(screen.getByRole("status")).toHaveTextContent("false");
});
