// For tests: the window of the desktop app, and what every page stands in.
import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach } from "vitest";

/** In this file's tests, calls go to `invoke` as in the window; it takes a command and its arguments. */
export function standInWindow(invoke: (command: string, args: never) => unknown): void {
  beforeEach(() => void Object.defineProperty(window, "__TAURI_INTERNALS__", { value: { invoke, transformCallback: () => 1 }, configurable: true }));
  afterEach(() => void Reflect.deleteProperty(window, "__TAURI_INTERNALS__"));
}

export function renderPage(page: ReactNode): void {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <ModalsProvider>
          <MemoryRouter>{page}</MemoryRouter>
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
