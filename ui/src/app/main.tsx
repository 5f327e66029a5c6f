// The entry of the UI. The order of the first imports matters: the locale is corrected before a library reads it.
import "./mendLocale";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
// In one file: of the one in many pieces each that arrives lays the whole page out again, in the middle of scrolling.
import "pretendard/dist/web/variable/pretendardvariable.css";
import "./global.css";
import "./i18n";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { Providers } from "./Providers";
import { RecoveryGate } from "./RecoveryGate";
import { router } from "./router";

const root = document.getElementById("root");
if (root === null) throw new Error("BUG: index.html lacks #root");

createRoot(root).render(
  <StrictMode>
    <Providers>
      <RecoveryGate>
        <RouterProvider router={router} />
      </RecoveryGate>
    </Providers>
  </StrictMode>,
);
