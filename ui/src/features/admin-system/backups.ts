// Backups of the shop: listing, making and restoring them.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { read, subscribe } from "@/ipc/call";
import type { BackupRefusal } from "@/ipc/errorDetails";
import type { ShopError } from "@/ipc/errors";
import type { Backup, BackupStage } from "@/ipc/generated/operations";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { toastSuccess } from "@/shared/toast";

/** Why a backup could not be made or restored, where an admin can do something about it. */
export type Reason = BackupRefusal | "FULL";

/** Bytes that a copy needs and that are free, where it was refused for that. */
export interface Room {
  needed: number;
  free: number;
}

export interface BackupProgress {
  stage: BackupStage;
  percent: number;
}

export function useBackups() {
  return useQuery({ queryKey: keys.backups, queryFn: () => read("list_backups", {}), staleTime: 0 });
}

export function useMakeBackup() {
  const { t } = useTranslation("adminSystem");
  const { key, renew } = useIdempotencyKey();
  const [failed, setFailed] = useState(false);
  const [noRoom, setNoRoom] = useState(false);
  const [room, setRoom] = useState<Room>();
  const make = useOperation("make_backup", {
    onSuccess: ({ state }) => {
      renew();
      setFailed(state === "FAILED");
      if (state === "VERIFIED") toastSuccess(t("backups.made"));
    },
    onError: (error) => {
      const isFull = reasonOf(error) === "FULL";
      setNoRoom(isFull);
      setRoom(roomOf(error));
      return isFull;
    },
  });
  const start = () => {
    setFailed(false);
    setNoRoom(false);
    setRoom(undefined);
    void make.run({}, { idempotencyKey: key });
  };
  return { start, pending: make.pending, progress: useProgress(make.pending), failed, noRoom, room };
}

export function useRestoreBackup() {
  const { t } = useTranslation("adminSystem");
  const client = useQueryClient();
  const { key, renew } = useIdempotencyKey();
  const [reason, setReason] = useState<Reason>();
  const [room, setRoom] = useState<Room>();
  const restore = useOperation("restore_backup", {
    onSuccess: ({ keptAside }) => {
      // The shop sends an event to every client; this is for a client whose stream is broken.
      void client.resetQueries();
      toastSuccess(t("backups.done", { name: keptAside }));
    },
    onError: (error) => {
      renew();
      const refusal = reasonOf(error);
      setReason(refusal);
      setRoom(roomOf(error));
      return refusal !== undefined;
    },
  });
  const start = ({ name }: Backup) => {
    setReason(undefined);
    setRoom(undefined);
    void restore.run({ name }, { idempotencyKey: key });
  };
  return { start, pending: restore.pending, progress: useProgress(restore.pending), reason, room };
}

function reasonOf(error: ShopError): Reason | undefined {
  if (error.code === "STORAGE_UNAVAILABLE") return error.details.reason === "FULL" ? "FULL" : undefined;
  // Of all that conflicts, only a copy says what was found in it.
  if (error.code !== "CONFLICT" || !("reason" in error.details) || !("found" in error.details)) return undefined;
  return error.details.reason;
}

function roomOf(error: ShopError): Room | undefined {
  if (error.code !== "STORAGE_UNAVAILABLE") return undefined;
  const { needed, free } = error.details;
  return needed === undefined || free === undefined ? undefined : { needed, free };
}

/** The progress, from the shop's events. */
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
      // Without events it still runs; only its bar does not move.
      () => undefined,
    );
    return () => {
      over = true;
      stop?.();
    };
  }, [running]);
  return progress;
}
