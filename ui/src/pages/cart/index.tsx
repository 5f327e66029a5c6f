// The cart: what the customer means to buy, what of it can be ordered now, and what it comes to.
import { Button } from "@mantine/core";
import { ShoppingCart } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCart } from "@/features/cart/queries";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { CartBoard } from "./CartBoard";

export default function CartPage() {
  const { t } = useTranslation("cart");
  const cart = useCart({ enabled: true });
  return (
    <>
      <PageHeading title={t("title")} />
      <QueryView query={cart} isEmpty={({ items }) => items.length === 0} empty={<EmptyCart />}>
        {(data) => <CartBoard cart={data} />}
      </QueryView>
    </>
  );
}

function EmptyCart() {
  const { t } = useTranslation("cart");
  return (
    <EmptyState
      icon={ShoppingCart}
      title={t("empty.title")}
      description={t("empty.text")}
      action={
        <Button component={Link} to="/products?sort=popular" size="md">
          {t("empty.action")}
        </Button>
      }
    />
  );
}
