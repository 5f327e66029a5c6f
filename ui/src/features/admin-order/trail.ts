// The list of orders as it was last seen, which an order's page walks along. It stays as it was while orders change their
// state, so that the next one can be found after the one before has left the list. Lost with the page, like its address.
import type { ListOrdersForAdmin } from "@/ipc/generated/operations";

export interface Trail {
  ids: readonly number[];
  request: ListOrdersForAdmin;
  /** Where the list goes on. */
  cursor?: string;
}

export interface Neighbours {
  previous?: number;
  next?: number;
  /** The next one has to be read first. */
  isAtEnd: boolean;
}

let last: Trail | undefined;

export function rememberTrail(trail: Trail): void {
  last = trail;
}

export function lastTrail(): Trail | undefined {
  return last;
}

/** None where the order was not in the list. */
export function neighboursOf(trail: Trail | undefined, id: number): Neighbours {
  const at = trail?.ids.indexOf(id) ?? -1;
  if (trail === undefined || at < 0) return { isAtEnd: false };
  return { previous: trail.ids[at - 1], next: trail.ids[at + 1], isAtEnd: at === trail.ids.length - 1 && trail.cursor !== undefined };
}

/** The trail with its next page. An order that moved within the list stays where it was. */
export function lengthened(trail: Trail, ids: readonly number[], cursor: string | undefined): Trail {
  const known = new Set(trail.ids);
  return { ...trail, ids: [...trail.ids, ...ids.filter((id) => !known.has(id))], cursor };
}
