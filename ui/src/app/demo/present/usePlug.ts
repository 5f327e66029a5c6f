// A process that is killed while it stores an order, and what the shop makes of it: done when its step is first shown.
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { call } from "@/ipc/call";
import type { LabPlug } from "@/ipc/generated/operations";

export interface PlugResult {
  state: "new" | "running" | "done" | "failed";
  plug?: LabPlug;
}

export function usePlug(wanted: boolean): { result: PlugResult; forget: () => void } {
  const [result, setResult] = useState<PlugResult>({ state: "new" });
  const running = useRef(false);
  const pull = useEffectEvent(async () => {
    if (result.state !== "new" || running.current) return;
    running.current = true;
    setResult({ state: "running" });
    const pulled = await call("pull_the_plug", { moment: "before-commit" });
    running.current = false;
    setResult(pulled.kind === "ok" ? { state: "done", plug: pulled.value } : { state: "failed" });
  });
  useEffect(() => {
    if (wanted) void pull();
  }, [wanted, result.state]);
  return { result, forget: () => setResult({ state: "new" }) };
}

/** Whether nothing is wrong after the process was killed, and nothing was done twice. */
export function isRecovered({ identities, reopenedIdentities, order, payment }: LabPlug): boolean {
  return identities.length === 0 && reopenedIdentities.length === 0 && order.isStable && payment.isStable;
}
