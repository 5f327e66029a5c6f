// The picture of a product, set or removed at once. The page checks a file before it is sent, and the shop checks it again.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdminProduct } from "@/ipc/generated/operations";
import { ProductImage } from "@/shared/components/ProductImage";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { productName } from "@/shared/text/names";
import { toastSuccess } from "@/shared/toast";
import { toBase64 } from "@/shared/toBase64";
import type { PictureFault } from "./picture";
import { PicturePlace } from "./PicturePlace";

export function PicturePart({ product, disabled }: { product: AdminProduct; disabled: boolean }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const [fault, setFault] = useState<PictureFault>();
  const { pending, put, remove } = usePicture(product, () => setFault("unreadable"));
  const shown = product.imageUrl ? <ProductImage src={product.imageUrl} alt={t("picture.alt", { name: productName(product, lang) })} size={200} /> : undefined;
  return <PicturePlace picture={shown} fault={fault} onFault={setFault} onFile={put} onRemove={() => void remove()} pending={pending} disabled={disabled} />;
}

/** `onUnreadable` is called when the shop could not decode the file. */
function usePicture({ id }: AdminProduct, onUnreadable: () => void) {
  const { t } = useTranslation("adminProducts");
  const { key, renew } = useIdempotencyKey();
  const set = useOperation("set_product_image", {
    onError: (error) => {
      const unreadable = error.code === "INVALID_INPUT";
      if (unreadable) onUnreadable();
      return unreadable;
    },
    onSuccess: (_, { data }) => {
      toastSuccess(data === undefined ? t("picture.removed") : t("picture.saved"));
    },
  });
  const send = async (data: string | undefined) => {
    await set.run({ id, data }, { idempotencyKey: key });
    renew();
  };
  return { pending: set.pending, put: async (file: File) => send(await toBase64(file)), remove: () => send(undefined) };
}
