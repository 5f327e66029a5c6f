// A number that is pasted or typed is read as it was meant, or refused.
import { MantineProvider, NumberInput } from "@mantine/core";
import { notifications, notificationsStore } from "@mantine/notifications";
import { fireEvent, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, it } from "vitest";
import { typedNumber } from "@/shared/text/wholeNumber";
import { theme } from "./theme";

afterEach(() => notifications.clean());

function Field() {
  const [value, setValue] = useState<number | string>("");
  return <NumberInput aria-label="price" value={value} onChange={(typed) => setValue(typedNumber(typed))} allowNegative={false} thousandSeparator="," />;
}

function paste(text: string): string {
  render(
    <MantineProvider theme={theme} env="test">
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

it.each([
  ["12.5", "12.5"],
  ["12.05", "12.05"],
  ["1,250", "1,250"],
  ["1250", "1,250"],
])("shows %j as it was typed", async (text, shown) => {
  render(
    <MantineProvider theme={theme} env="test">
      <Field />
    </MantineProvider>,
  );
  const field = screen.getByLabelText<HTMLInputElement>("price");
  await userEvent.type(field, text);
  expect(field.value).toBe(shown);
});
