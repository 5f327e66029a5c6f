// Filters that an admin saved by name. They are stored on this computer, not in the shop.
import { useLocalStorage } from "@mantine/hooks";

export interface SavedFilter {
  name: string;
  /** The query of the address, without its question mark. */
  address: string;
}

/** More would no longer be found in a menu. */
const MOST = 12;

export interface SavedFilters {
  filters: readonly SavedFilter[];
  /** A name that is taken gets the new filter. */
  save: (filter: SavedFilter) => void;
  forget: (name: string) => void;
}

export function useSavedFilters(): SavedFilters {
  const [filters, setFilters] = useLocalStorage<SavedFilter[]>({
    key: "jangteo.admin.orderFilters",
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return {
    filters,
    save: (filter) => setFilters((before) => withFilter(before, filter)),
    forget: (name) => setFilters((before) => before.filter((saved) => saved.name !== name)),
  };
}

/** The latest first. */
export function withFilter(filters: readonly SavedFilter[], added: SavedFilter): SavedFilter[] {
  return [added, ...filters.filter(({ name }) => name !== added.name)].slice(0, MOST);
}
