// The query cache: the only home of the shop's state in the UI.
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { hasCode } from "@/ipc/errors";
import { keys } from "@/shared/queryKeys";

/** What passes by itself when asked again; nothing was changed by it. */
const PASSING = new Set(["LOCK_TIMEOUT", "OVERLOADED"]);

export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    // Whoever hears no events learns from a refusal that nothing can be saved; the shop says why.
    mutationCache: new MutationCache({
      onError: (error) => {
        if (hasCode(error, "STORAGE_UNAVAILABLE")) void client.invalidateQueries({ queryKey: keys.shop });
      },
    }),
    queryCache: new QueryCache({
      onError: (error) => {
        // The session ran out: everything of the customer's is no longer theirs to see.
        if (hasCode(error, "UNAUTHORIZED")) client.setQueryData(keys.session, null);
      },
    }),
    defaultOptions: {
      queries: {
        // The shop is in this computer: there is no "offline" to wait out.
        networkMode: "always",
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && [...PASSING].some((code) => hasCode(error, code)),
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  return client;
}
