// A process that is killed while it stores an order, and what the shop makes of it: done when its step is first shown.
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { call } from "@/ipc/call";
import type { LabPlug } from "@/ipc/generated/operations";
import { isRetried, RETRY_MS } from "./retry";

export interface PlugResult {
  state: "new" | "running" | "done" | "failed";
  /** How often it was refused because another run was still ending. */
  retries: number;
  plug?: LabPlug;
}

const NEW: PlugResult = { state: "new", retries: 0 };

export function usePlug(wanted: boolean): { result: PlugResult; forget: () => void } {
  const [result, setResult] = useState<PlugResult>(NEW);
  const running = useRef(false);
  const pull = useEffectEvent(async () => {
    if (running.current) return;
    const { retries } = result;
    running.current = true;
    setResult({ state: "running", retries });
    const pulled = await call("pull_the_plug", { moment: "before-commit" });
    running.current = false;
    if (pulled.kind === "ok") setResult({ state: "done", retries, plug: pulled.value });
    else setResult(isRetried(pulled, retries) ? { state: "new", retries: retries + 1 } : { state: "failed", retries });
  });
  useEffect(() => {
    if (!wanted || result.state !== "new") return;
    const timer = window.setTimeout(() => void pull(), result.retries === 0 ? 0 : RETRY_MS);
    return () => window.clearTimeout(timer);
  }, [wanted, result]);
  return { result, forget: () => setResult(NEW) };
}

/** Whether nothing is wrong after the process was killed, and nothing was done twice. */
export function isRecovered({ identities, reopenedIdentities, order, payment }: LabPlug): boolean {
  return identities.length === 0 && reopenedIdentities.length === 0 && order.isStable && payment.isStable;
}
