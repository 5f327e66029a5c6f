// A product's picture in a long list: it is decoded in a frame of its own (see useFrameSlot).
import { useFrameSlot } from "@/shared/hooks/useFrameSlot";
import { ProductImage } from "./ProductImage";

interface RowPictureProps {
  src?: string | null;
  /** Side in pixels. */
  size: number;
  muted?: boolean;
}

/** The product's name is beside it. */
export function RowPicture(picture: RowPictureProps) {
  return <ProductImage {...picture} alt="" eager waiting={!useFrameSlot()} />;
}
