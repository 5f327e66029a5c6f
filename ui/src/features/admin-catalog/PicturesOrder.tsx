// The pictures of a product in their order, the main one first. They are dragged, or moved by the buttons below each.
import { ActionIcon, Badge, Button, FileButton, Group, Text } from "@mantine/core";
import { ArrowLeft, ArrowRight, ImagePlus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdminProduct } from "@/ipc/generated/operations";
import { ProductImage } from "@/shared/components/ProductImage";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";
import { toBase64 } from "@/shared/toBase64";
import { PICTURE_KINDS, type PictureFault, pictureFault } from "./picture";
import { moved, placeAt } from "./pictureOrder";
import classes from "./PicturesOrder.module.css";

const MOST_PICTURES = 10;

export function PicturesOrder({ product, disabled }: { product: AdminProduct; disabled: boolean }) {
  const { t } = useTranslation("adminProducts");
  const [fault, setFault] = useState<PictureFault>();
  const { images } = product;
  const { add, arrange, pending } = usePictures(product, () => setFault("unreadable"));
  const take = async (file: File) => {
    const found = pictureFault(file);
    setFault(found);
    if (found === undefined) await add(file);
  };
  const addButton = (
    <FileButton accept={PICTURE_KINDS.join(",")} onChange={(file) => file && void take(file)} disabled={disabled || images.length >= MOST_PICTURES}>
      {(button) => (
        <Button {...button} variant="default" size="xs" leftSection={<ImagePlus size={16} aria-hidden />} loading={pending} disabled={disabled || images.length >= MOST_PICTURES}>
          {t("pictures.add")}
        </Button>
      )}
    </FileButton>
  );
  // The first picture is the main one, which has a place of its own.
  if (images.length === 0) return null;
  return (
    <TitledPanel title={t("pictures.title")} hint={t("pictures.hint")} aside={addButton}>
      <Pictures product={product} onArrange={arrange} disabled={disabled || pending} />
      {fault !== undefined && <Text size="sm" c="var(--mantine-color-error)" role="alert">{t(`picture.${fault}`)}</Text>}
    </TitledPanel>
  );
}

interface PicturesProps {
  product: AdminProduct;
  onArrange: (images: string[]) => void;
  disabled: boolean;
}

function Pictures({ product, onArrange, disabled }: PicturesProps) {
  const { t } = useTranslation("adminProducts");
  const { images } = product;
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const shown = drag === undefined ? images : moved(images, drag.from, drag.to);
  const drop = () => {
    if (drag !== undefined && drag.from !== drag.to) onArrange(shown);
    setDrag(undefined);
  };
  return (
    <ol className={classes.pictures} aria-label={t("pictures.title")}>
      {shown.map((image, place) => (
        <li key={image} data-place={place} data-dragged={drag?.to === place || undefined}>
          <div
            className={classes.handle}
            data-movable={!disabled || undefined}
            onPointerDown={(event) => {
              if (disabled || event.button !== 0) return;
              event.preventDefault();
              event.currentTarget.setPointerCapture(event.pointerId);
              setDrag({ from: place, to: place });
            }}
            onPointerMove={(event) => {
              const to = drag === undefined ? undefined : placeAt(event.clientX, event.clientY);
              if (drag !== undefined && to !== undefined && to !== drag.to) setDrag({ ...drag, to });
            }}
            onPointerUp={drop}
            onPointerCancel={() => setDrag(undefined)}
          >
            <ProductImage src={image} alt={t("pictures.alt", { place: place + 1 })} size={96} eager />
            {place === 0 && <Badge size="xs" className={classes.main}>{t("pictures.main")}</Badge>}
          </div>
          <Group gap={0} justify="center" wrap="nowrap">
            <ActionIcon size={32} variant="subtle" color="gray" disabled={disabled || place === 0} aria-label={t("pictures.forward", { place: place + 1 })} onClick={() => onArrange(moved(images, place, place - 1))}>
              <ArrowLeft size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon size={32} variant="subtle" color="gray" disabled={disabled} aria-label={t("pictures.remove", { place: place + 1 })} onClick={() => onArrange(images.filter((other) => other !== image))}>
              <Trash2 size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon size={32} variant="subtle" color="gray" disabled={disabled || place === images.length - 1} aria-label={t("pictures.back", { place: place + 1 })} onClick={() => onArrange(moved(images, place, place + 1))}>
              <ArrowRight size={16} aria-hidden />
            </ActionIcon>
          </Group>
        </li>
      ))}
    </ol>
  );
}

/** `onUnreadable` is called when the shop could not decode the file. */
function usePictures({ id, updatedAt }: AdminProduct, onUnreadable: () => void) {
  const { t } = useTranslation("adminProducts");
  const { key, renew } = useIdempotencyKey();
  const adding = useOperation("add_product_image", {
    onError: (error) => {
      const unreadable = error.code === "INVALID_INPUT";
      if (unreadable) onUnreadable();
      return unreadable;
    },
    onSuccess: () => toastSuccess(t("pictures.added")),
  });
  const arranging = useOperation("arrange_product_images", { onSuccess: () => toastSuccess(t("pictures.arranged")) });
  const add = async (file: File) => {
    await adding.run({ id, data: await toBase64(file) }, { idempotencyKey: key });
    renew();
  };
  return { add, arrange: (images: string[]) => void arranging.run({ id, updatedAt, images }), pending: adding.pending || arranging.pending };
}
