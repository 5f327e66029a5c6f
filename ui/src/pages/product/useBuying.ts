// Putting the product into the cart, and going straight to checkout with that one line.
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useSession } from "@/features/user/session";
import type { CartItem, Product, ProductOption } from "@/ipc/generated/operations";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { productName } from "@/shared/text/names";
import { toastSuccess } from "@/shared/toast";

export interface Buying {
  addToCart: (quantity: number) => Promise<void>;
  buyNow: (quantity: number) => Promise<void>;
  pending: boolean;
  /** To be called when quantity or option change: another request is another intention. */
  renew: () => void;
}

export function useBuying(product: Product, option: ProductOption | undefined): Buying {
  const { t } = useTranslation("product");
  const navigate = useNavigate();
  const lang = useLang();
  const add = useAdding(product, option);

  const addToCart = async (quantity: number) => {
    if ((await add.run(quantity)) === undefined) return;
    const name = productName(product, lang);
    toastSuccess(t("added", { name }), { label: t("toCart"), run: () => void navigate("/cart") });
  };
  const buyNow = async (quantity: number) => {
    const line = await add.run(quantity);
    if (line !== undefined) await navigate(`/checkout?items=${line.id}`);
  };
  return { addToCart, buyNow, pending: add.pending, renew: add.renew };
}

/** A visitor is taken to sign in instead, and comes back to the same product and option. */
function useAdding(product: Product, option: ProductOption | undefined) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { pathname, search } = useLocation();
  const { customer, isPending } = useSession();
  const { key, renew } = useIdempotencyKey();
  const add = useOperation("add_cart_item", {
    forgets: [keys.cart],
    onSuccess: renew,
    onError: () => {
      // The refusal tells of stock or a limit that this page did not know of.
      void client.invalidateQueries({ queryKey: [...keys.products, "one", product.id] });
      void client.invalidateQueries({ queryKey: keys.cart });
      return undefined;
    },
  });

  const run = async (quantity: number): Promise<CartItem | undefined> => {
    // Who is here is not known yet in the first instant; a press then is one to repeat.
    if (isPending) return undefined;
    if (customer === null) {
      await navigate("/sign-in", { state: { from: pathname + search } });
      return undefined;
    }
    return add.run({ productId: product.id, productOptionId: option?.id, quantity }, { idempotencyKey: key });
  };
  return { run, pending: add.pending, renew };
}
