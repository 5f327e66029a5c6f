// The entry of the UI. The order of the first imports matters: the locale is corrected before a library reads it.
import "./mendLocale";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "cut-font/font.css";
import "./global.css";
import "./touch.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { textsReady } from "./i18n";
import { Providers } from "./Providers";
import { watchKeyboard } from "./keyboardInset";
import { RecoveryGate } from "./RecoveryGate";
import { router } from "./router";

const root = document.getElementById("root");
if (root === null) throw new Error("BUG: index.html lacks #root");

watchKeyboard();
// Rare syllables: a browser fetches those of their pieces that a page shows.
void import("cut-font/rare.css");
void textsReady.then(() =>
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <RecoveryGate>
          <RouterProvider router={router} />
        </RecoveryGate>
      </Providers>
    </StrictMode>,
  ),
);
