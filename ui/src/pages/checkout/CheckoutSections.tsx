// The left side of checkout: address with what is asked of the delivery, lines with their own coupons, coupons of the whole cart,
// and the ways to pay where there are several.
import { Divider, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AddressPicker } from "@/features/user/AddressPicker";
import { sortChoices } from "@/features/coupon/couponPicking";
import type { PayChoice } from "@/features/order/payChoice";
import { PayMethods } from "@/features/order/PayMethods";
import type { PaymentMethod, Quote, User } from "@/ipc/generated/operations";
import { Panel } from "@/shared/components/Panel";
import { Section } from "@/shared/components/Section";
import { CheckoutCoupons } from "./CheckoutCoupons";
import { CheckoutLines } from "./CheckoutLines";
import { DeliveryMemo } from "./DeliveryMemo";
import { DeliveryPart } from "./DeliveryPart";
import type { Checkout } from "./useCheckout";

interface CheckoutSectionsProps {
  quote: Quote;
  customer: User;
  checkout: Checkout;
  /** That the shop accepts. */
  methods: readonly PaymentMethod[];
  choice: PayChoice;
}

export function CheckoutSections({ quote, customer, checkout, methods, choice }: CheckoutSectionsProps) {
  const { t } = useTranslation("checkout");
  const choices = sortChoices(quote.choices);
  const disabled = checkout.busy || checkout.blocked;
  return (
    <Stack gap={44}>
      <Section title={t(checkout.delivery.method === "PICKUP" ? "delivery.title" : "address.title")}>
        <Panel>
          <DeliveryPart delivery={checkout.delivery} disabled={checkout.busy}>
            <AddressPicker chosenId={checkout.address?.id} onChoose={checkout.chooseAddress} owner={customer} />
            <Divider my="md" />
            <DeliveryMemo memo={checkout.memo} onChange={checkout.setMemo} disabled={checkout.busy} />
          </DeliveryPart>
        </Panel>
      </Section>
      <Section title={t("lines.title")} remark={t("lines.count", { count: quote.items.length })}>
        <CheckoutLines quote={quote} choices={choices.byLine} onToggle={checkout.toggle} disabled={disabled} />
      </Section>
      <CheckoutCoupons quote={quote} choices={choices} onToggle={checkout.toggle} onBest={checkout.takeBest} onNone={checkout.takeNone} disabled={disabled} />
      {methods.length > 1 && quote.totalAmount > 0 && (
        <Section title={t("paying.title")}>
          <Panel>
            <PayMethods
              methods={methods}
              choice={choice}
              draft={checkout.paying}
              onChange={checkout.setPaying}
              total={quote.totalAmount}
              balance={customer.availablePoint}
              customerName={customer.name}
              disabled={checkout.busy}
              titled
            />
          </Panel>
        </Section>
      )}
    </Stack>
  );
}
