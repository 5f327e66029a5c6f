// One key for one intention: made when a form opens, kept over retries, renewed after success.
import { useCallback, useState } from "react";

export function useIdempotencyKey(): { key: string; renew: () => void } {
  const [key, setKey] = useState(() => crypto.randomUUID());
  const renew = useCallback(() => setKey(crypto.randomUUID()), []);
  return { key, renew };
}
