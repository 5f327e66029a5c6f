// The address book as it is once an address was saved, before the shop has been asked again.
import type { Address } from "@/ipc/generated/operations";

/** Addresses per user, by the shop's rule. */
export const MOST_ADDRESSES = 20;

/** The saved one takes its own place or joins at the end; a new default takes the mark and the first place. */
export function withSaved(book: readonly Address[], saved: Address): Address[] {
  const known = book.some(({ id }) => id === saved.id);
  const all = known ? book.map((address) => (address.id === saved.id ? saved : address)) : [...book, saved];
  if (!saved.isDefault) return all;
  const others = all.filter(({ id }) => id !== saved.id);
  return [saved, ...others.map((address) => ({ ...address, isDefault: false }))];
}
