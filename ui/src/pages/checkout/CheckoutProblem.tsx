// Why the order was not placed: the figures, the lines or the coupon that are in the way, and what to do about it.
import { Alert, Anchor, List, Stack, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ShortLine } from "@/ipc/errorDetails";
import type { Quote } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { errorText } from "@/shared/text/errorText";
import { formatWon } from "@/shared/text/format";
import { type CheckoutRefusal, chosenCouponName, isGone, namedShortLines } from "./problem";

interface CheckoutProblemProps {
  problem: CheckoutRefusal;
  quote: Quote;
  /** What is bought at once; undefined where the cart is ordered. */
  boughtId: number | undefined;
}

export function CheckoutProblem({ problem, quote, boughtId }: CheckoutProblemProps) {
  const { t } = useTranslation("checkout");
  const [title, body] = useWords(problem, quote);
  const alert = useRef<HTMLDivElement>(null);
  // On a phone the button that was pressed stands at the lower edge of the window, and this may be far below.
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for a cleanup.
    void alert.current?.scrollIntoView({ block: "nearest" });
  }, [problem]);
  return (
    <Alert ref={alert} color="red" variant="light" icon={<CircleAlert size={18} aria-hidden />} title={title} role="alert">
      <Stack gap={6}>
        {body}
        {isGone(problem) ? (
          <Anchor component={Link} to="/orders" size="sm" py={3}>
            {t("problem.toOrders")}
          </Anchor>
        ) : (
          problem.code !== "AMOUNT_MISMATCH" &&
          problem.code !== "INVALID_COUPON" && (
            <Anchor component={Link} to={boughtId === undefined ? "/cart" : `/products/${boughtId}`} size="sm" py={3}>
              {t(boughtId === undefined ? "problem.toCart" : "problem.toProduct")}
            </Anchor>
          )
        )}
      </Stack>
    </Alert>
  );
}

function useWords(problem: CheckoutRefusal, quote: Quote): [title: string, body: ReactNode] {
  const { t } = useTranslation("checkout");
  const lang = useLang();
  switch (problem.code) {
    case "AMOUNT_MISMATCH": {
      const { actual, expected } = problem.details;
      const figures = { before: formatWon(actual, lang), now: formatWon(expected, lang) };
      return [t("problem.amount"), <Text key="amount" size="sm">{t("problem.amountText", figures)}</Text>];
    }
    case "INSUFFICIENT_STOCK":
      return [t("problem.stock"), <ShortLines key="stock" lines={problem.details.items} quote={quote} />];
    case "INVALID_COUPON": {
      const { reason, userCouponId } = problem.details;
      const name = chosenCouponName(userCouponId, quote, lang);
      const why = reason === "MIN_ORDER_AMOUNT" || reason === "NOT_STARTED" ? t(`problem.${reason}`) : t(`reason.${reason}`);
      return [name === undefined ? t("problem.someCoupon") : t("problem.coupon", { name }), <Text key="coupon" size="sm">{t("problem.couponText", { why })}</Text>];
    }
    case "CART_EMPTY":
    case "CART_ITEM_NOT_FOUND":
      return [t("problem.ordered"), <Text key="ordered" size="sm">{t("problem.orderedText")}</Text>];
    default:
      return [errorText(problem), null];
  }
}

function ShortLines({ lines, quote }: { lines: readonly ShortLine[]; quote: Quote }) {
  const { t } = useTranslation("checkout");
  const lang = useLang();
  return (
    <List size="sm" spacing={2}>
      {namedShortLines(lines, quote, lang).map((line) => (
        <List.Item key={line.key}>{t("problem.short", { name: line.name, requested: line.requested, left: line.available })}</List.Item>
      ))}
    </List>
  );
}
