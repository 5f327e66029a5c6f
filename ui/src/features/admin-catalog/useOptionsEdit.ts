// Editing the options of a product in the grid. They are saved one by one, each against the product as the one before left it;
// where another admin has changed the product meanwhile, the difference is shown.
import type { TFunction } from "i18next";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import type { AdminProduct, OwnStock } from "@/ipc/generated/operations";
import { toastSuccess } from "@/shared/toast";
import { toastUndo } from "@/shared/undo";
import { faultsOf, type OptionRow, type RowFaults, rowsOf, sameRow } from "./optionRows";
import { type OptionConflict, saveRows, useSaveRow } from "./saveRows";
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
  /** Units of the product itself, whose fate is asked before the first option is saved. */
  ownUnits: number | undefined;
  /** Saves with the answer; without one nothing is saved. */
  endOwnStock: (choice: OwnStock | undefined) => void;
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
  const { saveRow, pending } = useSaveRow((refusal) => setError(currentOf(refusal) === undefined ? refusal : null));

  const startFrom = (current: AdminProduct, from = rowsOf(current)) => {
    latest.current = current;
    setBase(current);
    setRows(from);
    setConflict(undefined);
  };
  useEffect(() => {
    latest.current = product;
    if (saving.current || product.updatedAt <= base.updatedAt) return;
    // Options that others have changed are met when these are saved.
    if (isDirty && !sameRows(rowsOf(product), rowsOf(base))) return;
    setBase(product);
    if (!isDirty) setRows(rowsOf(product));
  }, [product, base, isDirty]);

  const saveFrom = async (start: AdminProduct, ownStock?: OwnStock) => {
    setTried(true);
    if (saving.current || faultsOf(rows).some((fault) => fault !== undefined)) return;
    saving.current = true;
    setError(null);
    const { seen, saved, refused } = await saveRows(rows, base, start, (row, at) => saveRow(row, at, ownStock));
    saving.current = false;
    startFrom(seen, refused && saved);
    if (refused !== undefined) return setConflict(refused.conflict);
    setTried(false);
    sayDone(t, rows, (gone) => void bringBack(gone));
  };
  const bringBack = async (gone: OptionRow[]) => {
    for (const row of gone) {
      const result = await saveRow({ ...row, state: "NORMAL" }, latest.current);
      if (result.kind !== "ok") return;
      startFrom(result.value);
    }
  };
  const takeTheirs = () => {
    if (conflict === undefined) return;
    adopt(conflict.product);
    startFrom(conflict.product);
  };
  const ownStock = useOwnStock(product, rows, (choice) => void saveFrom(base, choice));
  return {
    rows: rows.map((row) => withStockOf(product, row)),
    faults: tried ? faultsOf(rows) : [],
    isDirty,
    pending,
    change: setRows,
    revert: () => {
      setTried(false);
      setError(null);
      setRows(rowsOf(base));
    },
    error,
    conflict,
    keepMine: () => conflict !== undefined && void saveFrom(conflict.product),
    takeTheirs,
    decideLater: () => setConflict(undefined),
    ...ownStock,
  };
}

/** With a way back where options were removed. */
function sayDone(t: TFunction<"adminProducts">, rows: readonly OptionRow[], bringBack: (gone: OptionRow[]) => void) {
  const gone = rows.filter(({ state }) => state === "DELETED");
  const [first] = gone;
  if (first === undefined) return toastSuccess(t("options.saved"));
  toastUndo(gone.length === 1 ? t("options.removedOne", { name: first.name }) : t("options.removedMany", { count: gone.length }), () => bringBack(gone));
}

/** Stock is moved by others, whatever is being edited. */
function withStockOf(product: AdminProduct, row: OptionRow): OptionRow {
  const option = product.options.find(({ id }) => id === row.id);
  return option === undefined ? row : { ...row, stock: option.availableQuantity };
}

function sameRows(one: readonly OptionRow[], other: readonly OptionRow[]): boolean {
  return one.length === other.length && one.every((row, place) => other[place] !== undefined && sameRow(row, other[place]));
}

/** The rows hold the first option of a product with stock of its own. */
function asksOfStock(product: AdminProduct, rows: readonly OptionRow[]): boolean {
  const isFirst = product.options.length === 0 && rows.some(({ id }) => id === undefined);
  return isFirst && product.availableQuantity > 0 && faultsOf(rows).every((fault) => fault === undefined);
}

/** Asks before the first option is saved what becomes of the product's own units. */
function useOwnStock(product: AdminProduct, rows: readonly OptionRow[], onSave: (choice?: OwnStock) => void): Pick<OptionsEdit, "save" | "ownUnits" | "endOwnStock"> {
  const [asking, setAsking] = useState(false);
  return {
    save: () => (asksOfStock(product, rows) ? setAsking(true) : onSave()),
    ownUnits: asking ? product.availableQuantity : undefined,
    endOwnStock: (choice) => {
      setAsking(false);
      if (choice !== undefined) onSave(choice);
    },
  };
}
