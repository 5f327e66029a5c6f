// A button that changes something: one call at a time, its failure said in a toast, its effects fetched anew.
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { call, type CallOptions, type OperationName, type RequestOf, type ResponseOf } from "@/ipc/call";
import { type ShopError, toShopError } from "@/ipc/errors";
import { toastError } from "@/shared/toast";

export interface OperationEffects<K extends OperationName> {
  /** Roots from shared/queryKeys.ts that the operation makes stale. */
  forgets?: readonly QueryKey[];
  onSuccess?: (response: ResponseOf<K>, request: RequestOf<K>) => void;
  /** Return true when the page shows the error itself; otherwise a toast does. */
  onError?: (error: ShopError, request: RequestOf<K>) => boolean | undefined;
}

export interface Operation<K extends OperationName> {
  /** Runs it; answers undefined when it failed (already told) or is still running. */
  run: (request: RequestOf<K>, options?: CallOptions) => Promise<ResponseOf<K> | undefined>;
  pending: boolean;
  error: ShopError | null;
  reset: () => void;
}

export function useOperation<K extends OperationName>(name: K, effects: OperationEffects<K> = {}): Operation<K> {
  const client = useQueryClient();
  const running = useRef(false);
  const mutation = useMutation<ResponseOf<K>, ShopError, { request: RequestOf<K>; options?: CallOptions }>({
    mutationFn: ({ request, options }) => call(name, request, options),
  });

  const run = async (request: RequestOf<K>, options?: CallOptions) => {
    // The button is disabled only from the next paint on; a second click may come before it.
    if (running.current) return undefined;
    running.current = true;
    try {
      const response = await mutation.mutateAsync({ request, options });
      for (const queryKey of effects.forgets ?? []) void client.invalidateQueries({ queryKey });
      effects.onSuccess?.(response, request);
      return response;
    } catch (thrown) {
      const error = toShopError(thrown);
      if (effects.onError?.(error, request) !== true) toastError(error);
      return undefined;
    } finally {
      running.current = false;
    }
  };

  return { run, pending: mutation.isPending, error: mutation.error, reset: mutation.reset };
}
