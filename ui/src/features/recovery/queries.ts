// A shop that the window cannot open: why, which copies there are, and the ways on. A browser has its pages from an open shop and
// never asks.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { read } from "@/ipc/call";
import type { Recovery } from "@/ipc/generated/operations";
import { host } from "@/ipc/host";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { toastSuccess } from "@/shared/toast";

/** Why the shop cannot be opened, once that is known; `undefined` while it is being opened, and where it is open. */
export function useRefusedStart(): (Recovery & { problem: NonNullable<Recovery["problem"]> }) | undefined {
  const { data } = useQuery({
    queryKey: keys.recovery,
    queryFn: () => read("get_recovery", {}),
    enabled: host() === "window",
    staleTime: Infinity,
  });
  return data?.problem == null ? undefined : { ...data, problem: data.problem };
}

/** Going back to a copy, trying again, showing the folder, leaving. */
export function useRecoveryActs() {
  const { t } = useTranslation("recovery");
  const client = useQueryClient();
  const [stillClosed, setStillClosed] = useState(false);
  const take = (next: Recovery) => {
    if (next.problem == null) {
      toastSuccess(t("done"));
      // What was asked of the shop while it was closed has failed, and is asked again.
      void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.recovery[0] });
    }
    client.setQueryData(keys.recovery, next);
  };
  const recover = useOperation("recover_shop", { onSuccess: take, onError: () => true });
  const reopen = useOperation("reopen_shop", {
    onSuccess: (next) => {
      setStillClosed(next.problem != null);
      take(next);
    },
  });
  const show = useOperation("show_data_folder", { onError: () => true });
  const quit = useOperation("quit_window");
  return { recover, reopen, stillClosed, show, quit };
}
