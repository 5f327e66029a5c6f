// Adds several products to the cart at once: after an undo, and to order again.
import { useRef } from "react";
import type { AddCartItem } from "@/ipc/generated/operations";
import { uniqueKey } from "@/ipc/uniqueKey";
import { useOperation } from "@/shared/hooks/useOperation";

export interface FillCart {
  /** Returns how many of the lines were added; each refusal was shown. */
  fill: (lines: readonly AddCartItem[]) => Promise<number>;
  pending: boolean;
}

export function useFillCart(): FillCart {
  const add = useOperation("add_cart_item");
  const filling = useRef(false);

  const fill = async (lines: readonly AddCartItem[]) => {
    if (filling.current) return 0;
    filling.current = true;
    let added = 0;
    for (const { productId, productOptionId, quantity } of lines) {
      const line = await add.run({ productId, productOptionId, quantity }, { idempotencyKey: uniqueKey() });
      if (line.kind === "ok") added += 1;
    }
    filling.current = false;
    return added;
  };

  return { fill, pending: add.pending };
}
