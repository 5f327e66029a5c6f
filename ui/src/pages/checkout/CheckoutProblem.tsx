// Why the order was not placed: the figures, the lines or the coupon that are in the way, and what to do about it.
import { Alert, Anchor, List, Stack, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { reasonOf } from "@/features/coupon/couponPicking";
import type { ShopError } from "@/ipc/errors";
import type { Quote } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { errorText } from "@/shared/text/errorText";
import { formatWon } from "@/shared/text/format";
import { couponOf, mismatchOf, shortLinesOf } from "./problem";

interface CheckoutProblemProps {
  problem: ShopError;
  quote: Quote;
}

export function CheckoutProblem({ problem, quote }: CheckoutProblemProps) {
  const { t } = useTranslation("checkout");
  const [title, body] = useWords(problem, quote);
  return (
    <Alert color="red" variant="light" icon={<CircleAlert size={18} aria-hidden />} title={title} role="alert">
      <Stack gap={6}>
        {body}
        {problem.code !== "AMOUNT_MISMATCH" && problem.code !== "INVALID_COUPON" && (
          <Anchor component={Link} to="/cart" size="sm" py={3}>
            {t("problem.toCart")}
          </Anchor>
        )}
      </Stack>
    </Alert>
  );
}

function useWords(problem: ShopError, quote: Quote): [title: string, body: ReactNode] {
  const { t } = useTranslation("checkout");
  const lang = useLang();
  switch (problem.code) {
    case "AMOUNT_MISMATCH": {
      const { shown, now } = mismatchOf(problem);
      const figures = { before: formatWon(shown, lang), now: formatWon(now, lang) };
      return [t("problem.amount"), <Text key="amount" size="sm">{t("problem.amountText", figures)}</Text>];
    }
    case "INSUFFICIENT_STOCK":
      return [t("problem.stock"), <ShortLines key="stock" problem={problem} quote={quote} />];
    case "INVALID_COUPON": {
      const { name, reason } = couponOf(problem, quote);
      const why = reason === "MIN_ORDER_AMOUNT" || reason === "NOT_STARTED" ? t(`problem.${reason}`) : t(`reason.${reasonOf(reason)}`);
      return [name === undefined ? t("problem.someCoupon") : t("problem.coupon", { name }), <Text key="coupon" size="sm">{t("problem.couponText", { why })}</Text>];
    }
    default:
      return [errorText(problem), null];
  }
}

function ShortLines({ problem, quote }: CheckoutProblemProps) {
  const { t } = useTranslation("checkout");
  const lang = useLang();
  return (
    <List size="sm" spacing={2}>
      {shortLinesOf(problem, quote, lang).map((line) => (
        <List.Item key={line.key}>{t("problem.short", { name: line.name, requested: line.requested, left: line.available })}</List.Item>
      ))}
    </List>
  );
}
