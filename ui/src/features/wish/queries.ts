// What the customer wishes for: the ids that fill the hearts, the list behind them, and changing one.
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "@/ipc/call";
import { hasCode } from "@/ipc/errors";
import type { WishIds } from "@/ipc/generated/operations";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";

const IDS = [...keys.wishes, "ids"] as const;
const LIST = [...keys.wishes, "list"] as const;
const PAGE_SIZE = 48;

export interface Wish {
  wished: boolean;
  /** Whether there is nobody to wish: a visitor has to sign in first. */
  needsSignIn: boolean;
  /** Answers whether it is wished for now; undefined when the change failed or another one is running. */
  toggle: () => Promise<boolean | undefined>;
}

export function useWish(productId: number): Wish {
  const client = useQueryClient();
  const ids = useQuery({ queryKey: IDS, queryFn: readIds });
  const effects = {
    onSuccess: (answer: WishIds) => {
      client.setQueryData(IDS, answer.productIds);
      // The list on screen keeps its card, so that a second press on the heart takes it back.
      void client.invalidateQueries({ queryKey: LIST, refetchType: "none" });
    },
  };
  const add = useOperation("add_wish", effects);
  const remove = useOperation("remove_wish", effects);
  const wished = ids.data?.includes(productId) === true;

  const toggle = async () => {
    const answer = await (wished ? remove : add).run({ productId });
    return answer?.productIds.includes(productId);
  };
  return { wished, needsSignIn: ids.data === null, toggle };
}

/** The products themselves, the latest wish first. */
export function useWishes() {
  return useInfiniteQuery({
    queryKey: LIST,
    queryFn: ({ pageParam }) => call("list_wishes", { cursor: pageParam, limit: PAGE_SIZE }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor ?? null,
  });
}

/** Null for a visitor, who is not an error here. */
async function readIds(): Promise<readonly number[] | null> {
  try {
    return (await call("list_wish_ids", {})).productIds;
  } catch (error) {
    if (hasCode(error, "UNAUTHORIZED")) return null;
    throw error;
  }
}
