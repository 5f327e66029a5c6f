// What jsdom lacks and Mantine asks for, and the texts, so that components can be rendered in tests.
import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import "@/app/i18n";
import { loadAdminTexts } from "@/app/admin/loadTexts";

await loadAdminTexts();

afterEach(cleanup);

class SilentObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

vi.stubGlobal("ResizeObserver", SilentObserver);
vi.stubGlobal("IntersectionObserver", SilentObserver);
window.matchMedia = (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
    dispatchEvent: () => false,
  }) as MediaQueryList;
