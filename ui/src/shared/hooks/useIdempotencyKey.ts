// One key for one intention: made when a form opens, kept over retries, renewed after success.
import { useCallback, useState } from "react";
import { uniqueKey } from "@/ipc/uniqueKey";

export function useIdempotencyKey(): { key: string; renew: () => void } {
  const [key, setKey] = useState(uniqueKey);
  const renew = useCallback(() => setKey(uniqueKey()), []);
  return { key, renew };
}
