// The link to the cart with its count, which is part of its accessible name.
import { ActionIcon, Box } from "@mantine/core";
import { ShoppingCart } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCart } from "@/features/cart/queries";
import classes from "./Shell.module.css";

export function CartLink({ hasCart }: { hasCart: boolean }) {
  const { t } = useTranslation("shell");
  const cart = useCart({ enabled: hasCart });
  const count = hasCart ? (cart.data?.itemCount ?? 0) : 0;
  return (
    <Box pos="relative">
      <ActionIcon component={Link} to="/cart" size={42} aria-label={count > 0 ? t("cartWithCount", { count }) : t("cart")}>
        <ShoppingCart size={22} aria-hidden />
      </ActionIcon>
      {count > 0 && (
        <span className={classes.count} aria-hidden>
          {count > 99 ? "99+" : count}
        </span>
      )}
    </Box>
  );
}
