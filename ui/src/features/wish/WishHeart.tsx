// The heart at a product: filled when wished for. A visitor is taken to sign in, and brought back.
import { ActionIcon } from "@mantine/core";
import { Heart } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import type { Product } from "@/ipc/generated/operations";
import { announce } from "@/shared/components/LiveRegion";
import { useLang } from "@/shared/hooks/useLang";
import { productName } from "@/shared/text/names";
import { useWish } from "./queries";
import classes from "./WishHeart.module.css";

interface WishHeartProps {
  product: Pick<Product, "id" | "name" | "nameEn">;
  /** A bordered button in a row of buttons, instead of a heart on a picture. */
  framed?: boolean;
}

export function WishHeart({ product, framed = false }: WishHeartProps) {
  const { t } = useTranslation("catalog");
  const name = productName(product, useLang());
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { wished, needsSignIn, toggle } = useWish(product.id);

  const press = async () => {
    if (needsSignIn) return navigate("/sign-in", { state: { from: pathname + search } });
    const now = await toggle();
    if (now !== undefined) announce(t(now ? "wish.added" : "wish.removed", { name }));
  };
  return (
    <ActionIcon
      variant={framed ? "default" : "transparent"}
      size={framed ? 50 : 40}
      radius={framed ? "md" : "xl"}
      className={framed ? undefined : classes.floating}
      data-wished={wished || undefined}
      aria-label={t(wished ? "wish.remove" : "wish.add", { name })}
      onClick={() => void press()}
    >
      <Heart size={framed ? 22 : 20} className={classes.heart} data-wished={wished || undefined} aria-hidden />
    </ActionIcon>
  );
}
