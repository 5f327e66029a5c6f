// Applies the result of a call to the cache.
import type { QueryClient } from "@tanstack/react-query";
import type { OperationName, RequestOf, ResponseOf } from "@/ipc/call";
import type { Result } from "@/ipc/result";
import { keys } from "@/shared/queryKeys";
import { fillCache } from "./answers";
import { markStaleAfter } from "./stale";

export function applyResult<K extends OperationName>(client: QueryClient, name: K, request: RequestOf<K>, result: Result<ResponseOf<K>>): void {
  if (result.kind === "ok") fillCache(client, name, result.value, request);
  // For a client without events this is the only sign that nothing can be saved; the shop has the reason.
  else if (result.code === "STORAGE_UNAVAILABLE") void client.invalidateQueries({ queryKey: keys.shop });
  // The role of the admin has changed.
  else if (result.code === "FORBIDDEN" && result.details.neededRole != null) void client.invalidateQueries({ queryKey: keys.session });
  markStaleAfter(client, name, result.kind === "ok" ? "success" : "error");
}
