// Filling the shop with demo data, stage by stage.
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { fillWithDemoData } from "@/ipc/demo";
import type { ShopError } from "@/ipc/errors";
import type { DemoProgress } from "@/ipc/generated/operations";
import { applyResult } from "@/shared/cache/applyResult";
import { keys } from "@/shared/queryKeys";

export interface DemoFill {
  phase: "idle" | "filling" | "filled";
  /** The latest word of each stage that has begun, in their order. */
  steps: readonly DemoProgress[];
  error: ShopError | null;
  fill: () => Promise<void>;
}

export function useDemoFill(): DemoFill {
  const client = useQueryClient();
  const [phase, setPhase] = useState<DemoFill["phase"]>("idle");
  const [steps, setSteps] = useState<readonly DemoProgress[]>([]);
  const [error, setError] = useState<ShopError | null>(null);
  const running = useRef(false);

  const fill = async () => {
    if (running.current) return;
    running.current = true;
    setError(null);
    setSteps([]);
    setPhase("filling");
    const shop = await fillWithDemoData((step) => setSteps((before) => withStep(before, step)));
    running.current = false;
    applyResult(client, "fill_with_demo_data", {}, shop);
    setPhase(shop.kind === "ok" ? "filled" : "idle");
    if (shop.kind === "ok") client.setQueryData(keys.shop, shop.value);
    else setError(shop);
  };

  return { phase, steps, error, fill };
}

/** Puts a word of a stage in the place of that stage's last one. */
export function withStep(steps: readonly DemoProgress[], step: DemoProgress): readonly DemoProgress[] {
  const known = steps.some(({ stage }) => stage === step.stage);
  return known ? steps.map((old) => (old.stage === step.stage ? step : old)) : [...steps, step];
}
