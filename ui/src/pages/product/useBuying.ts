// Putting the product into the cart, and buying it at once in a checkout of its own, which leaves the cart alone.
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { buyPath } from "@/features/order/buyPath";
import { useSession } from "@/features/user/session";
import type { Product, ProductOption } from "@/ipc/generated/operations";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { productName } from "@/shared/text/names";
import { toastSuccess } from "@/shared/toast";

export interface Buying {
  addToCart: (quantity: number) => Promise<void>;
  buyNow: (quantity: number) => Promise<void>;
  pending: boolean;
  /** To be called when quantity or option change: another request is another intention. */
  renew: () => void;
}

/** A visitor is taken to sign in first, and then on to the checkout, or back to the same product and option. */
export function useBuying(product: Product, option: ProductOption | undefined): Buying {
  const { t } = useTranslation("product");
  const navigate = useNavigate();
  const lang = useLang();
  const { pathname, search } = useLocation();
  const { customer, isPending } = useSession();
  const { key, renew } = useIdempotencyKey();
  const add = useOperation("add_cart_item", { onSuccess: renew });

  const asCustomer = async (from: string, act: () => Promise<void>) => {
    // In the first instant it is not known yet who is signed in; a press then is one to repeat.
    if (isPending) return;
    if (customer === null) await navigate("/sign-in", { state: { from } });
    else await act();
  };
  const addToCart = (quantity: number) =>
    asCustomer(pathname + search, async () => {
      const added = await add.run({ productId: product.id, productOptionId: option?.id, quantity }, { idempotencyKey: key });
      if (added.kind !== "ok") return;
      const name = productName(product, lang);
      toastSuccess(t("added", { name }), { label: t("toCart"), run: () => void navigate("/cart") });
    });
  const buyNow = (quantity: number) => {
    const checkout = buyPath({ productId: product.id, productOptionId: option?.id, quantity });
    return asCustomer(checkout, async () => navigate(checkout));
  };
  return { addToCart, buyNow, pending: add.pending, renew };
}
