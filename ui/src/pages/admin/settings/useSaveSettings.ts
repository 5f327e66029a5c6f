// Saves the settings. What another admin saved meanwhile is handed back to be shown, and nothing is overwritten.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import type { Settings } from "@/ipc/generated/operations";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { toastSuccess } from "@/shared/toast";
import { type Fields, fieldsOf, requestOf } from "./fields";

export function useSaveSettings(settings: Settings, form: UseFormReturn<Fields>) {
  const { t } = useTranslation("adminSettings");
  const client = useQueryClient();
  // What the form was filled from: only a change made from these may be saved without asking.
  const [read, setRead] = useState(settings);
  const [theirs, setTheirs] = useState<Settings | null>(null);
  const [firstSecret, setFirstSecret] = useState<string>();
  const take = (next: Settings) => {
    form.reset(fieldsOf(next));
    setRead(next);
    setTheirs(null);
  };
  const update = useOperation("update_settings", {
    onSuccess: (saved) => {
      if (saved.webhookSecret != null) setFirstSecret(saved.webhookSecret);
      take(saved);
      toastSuccess(t("saved"));
    },
    onError: (error) => {
      const current = currentOf(error, read);
      if (current === null) return showRefusedFields(error, form);
      setTheirs(current);
      return true;
    },
  });
  return {
    read,
    save: (typed: Fields, readAt: Settings["updatedAt"]) => void update.run(requestOf(typed, readAt)),
    pending: update.pending,
    theirs,
    takeTheirs: () => {
      if (theirs === null) return;
      client.setQueryData(keys.settings, theirs);
      take(theirs);
    },
    forgetTheirs: () => setTheirs(null),
    firstSecret,
  };
}

/** The current settings of a CONFLICT. */
function currentOf(error: ShopError, read: Settings): Settings | null {
  if (error.code !== "CONFLICT" || !("current" in error.details)) return null;
  const { current } = error.details;
  return "lowStockThreshold" in current ? { ...read, ...current } : null;
}
