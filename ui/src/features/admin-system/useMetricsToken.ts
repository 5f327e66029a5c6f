// The token with which a collector reads the metrics: whether there is one, creating and revoking it.
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { read } from "@/ipc/call";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { toastSuccess } from "@/shared/toast";
import { useState } from "react";

export function useMetricsTokenState() {
  return useQuery({ queryKey: keys.metricsToken, queryFn: () => read("get_metrics_token", {}), staleTime: 0 });
}

export interface MetricsTokenActs {
  /** The one that was made just now; the shop does not tell it again. */
  made: string | undefined;
  pending: boolean;
  make: (replaces: boolean) => Promise<void>;
  remove: () => Promise<void>;
}

export function useMetricsToken(): MetricsTokenActs {
  const { t } = useTranslation("adminSystem");
  const [made, setMade] = useState<string>();
  const making = useOperation("make_metrics_token", { onSuccess: ({ token }) => setMade(token) });
  const removing = useOperation("remove_metrics_token", {
    onSuccess: () => {
      setMade(undefined);
      toastSuccess(t("collector.removed"));
    },
  });
  const sure = (act: "replace" | "remove") =>
    confirm({ title: t(`collector.${act}Title`), changes: [t("collector.oldEnds")], confirmLabel: t(`collector.${act}`), destructive: act === "remove" });
  return {
    made,
    pending: making.pending || removing.pending,
    make: async (replaces) => {
      if (!replaces || (await sure("replace"))) await making.run({});
    },
    remove: async () => {
      if (await sure("remove")) await removing.run({});
    },
  };
}
