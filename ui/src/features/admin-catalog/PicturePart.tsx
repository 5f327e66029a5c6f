// The picture of a product: dropped, chosen or removed. The page checks a file before it is sent, and the shop checks it
// again.
import { Button, FileButton, Group, Text } from "@mantine/core";
import { ImageUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdminProduct } from "@/ipc/generated/operations";
import { ProductImage } from "@/shared/components/ProductImage";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { productName } from "@/shared/text/names";
import { toastSuccess } from "@/shared/toast";
import { PICTURE_KINDS, type PictureFault, pictureFault, toBase64 } from "./picture";
import { useFileDrop } from "./useFileDrop";
import classes from "./admin-catalog.module.css";

export function PicturePart({ product, disabled }: { product: AdminProduct; disabled: boolean }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const [fault, setFault] = useState<PictureFault>();
  const { pending, put, remove } = usePicture(product, () => setFault("unreadable"));
  const take = async (file: File) => {
    const found = pictureFault(file);
    setFault(found);
    if (found === undefined) await put(file);
  };
  const drop = useFileDrop((file) => void take(file), disabled || pending);
  const hasPicture = Boolean(product.imageUrl);
  return (
    <TitledPanel title={t("picture.title")}>
      <div className={classes.drop} {...drop}>
        {hasPicture ? <ProductImage src={product.imageUrl} alt={t("picture.alt", { name: productName(product, lang) })} size={200} /> : <ImageUp size={32} strokeWidth={1.5} aria-hidden />}
        <div>
          <Text size="sm" fw={500}>{t("picture.drop")}</Text>
          <Text size="xs" c="dimmed">{t("picture.hint")}</Text>
        </div>
        <Group gap="xs" justify="center">
          <FileButton accept={PICTURE_KINDS.join(",")} onChange={(file) => file && void take(file)} disabled={disabled}>
            {(button) => (
              <Button {...button} variant="default" size="xs" loading={pending} disabled={disabled}>
                {hasPicture ? t("picture.change") : t("picture.choose")}
              </Button>
            )}
          </FileButton>
          {hasPicture && (
            <Button variant="subtle" color="gray" size="xs" disabled={disabled || pending} onClick={() => void remove()}>
              {t("picture.remove")}
            </Button>
          )}
        </Group>
        {fault !== undefined && <Text size="sm" c="var(--mantine-color-error)" role="alert">{t(`picture.${fault}`)}</Text>}
      </div>
    </TitledPanel>
  );
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
