// Adjusting points: the fields, their rules, and the new balance.
import { z } from "zod";
import { text } from "@/shared/forms/rules";

const MOST = 1_000_000_000_000;

const fields = z.object({
  way: z.enum(["give", "take"]),
  amount: z.union([z.number(), z.literal("")]),
  reason: text(200),
});

export type AdjustFields = z.infer<typeof fields>;

/** The rules for a user with `balance` points. */
export function adjustRules(balance: number) {
  return fields.superRefine((typed, context) => {
    const refuse = (message: string) => context.addIssue({ code: "custom", path: ["amount"], message });
    if (typed.amount === "" || !Number.isInteger(typed.amount) || typed.amount < 1) refuse("amount");
    else if (typed.way === "take" && typed.amount > balance) refuse("tooMany");
    else if (typed.way === "give" && balance + typed.amount > MOST) refuse("tooRich");
  });
}

/** The signed change; 0 while nothing sensible is typed. */
export function changeOf({ way, amount }: Pick<AdjustFields, "way" | "amount">): number {
  if (amount === "" || !Number.isFinite(amount)) return 0;
  return way === "give" ? amount : -amount;
}
