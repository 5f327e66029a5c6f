// An amount of won, as each language writes it, in figures of equal width.
import { Text, type TextProps } from "@mantine/core";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints, formatWon } from "@/shared/text/format";

interface AmountProps extends TextProps {
  /** Whole won (or points). */
  amount: number;
}

/** Inherits size and weight by default, so that it fits any line. */
export function Money({ amount, ...text }: AmountProps) {
  const lang = useLang();
  return (
    <Text span inherit className="tabular amount" {...text}>
      {formatWon(amount, lang)}
    </Text>
  );
}

/** Points: "1,200P". */
export function Points({ amount, ...text }: AmountProps) {
  const lang = useLang();
  return (
    <Text span inherit className="tabular amount" {...text}>
      {formatPoints(amount, lang)}
    </Text>
  );
}
