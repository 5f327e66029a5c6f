// Filters are in the address and nowhere else.
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter, useLocation } from "react-router";
import { expect, it } from "vitest";
import { oneOf, useAddressFilters } from "./useAddressFilters";

function open(address: string) {
  const wrapper = ({ children }: { children: ReactNode }) => <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>;
  return renderHook(() => ({ filters: useAddressFilters(["q", "state", "sort"], ["sort"]), search: useLocation().search }), { wrapper });
}

it("reads them, and takes an empty one for none", () => {
  const { result } = open("/list?q=tea&state=&other=1");
  expect(result.current.filters.values).toEqual({ q: "tea" });
  expect(result.current.filters.narrowed).toBe(true);
});

it("sets some, and leaves what is not its own", () => {
  const { result } = open("/list?q=tea&other=1");
  act(() => result.current.filters.set({ q: undefined, state: "NORMAL" }));
  expect(result.current.search).toBe("?other=1&state=NORMAL");
});

it("clears filters but no sort, which narrows nothing", () => {
  const { result } = open("/list?q=tea&sort=popular");
  act(() => result.current.filters.clear());
  expect(result.current.search).toBe("?sort=popular");
  expect(result.current.filters.narrowed).toBe(false);
});

it("takes only allowed values", () => {
  expect(oneOf(["a", "b"], "b")).toBe("b");
  expect(oneOf(["a", "b"], "c")).toBeUndefined();
  expect(oneOf(["a", "b"], undefined)).toBeUndefined();
});
