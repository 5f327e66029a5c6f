// A unique key: 128 random bits in hex.

/** Unlike `crypto.randomUUID` there also where a page is no secure context, as at an address in the local network. */
export function uniqueKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
