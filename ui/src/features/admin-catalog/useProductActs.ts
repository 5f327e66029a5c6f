// Bulk actions on products: one request for each, one after the other, with an undo.
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type OperationName, type RequestOf } from "@/ipc/call";
import type { ShopError } from "@/ipc/errors";
import type { AdminProduct, EditedProductState } from "@/ipc/generated/operations";
import { ok, type Result } from "@/ipc/result";
import { applyResult } from "@/shared/cache/applyResult";
import { confirm } from "@/shared/components/ConfirmDialog";
import { errorText } from "@/shared/text/errorText";
import { toastError, toastSuccess } from "@/shared/toast";
import { toastUndo } from "@/shared/undo";
import { fieldsOf, updateRequest } from "./productFields";

export interface ProductActs {
  pending: boolean;
  setState: (products: readonly AdminProduct[], state: EditedProductState) => Promise<void>;
  remove: (products: readonly AdminProduct[]) => Promise<void>;
  restore: (products: readonly AdminProduct[]) => Promise<void>;
}

/** `onDone` is called once something was done, so that the rows need not stay picked. */
export function useProductActs(onDone: () => void): ProductActs {
  const { t } = useTranslation("adminProducts");
  const { pending, run } = useOneByOne();
  const perform = usePerform();
  const undone = () => toastSuccess(t("bulk.undone"));

  const setState = async (products: readonly AdminProduct[], state: EditedProductState) => {
    const others = products.filter((product) => product.state !== state && product.state !== "DELETED");
    const before = new Map(others.map((product) => [product.id, product]));
    const changed = await run(others, (product) => perform("update_product", updateRequest({ ...fieldsOf(product), state }, product)));
    if (changed.length === 0) return;
    onDone();
    const back = (product: AdminProduct) => fieldsOf(before.get(product.id) ?? product);
    toastUndo(t("bulk.changed", { count: changed.length, state: t(`state.${state}`) }), () => {
      void run(changed, (product) => perform("update_product", updateRequest(back(product), product))).then(undone);
    });
  };
  const restore = async (products: readonly AdminProduct[]) => {
    const restored = await run(products, ({ id }) => perform("restore_product", { id }));
    if (restored.length === 0) return;
    onDone();
    toastSuccess(t("bulk.restored", { count: restored.length }));
  };
  const remove = async (products: readonly AdminProduct[]) => {
    const count = products.length;
    // One can be brought back by the toast; that many at once deserve a question.
    const sure = count === 1 || await confirm({
      title: t("bulk.deleteTitle", { count }),
      changes: [t("bulk.deleteChange", { count }), t("bulk.deleteKept")],
      confirmLabel: t("bulk.delete"),
      destructive: true,
    });
    if (!sure) return;
    const gone = await run(products, async (product) => {
      const gone = await perform("delete_product", { id: product.id });
      return gone.kind === "ok" ? ok(product) : gone;
    });
    if (gone.length === 0) return;
    onDone();
    toastUndo(t("bulk.deleted", { count: gone.length }), () => {
      void run(gone, ({ id }) => perform("restore_product", { id })).then(undone);
    });
  };
  return { pending, setState, remove, restore };
}

/** A call whose effects are shown at once. */
function usePerform() {
  const client = useQueryClient();
  return async <K extends OperationName>(name: K, request: RequestOf<K>) => {
    const result = await call(name, request);
    applyResult(client, name, request, result);
    return result;
  };
}

type RunEach = <T>(products: readonly AdminProduct[], act: (product: AdminProduct) => Promise<Result<T>>) => Promise<T[]>;

/** Continues after a refusal, and reports at the end how many were refused and the reason of the first. */
function useOneByOne(): { pending: boolean; run: RunEach } {
  const { t } = useTranslation("adminProducts");
  const running = useRef(false);
  const [pending, setPending] = useState(false);
  const run: RunEach = async (products, act) => {
    if (running.current) return [];
    running.current = true;
    setPending(true);
    const { done, refused } = await oneByOne(products, act);
    const [first] = refused;
    if (first !== undefined) {
      toastError(first, t("bulk.refused", { count: refused.length, reason: errorText(first) }));
    }
    setPending(false);
    running.current = false;
    return done;
  };
  return { pending, run };
}

/** The answers, and the errors of those that were refused. */
async function oneByOne<Row, T>(rows: readonly Row[], act: (row: Row) => Promise<Result<T>>): Promise<{ done: T[]; refused: ShopError[] }> {
  const done: T[] = [];
  const refused: ShopError[] = [];
  for (const row of rows) {
    const result = await act(row);
    if (result.kind === "ok") done.push(result.value);
    else refused.push(result);
  }
  return { done, refused };
}
