// The parts of the Lab's page; the address names the one that is shown.
export const VIEWS = ["crowd", "race", "plug", "payment"] as const;

export type LabView = (typeof VIEWS)[number];

export function viewOf(params: URLSearchParams): LabView {
  return VIEWS.find((view) => view === params.get("view")) ?? "crowd";
}
