// The states of every screen in one place: loading, failed, empty, stale, and there.
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState } from "./ErrorState";
import { PageSkeleton } from "./PageSkeleton";
import { StaleNotice } from "./StaleNotice";

interface QueryViewProps<T> {
  query: Pick<UseQueryResult<T>, "data" | "error" | "refetch" | "dataUpdatedAt">;
  /** Shown while nothing is there yet; skeletons of the page's own shape, wrapped in Delayed. */
  skeleton?: ReactNode;
  isEmpty?: (data: T) => boolean;
  /** Shown in place of the children when `isEmpty` returns true. */
  empty?: ReactNode;
  children: (data: T) => ReactNode;
}

export function QueryView<T>({ query, skeleton = <PageSkeleton />, isEmpty, empty, children }: QueryViewProps<T>) {
  const retry = () => void query.refetch();
  const { data, error } = query;
  if (data === undefined) return error === null ? skeleton : <ErrorState error={error} onRetry={retry} />;
  return (
    <>
      {error !== null && <StaleNotice at={new Date(query.dataUpdatedAt).toISOString()} onRefresh={retry} />}
      {isEmpty?.(data) === true ? empty : children(data)}
    </>
  );
}
