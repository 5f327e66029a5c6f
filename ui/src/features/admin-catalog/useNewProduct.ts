// Creates a product and then sets its picture. A picture that the shop refuses does not undo the product: its page, which
// opens afterwards, takes another one.
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import type { ShopError } from "@/ipc/errors";
import type { AdminProduct } from "@/ipc/generated/operations";
import { uniqueKey } from "@/ipc/uniqueKey";
import type { ChosenPicture } from "./NewPicture";
import { createRequest, type ProductFields } from "./productFields";

export function useNewProduct(onRefused: (error: ShopError) => void) {
  const { key, renew } = useIdempotencyKey();
  const create = useOperation("create_product", {
    onError: (error) => {
      renew();
      onRefused(error);
      return true;
    },
  });
  const setPicture = useOperation("set_product_image");
  /** Answers the product, or undefined where it was refused. */
  const run = async (typed: ProductFields, picture: ChosenPicture | undefined): Promise<AdminProduct | undefined> => {
    const made = await create.run(createRequest(typed), { idempotencyKey: key });
    if (made.kind !== "ok") return undefined;
    if (picture !== undefined) await setPicture.run({ id: made.value.id, data: picture.data }, { idempotencyKey: uniqueKey() });
    return made.value;
  };
  return { run, pending: create.pending || setPicture.pending, error: create.error };
}
