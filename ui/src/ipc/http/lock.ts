// One tab at a time. Browsers have locks for that, but only where the page is a secure context: this computer's own
// address is one, an address in the local network is not. There a lease in a database that all tabs share does it; its
// transactions are in order for all of them, which local storage does not promise.
import { update } from "idb-keyval";
import { uniqueKey } from "../uniqueKey";

const NAME = "jangteo.refreshing";

/** Milliseconds after which a tab that has not come back counts as closed. */
const LEASE_MS = 12_000;
/** Milliseconds between two looks at whether the other tab is done. */
const POLL_MS = 50;

interface Lease {
  holder: string;
  /** Milliseconds since 1970. */
  until: number;
}

/** Runs `work` while no other tab, nor this one, runs any. */
export function withLock<T>(work: () => Promise<T>): Promise<T> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks === undefined ? leased(work) : (locks.request(NAME, work) as Promise<T>);
}

async function leased<T>(work: () => Promise<T>): Promise<T> {
  const mine = uniqueKey();
  while (!(await taken(mine))) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  try {
    return await work();
  } finally {
    await update<Lease | undefined>(NAME, (lease) => (lease?.holder === mine ? undefined : lease));
  }
}

async function taken(mine: string): Promise<boolean> {
  let free = false;
  await update<Lease | undefined>(NAME, (lease) => {
    free = lease === undefined || lease.until < Date.now();
    return free ? { holder: mine, until: Date.now() + LEASE_MS } : lease;
  });
  return free;
}
