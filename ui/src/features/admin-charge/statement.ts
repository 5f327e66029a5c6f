// Which requests of a matched statement are picked: the sure ones at first, and never one request twice.
import type { AdminCharge, StatementLine, StatementPreview } from "@/ipc/generated/operations";

/** The chosen request by the row of the statement. */
export type Picks = ReadonlyMap<number, AdminCharge>;

export function surePicks({ lines }: Pick<StatementPreview, "lines">): Picks {
  const sure = lines.filter(({ found }) => found === "SURE");
  return new Map(sure.flatMap(({ row, charges: [charge] }) => (charge === undefined ? [] : [[row, charge] as const])));
}

/** Takes a request for a row, or takes it off; a request that another row has is taken from it. */
export function pick(picks: Picks, row: number, charge: AdminCharge | undefined): Picks {
  const kept = [...picks].filter(([other, chosen]) => other !== row && chosen.id !== charge?.id);
  return new Map(charge === undefined ? kept : [...kept, [row, charge]]);
}

/** Only a request of the same amount can be confirmed by a deposit. */
export function choicesOf({ amount, charges }: Pick<StatementLine, "amount" | "charges">): readonly AdminCharge[] {
  return charges.filter((charge) => charge.amount === amount);
}

export const GROUPS = ["SURE", "DOUBTFUL", "UNMATCHED"] as const satisfies readonly StatementLine["found"][];
