// A button that changes something: one call at a time, its error in a toast, its effects in the cache (shared/cache).
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { call, type CallOptions, type OperationName, type RequestOf, type ResponseOf } from "@/ipc/call";
import type { ShopError } from "@/ipc/errors";
import type { Result } from "@/ipc/result";
import { applyResult } from "@/shared/cache/applyResult";
import { toastError } from "@/shared/toast";

export interface OperationEffects<K extends OperationName> {
  onSuccess?: (response: ResponseOf<K>, request: RequestOf<K>) => void;
  /** Return true when the page shows the error itself; otherwise a toast does. */
  onError?: (error: ShopError, request: RequestOf<K>) => boolean | undefined;
}

/** The call before is still running; nothing was done. */
export interface Skipped {
  readonly kind: "skipped";
}

export interface Operation<K extends OperationName> {
  /** Runs it. An error in the result was already shown. */
  run: (request: RequestOf<K>, options?: CallOptions) => Promise<Result<ResponseOf<K>> | Skipped>;
  pending: boolean;
  error: ShopError | null;
  reset: () => void;
}

export function useOperation<K extends OperationName>(name: K, effects: OperationEffects<K> = {}): Operation<K> {
  const client = useQueryClient();
  const running = useRef(false);
  const mutation = useMutation<Result<ResponseOf<K>>, ShopError, { request: RequestOf<K>; options?: CallOptions }>({
    mutationFn: ({ request, options }) => call(name, request, options),
  });

  const run = async (request: RequestOf<K>, options?: CallOptions): Promise<Result<ResponseOf<K>> | Skipped> => {
    // The button is disabled only from the next paint on; a second click may come before it.
    if (running.current) return { kind: "skipped" };
    running.current = true;
    try {
      const result = await mutation.mutateAsync({ request, options });
      applyResult(client, name, request, result);
      if (result.kind === "ok") effects.onSuccess?.(result.value, request);
      else if (effects.onError?.(result, request) !== true) toastError(result);
      return result;
    } finally {
      running.current = false;
    }
  };

  const result = mutation.data;
  return { run, pending: mutation.isPending, error: result === undefined || result.kind === "ok" ? null : result, reset: mutation.reset };
}
