// The lines and their sum. Which lines are chosen is the page's own; everything else is the shop's answer.
import { Button, Checkbox, Group } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { CartRow } from "@/features/cart/CartRow";
import { selectionOf } from "@/features/cart/selection";
import { useRemoveLines } from "@/features/cart/useRemoveLines";
import type { Cart, CartItem } from "@/ipc/generated/operations";
import { confirm } from "@/shared/components/ConfirmDialog";
import { SideBySide } from "@/shared/components/SideBySide";
import { useLang } from "@/shared/hooks/useLang";
import { useListKeys } from "@/shared/hooks/useListKeys";
import { lineName } from "@/shared/text/names";
import { CartBar, CartSummary } from "./CartSummary";
import classes from "./CartBoard.module.css";

export function CartBoard({ cart: { items } }: { cart: Cart }) {
  const { t } = useTranslation("cart");
  const navigate = useNavigate();
  const list = useRef<HTMLUListElement>(null);
  const { leftOut, choose, chooseAll } = useLeftOut(items);
  const { remove, pending } = useRemoveLines();
  const [leaving, setLeaving] = useState<readonly CartItem[]>([]);
  const selection = selectionOf(items, leftOut);

  const takeOut = async (lines: readonly CartItem[]) => {
    setLeaving(lines);
    await remove(lines);
    setLeaving([]);
    // The pressed button was removed; without another element the focus would move to the top of the page.
    list.current?.focus({ preventScroll: true });
  };
  const rowProps = useListKeys({
    count: items.length,
    onOpen: (index) => void navigate(`/products/${items[index]?.productId}`),
    onToggle: (index) => {
      const item = items[index];
      if (item?.orderable === true) choose(item.id, leftOut.has(item.id));
    },
  });

  return (
    <SideBySide asideLabel={t("summary.title")} aside={<CartSummary selection={selection} />} bar={<CartBar selection={selection} />}>
      <Toolbar selection={selection} onChooseAll={chooseAll} onRemove={takeOut} pending={pending} />
      <ul ref={list} tabIndex={-1} className={classes.list} aria-label={t("title")}>
        {items.map((item, index) => (
          <CartRow
            key={item.id}
            item={item}
            chosen={item.orderable && !leftOut.has(item.id)}
            onChoose={(chosen) => choose(item.id, chosen)}
            onRemove={() => void takeOut([item])}
            removing={leaving.includes(item)}
            rowProps={rowProps(index)}
          />
        ))}
      </ul>
    </SideBySide>
  );
}

interface ToolbarProps {
  selection: ReturnType<typeof selectionOf>;
  onChooseAll: (chosen: boolean) => void;
  onRemove: (lines: readonly CartItem[]) => Promise<void>;
  pending: boolean;
}

function Toolbar({ selection: { lines, orderableCount }, onChooseAll, onRemove, pending }: ToolbarProps) {
  const { t } = useTranslation("cart");
  const lang = useLang();
  const removeChosen = async () => {
    const sure = await confirm({
      title: t("removeChosen.title", { count: lines.length }),
      changes: lines.map((line) => t("removeChosen.line", { name: lineName(line, lang), quantity: line.quantity })),
      confirmLabel: t("removeChosen.confirm"),
      destructive: true,
    });
    if (sure) await onRemove(lines);
  };
  return (
    <Group justify="space-between" className={classes.toolbar}>
      <Checkbox
        label={t("chooseAll", { chosen: lines.length, all: orderableCount })}
        checked={orderableCount > 0 && lines.length === orderableCount}
        indeterminate={lines.length > 0 && lines.length < orderableCount}
        disabled={orderableCount === 0}
        onChange={(event) => onChooseAll(event.currentTarget.checked)}
      />
      <Button variant="subtle" color="gray" size="compact-md" disabled={lines.length === 0 || pending} onClick={() => void removeChosen()}>
        {t("removeChosen.action")}
      </Button>
    </Group>
  );
}

/** What is remembered is what was left out, so that everything new is chosen by itself. */
function useLeftOut(items: readonly CartItem[]) {
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const choose = (id: number, chosen: boolean) => {
    setLeftOut((before) => new Set(chosen ? [...before].filter((other) => other !== id) : [...before, id]));
  };
  const chooseAll = (chosen: boolean) => setLeftOut(new Set(chosen ? [] : items.map((item) => item.id)));
  return { leftOut, choose, chooseAll };
}
