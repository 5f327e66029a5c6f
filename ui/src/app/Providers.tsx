// The providers of every page: theme, query cache, dialogs, toasts.
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTextSize } from "@/shared/appearance/textSize";
import { LiveRegion } from "@/shared/components/LiveRegion";
import { Connection } from "./Connection";
import { makeQueryClient } from "./queryClient";
import { cssVariables, theme } from "./theme";

const colorScheme = localStorageColorSchemeManager({ key: "jangteo.theme" });

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  useTextSize();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" colorSchemeManager={colorScheme}>
      <QueryClientProvider client={client}>
        <ModalsProvider>
          {children}
          {/* On the left: what is to be paid, and its button, stand on the right. */}
          <Notifications position="bottom-left" limit={2} />
          <LiveRegion />
          <Connection />
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
