// The wish list: the ids that fill the hearts, the list of products, and adding or removing one.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { call, read } from "@/ipc/call";
import { unwrap } from "@/ipc/result";
import { useOperation } from "@/shared/hooks/useOperation";
import { wishIdsKey, wishListKey } from "@/shared/queryKeys";

const PAGE_SIZE = 48;

export interface Wish {
  wished: boolean;
  /** A visitor has to sign in first. */
  needsSignIn: boolean;
  /** Answers whether it is wished for now; undefined when the change failed or another one is running. */
  toggle: () => Promise<boolean | undefined>;
}

export function useWish(productId: number): Wish {
  const ids = useQuery({ queryKey: wishIdsKey, queryFn: readIds });
  const add = useOperation("add_wish");
  const remove = useOperation("remove_wish");
  const wished = ids.data?.includes(productId) === true;

  const toggle = async () => {
    const answer = await (wished ? remove : add).run({ productId });
    return answer.kind === "ok" ? answer.value.productIds.includes(productId) : undefined;
  };
  return { wished, needsSignIn: ids.data === null, toggle };
}

/** The products themselves, the latest wish first. */
export function useWishes() {
  return useInfiniteQuery({
    queryKey: wishListKey,
    queryFn: ({ pageParam }) => read("list_wishes", { cursor: pageParam, limit: PAGE_SIZE }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor ?? null,
  });
}

/** Null for a visitor; that is no error here. */
async function readIds(): Promise<readonly number[] | null> {
  const ids = await call("list_wish_ids", {});
  return ids.kind !== "ok" && ids.code === "UNAUTHORIZED" ? null : unwrap(ids).productIds;
}
