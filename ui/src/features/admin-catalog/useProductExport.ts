// Saves all products as a table; one export at a time.
import { useRef, useState } from "react";
import { toShopError } from "@/ipc/errors";
import { saveFile } from "@/shared/saveFile";
import { toastError } from "@/shared/toast";
import { exportCsv } from "./csvFile";

export function useProductExport(): { pending: boolean; run: () => Promise<void> } {
  const running = useRef(false);
  const [pending, setPending] = useState(false);
  const run = async () => {
    if (running.current) return;
    running.current = true;
    setPending(true);
    try {
      const file = await exportCsv();
      saveFile(`products-${new Date().toISOString().slice(0, 10)}.csv`, file);
    } catch (thrown) {
      toastError(toShopError(thrown));
    } finally {
      running.current = false;
      setPending(false);
    }
  };
  return { pending, run };
}
