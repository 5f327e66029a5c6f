// The last searches of this window, newest first; kept here only, never sent to the shop.
import { useLocalStorage } from "@mantine/hooks";

const KEPT = 8;

export function useRecentSearches() {
  const [recent, setRecent] = useLocalStorage<string[]>({ key: "jangteo.recentSearches", defaultValue: [] });
  return {
    recent,
    remember: (q: string) => setRecent((before) => [q, ...before.filter((other) => other !== q)].slice(0, KEPT)),
    clear: () => setRecent([]),
  };
}
