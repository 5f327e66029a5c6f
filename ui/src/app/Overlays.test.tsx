// Toasts are no part of a printed page.
import { MantineProvider } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { act, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { toastSuccess } from "@/shared/toast";
import { Overlays } from "./Overlays";

afterEach(() => notifications.clean());

it("marks toasts as what is not printed", async () => {
  render(
    <MantineProvider env="test">
      <Overlays onThere={() => undefined} />
    </MantineProvider>,
  );
  act(() => toastSuccess("saved"));
  expect((await screen.findByText("saved")).closest("[data-chrome]")).not.toBeNull();
});
