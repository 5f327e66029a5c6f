// The providers of every page: theme, query cache, dialogs, toasts.
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, Suspense, useState } from "react";
import { useTextSize } from "@/shared/appearance/textSize";
import { LiveRegion } from "@/shared/components/LiveRegion";
import { expectOverlays } from "@/shared/overlays";
import { Connection } from "./Connection";
import { lazyPart } from "./lazyPart";
import { makeQueryClient } from "./queryClient";
import { cssVariables, theme } from "./theme";

const Overlays = lazyPart(async () => (await import("./Overlays")).Overlays);

let tellThere = () => {};
expectOverlays(new Promise((resolve) => (tellThere = resolve)));

const colorScheme = localStorageColorSchemeManager({ key: "jangteo.theme" });

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  useTextSize();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" colorSchemeManager={colorScheme}>
      <QueryClientProvider client={client}>
        {children}
        <Suspense>
          <Overlays onThere={tellThere} />
        </Suspense>
        <LiveRegion />
        <Connection />
      </QueryClientProvider>
    </MantineProvider>
  );
}
