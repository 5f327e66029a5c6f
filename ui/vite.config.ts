// How the UI is built: relative paths, because the window serves it from a custom scheme,
// and a target that WebKitGTK of the oldest supported distribution understands.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { cutFont } from "./build/cutFont.ts";

/**
 * Few chunks, each with all that it needs and none before it has: the frame with the first page, what opens over it, the tools
 * of a demo, the other pages of the storefront, the panel.
 */
const CHUNKS = [
  { name: "frame", test: /ui\/src\/(app\/main\.tsx|pages\/home\/index\.tsx)$/, priority: 3 },
  { name: "overlays", test: /ui\/src\/app\/(Overlays|ConsentNotice|shell\/(AccountMenu|Footer|AppearanceMenu|SearchBox|Palette))\.tsx$/, priority: 2.5 },
  { name: "demo", test: /ui\/src\/app\/demo\/(DemoBar|PersonaMenu|Resetting|Tour)\.tsx$/, priority: 2.25 },
  { name: "shop", test: /ui\/src\/pages\/(?!admin|home|welcome|recovery)/, priority: 2 },
  { name: "panel", test: /ui\/src\/(pages\/admin|app\/admin)\//, priority: 1 },
];

export default defineConfig({
  base: "./",
  plugins: [react(), cutFont()],
  resolve: {
    alias: {
      "@": fileURLToPath(new URL("./src", import.meta.url)),
      "cut-font": fileURLToPath(new URL("./node_modules/.cache/font", import.meta.url)),
    },
  },
  server: { port: 5173, strictPort: true },
  clearScreen: false,
  build: {
    target: ["safari15"],
    outDir: "dist",
    // Inlined fonts and pictures would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["./src/test-setup.ts"],
    include: ["{src,build}/**/*.test.{ts,tsx}"],
    env: { TZ: "Asia/Seoul" },
  },
});
