// Taking lines out of the cart. It can be undone for a while: the toast puts back what was there.
import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import type { CartItem } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { lineName } from "./selection";
import { useFillCart } from "./useFillCart";

/** Long enough to read the toast and to reach its button with the keyboard. */
const UNDO_MS = 8000;

export interface RemoveLines {
  remove: (lines: readonly CartItem[]) => Promise<void>;
  pending: boolean;
}

export function useRemoveLines(): RemoveLines {
  const { t } = useTranslation(["cart", "common"]);
  const lang = useLang();
  const { fill } = useFillCart();
  const operation = useOperation("remove_cart_item", { forgets: [keys.cart] });

  const remove = async (lines: readonly CartItem[]) => {
    const removed: CartItem[] = [];
    for (const line of lines) {
      if ((await operation.run({ id: line.id })) !== undefined) removed.push(line);
    }
    const first = removed[0];
    if (first === undefined) return;
    const text = removed.length === 1 ? t("removed", { name: lineName(first, lang) }) : t("removedMany", { count: removed.length });
    offerUndo({ text, undo: t("common:undo"), close: t("common:close") }, () => void fill(removed));
  };

  return { remove, pending: operation.pending };
}

function offerUndo(words: { text: string; undo: string; close: string }, onUndo: () => void) {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{words.text}</Text>
        <Button
          size="compact-sm"
          variant="light"
          style={{ flex: "none" }}
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {words.undo}
        </Button>
      </Group>
    ),
    color: "gray",
    autoClose: UNDO_MS,
    closeButtonProps: { "aria-label": words.close },
  });
}
