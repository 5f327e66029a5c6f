// The query cache: the only home of the shop's state in the UI.
import { QueryCache, QueryClient } from "@tanstack/react-query";
import type { ShopError } from "@/ipc/errors";
import { keys } from "@/shared/queryKeys";

declare module "@tanstack/react-query" {
  interface Register {
    /** `read` in ipc/call.ts throws nothing else. */
    defaultError: ShopError;
  }
}

export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        // The session ran out: everything of the customer's is no longer theirs to see.
        if (error.code === "UNAUTHORIZED") client.setQueryData(keys.session, null);
        // The role of the admin has changed.
        if (error.code === "FORBIDDEN" && error.details.neededRole != null) void client.invalidateQueries({ queryKey: keys.session });
      },
    }),
    defaultOptions: {
      queries: {
        // The shop is in this computer: there is no "offline" to wait out.
        networkMode: "always",
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && passesSoon(error),
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  return client;
}

/** Where too many requests are the reason, another one would make it worse; a full disk takes longer than two tries. */
function passesSoon(error: ShopError): boolean {
  return error.code === "LOCK_TIMEOUT" || error.code === "OVERLOADED";
}
