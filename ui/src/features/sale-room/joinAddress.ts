// The address that a telephone opens: that of the shop in the network, with the PIN behind the #, which no server logs.

/** Addresses of home and office networks come first; a virtual network seldom reaches a telephone. */
const USUAL = [/^http:\/\/192\.168\./, /^http:\/\/10\./];

export function bestAddress(addresses: readonly string[]): string | undefined {
  return USUAL.map((usual) => addresses.find((address) => usual.test(address))).find((found) => found !== undefined) ?? addresses[0];
}

export function joinAddress(address: string, pin: string): string {
  return `${address}/#/sale-room?pin=${pin}`;
}

/** The address as one reads it aloud. */
export function shortAddress(address: string): string {
  return `${address.replace(/^http:\/\//, "")}/#/sale-room`;
}
