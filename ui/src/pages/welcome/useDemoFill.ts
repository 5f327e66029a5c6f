// Filling the shop with demo data, stage by stage.
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { fillWithDemoData } from "@/ipc/demo";
import { type ShopError, toShopError } from "@/ipc/errors";
import type { DemoProgress } from "@/ipc/generated/operations";
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
    try {
      const shop = await fillWithDemoData((step) => setSteps((before) => withStep(before, step)));
      setPhase("filled");
      client.setQueryData(keys.shop, shop);
    } catch (thrown) {
      setError(toShopError(thrown));
      setPhase("idle");
      // Another window may have been faster; then this one has nothing left to choose.
      void client.invalidateQueries({ queryKey: keys.shop });
    } finally {
      running.current = false;
    }
  };

  return { phase, steps, error, fill };
}

/** Puts a word of a stage in the place of that stage's last one. */
export function withStep(steps: readonly DemoProgress[], step: DemoProgress): readonly DemoProgress[] {
  const known = steps.some(({ stage }) => stage === step.stage);
  return known ? steps.map((old) => (old.stage === step.stage ? step : old)) : [...steps, step];
}
