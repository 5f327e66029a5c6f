// Editing the options of a product in the grid. They are saved one by one, each against the product as the one before left it;
// where another admin has changed the product meanwhile, the difference is shown.
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import type { AdminProduct } from "@/ipc/generated/operations";
import { uniqueKey } from "@/ipc/uniqueKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";
import { toastUndo } from "@/shared/undo";
import { addRequest, faultsOf, type OptionRow, type RowFaults, rowOf, rowsOf, sameRow, updateOptionRequest } from "./optionRows";
import { currentOf, useAdopt } from "./useProductEdit";

export interface OptionsEdit {
  rows: readonly OptionRow[];
  faults: RowFaults;
  isDirty: boolean;
  pending: boolean;
  change: (rows: OptionRow[]) => void;
  revert: () => void;
  save: () => void;
  /** What the shop refused for another reason than a conflict. */
  error: ShopError | null;
  conflict: OptionConflict | undefined;
  keepMine: () => void;
  takeTheirs: () => void;
  decideLater: () => void;
}

export interface OptionConflict {
  product: AdminProduct;
  mine: OptionRow;
  /** Undefined where it was deleted. */
  theirs: OptionRow | undefined;
}

export function useOptionsEdit(product: AdminProduct): OptionsEdit {
  const { t } = useTranslation("adminProducts");
  const [base, setBase] = useState(product);
  const [rows, setRows] = useState(() => rowsOf(product));
  const [tried, setTried] = useState(false);
  const [conflict, setConflict] = useState<OptionConflict>();
  const [error, setError] = useState<ShopError | null>(null);
  const saving = useRef(false);
  const latest = useRef(product);
  const adopt = useAdopt();
  const isDirty = !sameRows(rows, rowsOf(base));
  const taken = (refusal: ShopError) => {
    setError(currentOf(refusal) === undefined ? refusal : null);
    return true;
  };
  const add = useOperation("add_product_option", { onError: taken });
  const update = useOperation("update_product_option", { onError: taken });

  const startFrom = (current: AdminProduct, from = rowsOf(current)) => {
    latest.current = current;
    setBase(current);
    setRows(from);
  };
  useEffect(() => {
    latest.current = product;
    if (saving.current || product.updatedAt <= base.updatedAt) return;
    // Options that others have changed are met when these are saved.
    if (isDirty && !sameRows(rowsOf(product), rowsOf(base))) return;
    setBase(product);
    if (!isDirty) setRows(rowsOf(product));
  }, [product, base, isDirty]);

  /** Saves one row; answers the product with it, or the refusal. */
  const saveRow = (row: OptionRow, seen: AdminProduct) =>
    row.id === undefined ? add.run(addRequest(row, seen.id), { idempotencyKey: uniqueKey() }) : update.run(updateOptionRequest({ ...row, id: row.id }, seen));

  const saveFrom = async (start: AdminProduct) => {
    setTried(true);
    if (saving.current || faultsOf(rows).some((fault) => fault !== undefined)) return;
    saving.current = true;
    setConflict(undefined);
    setError(null);
    let seen = start;
    const saved: OptionRow[] = [...rows];
    for (const [place, row] of rows.entries()) {
      const before = base.options.find(({ id }) => id === row.id);
      if (before !== undefined && sameRow(row, rowOf(before))) continue;
      const result = await saveRow(row, seen);
      if (result.kind !== "ok") {
        saving.current = false;
        const current = result.kind === "skipped" ? undefined : currentOf(result);
        const theirs = current?.options.find(({ id }) => id === row.id);
        if (current !== undefined) setConflict({ product: current, mine: row, theirs: theirs && rowOf(theirs) });
        return startFrom(seen, saved);
      }
      const known = new Set(seen.options.map(({ id }) => id));
      const made = result.value.options.find(({ id }) => (row.id === undefined ? !known.has(id) : id === row.id));
      if (made !== undefined) saved[place] = rowOf(made);
      seen = result.value;
    }
    saving.current = false;
    setTried(false);
    startFrom(seen);
    say(rows.filter(({ state }) => state === "DELETED"));
  };
  const say = (gone: OptionRow[]) => {
    const [first] = gone;
    if (first === undefined) toastSuccess(t("options.saved"));
    else toastUndo(gone.length === 1 ? t("options.removedOne", { name: first.name }) : t("options.removedMany", { count: gone.length }), () => void bringBack(gone));
  };
  const bringBack = async (gone: OptionRow[]) => {
    for (const row of gone) {
      const result = await saveRow({ ...row, state: "NORMAL" }, latest.current);
      if (result.kind !== "ok") return;
      startFrom(result.value);
    }
  };
  return {
    rows,
    faults: tried ? faultsOf(rows) : [],
    isDirty,
    pending: add.pending || update.pending,
    change: setRows,
    revert: () => {
      setTried(false);
      setError(null);
      setRows(rowsOf(base));
    },
    save: () => void saveFrom(base),
    error,
    conflict,
    keepMine: () => conflict !== undefined && void saveFrom(conflict.product),
    takeTheirs: () => {
      if (conflict === undefined) return;
      adopt(conflict.product);
      startFrom(conflict.product);
      setConflict(undefined);
    },
    decideLater: () => setConflict(undefined),
  };
}

function sameRows(one: readonly OptionRow[], other: readonly OptionRow[]): boolean {
  return one.length === other.length && one.every((row, place) => other[place] !== undefined && sameRow(row, other[place]));
}
