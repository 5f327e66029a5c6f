// The filters of a list, stored in the address alone: a filtered list can be bookmarked, sent, and returned to.
import { useCallback } from "react";
import { useSearchParams } from "react-router";

export interface AddressFilters<Name extends string> {
  /** The values in the address; a filter that is not set is undefined. The page decides whether a value is valid (see `oneOf`). */
  values: Partial<Record<Name, string>>;
  /** Changes some filters; undefined or empty takes one off. */
  set: (change: Partial<Record<Name, string | undefined>>) => void;
  clear: () => void;
  /** Whether any filter is set. */
  narrowed: boolean;
}

/** `names` are the keys in the address; `kept` among them are no filters and stay when these are cleared (a sort, a tab). */
export function useAddressFilters<Name extends string>(names: readonly Name[], kept: readonly Name[] = []): AddressFilters<Name> {
  const [params, setParams] = useSearchParams();
  const values: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = params.get(name);
    if (value !== null && value !== "") values[name] = value;
  }
  const set = useCallback((change: Partial<Record<Name, string | undefined>>) => {
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries<string | undefined>(change)) {
          if (value === undefined || value === "") after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      // Typing a search would otherwise fill the history with its every letter.
      { replace: true },
    );
  }, [setParams]);
  const filters = names.filter((name) => !kept.includes(name));
  return {
    values,
    set,
    clear: () => set(Object.fromEntries(filters.map((name) => [name, undefined])) as Partial<Record<Name, undefined>>),
    narrowed: filters.some((name) => values[name] !== undefined),
  };
}

/** The value where it is one of the allowed ones. */
export function oneOf<Value extends string>(allowed: readonly Value[], value: string | undefined): Value | undefined {
  return allowed.find((candidate) => candidate === value);
}
