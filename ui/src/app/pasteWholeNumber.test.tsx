// A number that is pasted is the number that was copied, or none.
import { MantineProvider, NumberInput } from "@mantine/core";
import { notifications, notificationsStore } from "@mantine/notifications";
import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it } from "vitest";
import { theme } from "./theme";

afterEach(() => notifications.clean());

function Field() {
  const [value, setValue] = useState<number | string>("");
  return <NumberInput aria-label="price" value={value} onChange={setValue} allowDecimal={false} allowNegative={false} thousandSeparator="," />;
}

function paste(text: string): string {
  render(
    <MantineProvider theme={theme}>
      <Field />
    </MantineProvider>,
  );
  const field = screen.getByLabelText<HTMLInputElement>("price");
  field.focus();
  fireEvent.paste(field, { clipboardData: { getData: () => text } });
  return field.value;
}

it.each([
  ["6,300", "6,300"],
  ["₩6,300", "6,300"],
  ["6300.00", "6,300"],
  ["6,300원", "6,300"],
])("takes %j", (text, shown) => {
  expect(paste(text)).toBe(shown);
  expect(notificationsStore.getState().notifications).toEqual([]);
});

it.each(["19,99", "1,2345", "12.5", "6.71866E+11", "-5"])("leaves %j out, and says so", (text) => {
  expect(paste(text)).toBe("");
  expect(notificationsStore.getState().notifications).toHaveLength(1);
});
