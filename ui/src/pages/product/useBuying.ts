// Putting the product into the cart, and going straight to checkout with that one line.
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
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

export function useBuying(product: Product, option: ProductOption | undefined): Buying {
  const { t } = useTranslation("product");
  const navigate = useNavigate();
  const lang = useLang();
  const add = useAdding(product, option);

  const addToCart = async (quantity: number) => {
    if ((await add.run(quantity))?.kind !== "ok") return;
    const name = productName(product, lang);
    toastSuccess(t("added", { name }), { label: t("toCart"), run: () => void navigate("/cart") });
  };
  const buyNow = async (quantity: number) => {
    const line = await add.run(quantity);
    if (line?.kind === "ok") await navigate(`/checkout?items=${line.value.id}`);
  };
  return { addToCart, buyNow, pending: add.pending, renew: add.renew };
}

/** A visitor is taken to sign in instead, and comes back to the same product and option. */
function useAdding(product: Product, option: ProductOption | undefined) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { customer, isPending } = useSession();
  const { key, renew } = useIdempotencyKey();
  const add = useOperation("add_cart_item", { onSuccess: renew });

  const run = async (quantity: number) => {
    // In the first instant it is not known yet who is signed in; a press then is one to repeat.
    if (isPending) return undefined;
    if (customer === null) {
      await navigate("/sign-in", { state: { from: pathname + search } });
      return undefined;
    }
    return add.run({ productId: product.id, productOptionId: option?.id, quantity }, { idempotencyKey: key });
  };
  return { run, pending: add.pending, renew };
}
