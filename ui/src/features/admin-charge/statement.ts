// Which requests and orders of a matched statement are picked: the sure ones at first, and none twice.
import type { StatementLine, StatementPreview } from "@/ipc/generated/operations";
import { type Deposit, depositKey } from "./deposit";

/** The chosen request or order by the row of the statement. */
export type Picks = ReadonlyMap<number, Deposit>;

export function surePicks({ lines }: Pick<StatementPreview, "lines">): Picks {
  const sure = lines.filter(({ found }) => found === "SURE");
  return new Map(sure.flatMap((line) => fittingOf(line).slice(0, 1).map((deposit) => [line.row, deposit] as const)));
}

/** Takes a request or an order for a row, or takes it off; what another row has is taken from it. */
export function pick(picks: Picks, row: number, deposit: Deposit | undefined): Picks {
  const isOther = (chosen: Deposit) => deposit === undefined || depositKey(chosen) !== depositKey(deposit);
  const kept = [...picks].filter(([other, chosen]) => other !== row && isOther(chosen));
  return new Map(deposit === undefined ? kept : [...kept, [row, deposit]]);
}

/** Only what has the same amount can be confirmed by a deposit. */
export function choicesOf(line: Pick<StatementLine, "amount" | "charges" | "payments">): readonly Deposit[] {
  return fittingOf(line).filter(({ amount }) => amount === line.amount);
}

/** Whatever a line may be for. */
export function fittingOf({ charges, payments }: Pick<StatementLine, "charges" | "payments">): readonly Deposit[] {
  return [...charges, ...payments];
}

export const GROUPS = ["SURE", "DOUBTFUL", "UNMATCHED"] as const satisfies readonly StatementLine["found"][];
