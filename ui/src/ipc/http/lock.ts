// One tab at a time. Browsers have locks for that, but only where the page is a secure context: this computer's own
// address is one, an address in the local network is not. There a lease in the storage that all tabs share does it.
import { uniqueKey } from "../uniqueKey";

const NAME = "jangteo.refreshing";

/** Milliseconds after which a tab that has not come back counts as closed. */
const LEASE_MS = 12_000;
/** Milliseconds in which two tabs that took the lease at the same instant both see who wrote last. */
const SETTLE_MS = 40;

/** Runs `work` while no other tab, nor this one, runs any. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks === undefined ? leased(work) : (locks.request(NAME, work) as Promise<T>);
}

async function leased<T>(work: () => Promise<T>): Promise<T> {
  const mine = uniqueKey();
  while (!(await taken(mine))) await wait(SETTLE_MS);
  try {
    return await work();
  } finally {
    if (holder() === mine) localStorage.removeItem(NAME);
  }
}

async function taken(mine: string): Promise<boolean> {
  if (holder() !== undefined) return false;
  localStorage.setItem(NAME, JSON.stringify({ holder: mine, until: Date.now() + LEASE_MS }));
  await wait(SETTLE_MS);
  return holder() === mine;
}

function holder(): string | undefined {
  const { holder, until } = JSON.parse(localStorage.getItem(NAME) ?? "{}") as { holder?: string; until?: number };
  return until !== undefined && until > Date.now() ? holder : undefined;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
