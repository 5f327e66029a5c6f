// Copies of the shop: what there is, making one, and going back to one.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, subscribe } from "@/ipc/call";
import type { Backup, BackupStage } from "@/ipc/generated/operations";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { toastSuccess } from "@/shared/toast";

/** Why a copy was refused, as the shop says it. */
export const REASONS = ["DAMAGED", "UNBALANCED", "NEWER", "NO_SHOP", "FULL"] as const;
export type Reason = (typeof REASONS)[number];

export interface BackupProgress {
  stage: BackupStage;
  percent: number;
}

export function useBackups() {
  return useQuery({ queryKey: keys.backups, queryFn: () => call("list_backups", {}), staleTime: 0 });
}

export function useMakeBackup() {
  const { t } = useTranslation("adminSystem");
  const client = useQueryClient();
  const { key, renew } = useIdempotencyKey();
  const [failed, setFailed] = useState(false);
  const [noRoom, setNoRoom] = useState(false);
  const make = useOperation("make_backup", {
    forgets: [keys.backups],
    onSuccess: ({ state }) => {
      renew();
      setFailed(state === "FAILED");
      if (state === "VERIFIED") toastSuccess(t("backups.made"));
    },
    onError: ({ details }) => {
      void client.invalidateQueries({ queryKey: keys.backups });
      const refused = details.reason === "FULL";
      setNoRoom(refused);
      return refused;
    },
  });
  const start = () => {
    setFailed(false);
    setNoRoom(false);
    void make.run({}, { idempotencyKey: key });
  };
  return { start, pending: make.pending, progress: useProgress(make.pending), failed, noRoom };
}

export function useRestoreBackup() {
  const { t } = useTranslation("adminSystem");
  const client = useQueryClient();
  const { key, renew } = useIdempotencyKey();
  const [reason, setReason] = useState<Reason>();
  const restore = useOperation("restore_backup", {
    onSuccess: ({ keptAside }) => {
      // The shop tells everybody so; whoever it cannot reach finds out here.
      void client.resetQueries();
      toastSuccess(t("backups.done", { name: keptAside }));
    },
    onError: ({ details }) => {
      renew();
      const refusal = REASONS.find((each) => each === details.reason);
      setReason(refusal);
      void client.invalidateQueries({ queryKey: keys.backups });
      return refusal !== undefined;
    },
  });
  const start = ({ name }: Backup) => {
    setReason(undefined);
    void restore.run({ name }, { idempotencyKey: key });
  };
  return { start, pending: restore.pending, progress: useProgress(restore.pending), reason };
}

/** How far it is, as the shop tells while it runs. */
function useProgress(running: boolean): BackupProgress | undefined {
  const [progress, setProgress] = useState<BackupProgress>();
  useEffect(() => {
    if (!running) return;
    setProgress(undefined);
    let over = false;
    let stop: (() => void) | undefined;
    subscribe((event) => {
      if (event.type === "backupProgress") setProgress({ stage: event.stage, percent: event.percent });
    }).then(
      (unsubscribe) => {
        if (over) unsubscribe();
        else stop = unsubscribe;
      },
      // Without events it runs all the same; only its bar stands still.
      () => undefined,
    );
    return () => {
      over = true;
      stop?.();
    };
  }, [running]);
  return progress;
}
