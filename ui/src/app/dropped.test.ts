// A file that the window hands over reaches the place that takes files, as if it had been dropped there.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { toBase64 } from "@/shared/toBase64";
import { dropAgain } from "./dropped";

/** What jsdom has not. */
class Transfer {
  readonly files: File[] = [];
  readonly items = { add: (file: File) => this.files.push(file) };
}
class Drag extends Event {
  readonly dataTransfer: Transfer;
  constructor(type: string, { dataTransfer, ...init }: EventInit & { dataTransfer: Transfer }) {
    super(type, init);
    this.dataTransfer = dataTransfer;
  }
}

const dropped = vi.fn<(files: readonly File[]) => void>();

beforeEach(() => {
  vi.stubGlobal("DataTransfer", Transfer);
  vi.stubGlobal("DragEvent", Drag);
  document.body.innerHTML = "<div data-takes-files id='under'></div><div data-takes-files id='over'></div>";
  document.addEventListener("drop", (event) => dropped((event as unknown as Drag).dataTransfer.files), { once: true });
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.innerHTML = "";
});

it("drops the file, its name, its kind and its bytes", async () => {
  const data = btoa(String.fromCharCode(...new TextEncoder().encode("이름")));
  dropAgain({ act: "dropped", name: "상품.CSV", data });
  const [file] = dropped.mock.lastCall?.[0] ?? [];
  expect([file?.name, file?.type, file && (await toBase64(file))]).toEqual(["상품.CSV", "text/csv", data]);
});

it("drops nothing where the file could not be read, so that the place says so", () => {
  dropAgain({ act: "dropped", name: "folder" });
  expect(dropped).toHaveBeenLastCalledWith([]);
});

it("drops on what lies uppermost", () => {
  const over = vi.fn();
  document.getElementById("over")?.addEventListener("drop", over);
  dropAgain({ act: "dropped", name: "a.png", data: btoa("x") });
  expect(over).toHaveBeenCalledOnce();
});
