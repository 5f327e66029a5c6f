// What the customer waits for: the requests, and making and withdrawing one.
import { useQuery } from "@tanstack/react-query";
import { call } from "@/ipc/call";
import { unwrap } from "@/ipc/result";
import type { RestockNotice } from "@/ipc/generated/operations";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { addRestockTexts } from "./texts";

addRestockTexts();

/** Stale with the wishes, of which they are a kind. */
const restockKey = [...keys.wishes, "restock"] as const;

/** The most that one answer has; as many can wait at a time. */
const MOST = 100;

/** Null for a visitor; that is no error here. */
export function useRestockNotices(isAsked = true) {
  return useQuery({ queryKey: restockKey, queryFn: readNotices, enabled: isAsked });
}

async function readNotices(): Promise<readonly RestockNotice[] | null> {
  const notices = await call("list_restock_notices", { limit: MOST });
  return notices.kind !== "ok" && notices.code === "UNAUTHORIZED" ? null : unwrap(notices).items;
}

export function useRestockChanges() {
  const { key, renew } = useIdempotencyKey();
  const asking = useOperation("request_restock_notice");
  const withdrawing = useOperation("withdraw_restock_notice");
  return {
    pending: asking.pending || withdrawing.pending,
    /** Answer whether it was done. */
    ask: async (productId: number, productOptionId: number | undefined) => {
      const answer = await asking.run({ productId, productOptionId }, { idempotencyKey: key });
      renew();
      return answer.kind === "ok";
    },
    withdraw: async (id: number) => (await withdrawing.run({ id })).kind === "ok",
  };
}
