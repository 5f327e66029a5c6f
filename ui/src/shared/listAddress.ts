// The address under which a list was last shown, so that the link back from one of its rows keeps the filter. The window
// has no back button. Lost with the page, on purpose: a new start begins with the whole list.
const last = new Map<string, string>();

/** Called by the list with its path and the query of its address. */
export function rememberList(path: string, search: string): void {
  last.set(path, search);
}

export function listAddress(path: string): string {
  return `${path}${last.get(path) ?? ""}`;
}
