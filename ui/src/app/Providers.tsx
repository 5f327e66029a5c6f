// The providers of every page: theme, query cache, dialogs, toasts.
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTextSize } from "@/shared/appearance/textSize";
import { LiveRegion } from "@/shared/components/LiveRegion";
import { Connection } from "./Connection";
import { makeQueryClient } from "./queryClient";
import { cssVariables, theme } from "./theme";

const Overlays = lazy(async () => ({ default: (await import("./Overlays")).Overlays }));

const colorScheme = localStorageColorSchemeManager({ key: "jangteo.theme" });

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  useTextSize();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" colorSchemeManager={colorScheme}>
      <QueryClientProvider client={client}>
        {children}
        <Suspense>
          <Overlays />
        </Suspense>
        <LiveRegion />
        <Connection />
      </QueryClientProvider>
    </MantineProvider>
  );
}
