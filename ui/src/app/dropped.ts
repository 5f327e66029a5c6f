// A file dropped on the window. The web view does not pass it to the page, so the window does; here it is dropped again,
// on the element that takes files. Without such an element nothing happens, as in a browser.
import type { PageCue } from "@/ipc/generated/operations";

const TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
};

export function dropAgain({ name, data }: Extract<PageCue, { act: "dropped" }>): void {
  const place = [...document.querySelectorAll("[data-takes-files]")].at(-1);
  const dataTransfer = new DataTransfer();
  if (data !== undefined) dataTransfer.items.add(toFile(name, data));
  place?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}

export function toFile(name: string, data: string): File {
  const bytes = Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0));
  return new File([bytes], name, { type: TYPES[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "" });
}
