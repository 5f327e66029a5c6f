// Checkout: where it goes, what is ordered, which coupons, and one button that carries the amount.
import { Button, Group } from "@mantine/core";
import { ShoppingCart } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useShop } from "@/features/shop/queries";
import { useSession } from "@/features/user/session";
import { choiceOf } from "@/features/order/payChoice";
import type { PaymentMethod, User } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { SideBySide } from "@/shared/components/SideBySide";
import { CheckoutProblem } from "./CheckoutProblem";
import { CheckoutSections } from "./CheckoutSections";
import { CheckoutSummary, PayPart, type PayPartProps } from "./CheckoutSummary";
import { isGone } from "./problem";
import { useCheckout } from "./useCheckout";

const POINTS_ALONE: readonly PaymentMethod[] = ["POINT"];

export default function CheckoutPage() {
  const { t } = useTranslation("checkout");
  const { customer } = useSession();
  return (
    <>
      <PageHeading title={t("title")} />
      {customer !== null && <Checkout customer={customer} />}
    </>
  );
}

function Checkout({ customer }: { customer: User }) {
  const { t } = useTranslation("checkout");
  const checkout = useCheckout();
  const { pointCharging: charging = "FREE", paymentMethods: methods = POINTS_ALONE } = useShop().data ?? {};
  if (checkout.quote.data === undefined && isGone(checkout.quote.error)) return <NothingToOrder />;
  const { data, error, refetch, dataUpdatedAt } = checkout.quote;
  return (
    // With figures shown, a refusal is shown beside the button; one notice is enough.
    <QueryView query={{ data, error: data !== undefined && checkout.blocked ? null : error, refetch, dataUpdatedAt }}>
      {(quote) => {
        const balance = customer.availablePoint;
        const choice = choiceOf(checkout.paying, { total: quote.totalAmount, balance, methods });
        const pay: PayPartProps = {
          quote,
          balance,
          choice,
          charging,
          ready: checkout.delivery.to !== undefined,
          delivery: checkout.delivery,
          blocked: checkout.blocked,
          busy: checkout.busy,
          settling: checkout.quote.isPlaceholderData,
          onSubmit: () => checkout.submit(choice),
        };
        return (
          <SideBySide
            asideLabel={t("summary.title")}
            aside={
              <CheckoutSummary {...pay}>
                {checkout.problem !== undefined && <CheckoutProblem problem={checkout.problem} quote={quote} boughtId={checkout.boughtId} />}
              </CheckoutSummary>
            }
            bar={<PayPart {...pay} />}
          >
            <CheckoutSections quote={quote} customer={customer} checkout={checkout} methods={methods} choice={choice} />
          </SideBySide>
        );
      }}
    </QueryView>
  );
}

function NothingToOrder() {
  const { t } = useTranslation("checkout");
  return (
    <EmptyState
      icon={ShoppingCart}
      title={t("nothing.title")}
      description={t("nothing.text")}
      action={
        <Group justify="center">
          <Button component={Link} to="/cart">
            {t("nothing.action")}
          </Button>
          <Button component={Link} to="/orders" variant="default">
            {t("problem.toOrders")}
          </Button>
        </Group>
      }
    />
  );
}
