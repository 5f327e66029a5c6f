// The idempotency key of a request: the same request repeated after a lost answer keeps its key, so that it is done once;
// another request, or one that the shop has refused, gets a new one.
import { useRef } from "react";
import type { ShopError } from "@/ipc/errors";
import { uniqueKey } from "@/ipc/uniqueKey";

export interface RequestKey {
  keyFor: (request: object) => string;
  /** Called with every failure. */
  failed: (error: ShopError) => void;
}

export function useRequestKey(): RequestKey {
  const last = useRef<{ request: string; key: string }>(undefined);
  return {
    keyFor: (request) => {
      const text = JSON.stringify(request);
      if (last.current?.request !== text) last.current = { request: text, key: uniqueKey() };
      return last.current.key;
    },
    failed: (error) => {
      // After a failure it is unknown whether it was done; a busy shop has decided nothing.
      if (error.kind === "refused") last.current = undefined;
    },
  };
}
