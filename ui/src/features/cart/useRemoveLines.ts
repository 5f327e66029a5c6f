// Removes lines from the cart. The toast offers an undo, which adds them again.
import { useTranslation } from "react-i18next";
import type { CartItem } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { lineName } from "@/shared/text/names";
import { toastSuccess } from "@/shared/toast";
import { useFillCart } from "./useFillCart";

export interface RemoveLines {
  remove: (lines: readonly CartItem[]) => Promise<void>;
  pending: boolean;
}

export function useRemoveLines(): RemoveLines {
  const { t } = useTranslation(["cart", "common"]);
  const lang = useLang();
  const { fill } = useFillCart();
  const operation = useOperation("remove_cart_item");

  const remove = async (lines: readonly CartItem[]) => {
    const removed: CartItem[] = [];
    for (const line of lines) {
      if ((await operation.run({ id: line.id })).kind === "ok") removed.push(line);
    }
    const first = removed[0];
    if (first === undefined) return;
    const text = removed.length === 1 ? t("removed", { name: lineName(first, lang) }) : t("removedMany", { count: removed.length });
    toastSuccess(text, { label: t("common:undo"), run: () => void fill(removed) });
  };

  return { remove, pending: operation.pending };
}
