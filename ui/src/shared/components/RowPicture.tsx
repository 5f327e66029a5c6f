// A product's picture in a long list: it comes when it is its turn (see useTurn).
import { useTurn } from "@/shared/hooks/useTurn";
import { ProductImage } from "./ProductImage";

interface RowPictureProps {
  src?: string | null;
  /** Side in pixels. */
  size: number;
  muted?: boolean;
}

/** The product's name stands beside it. */
export function RowPicture(picture: RowPictureProps) {
  return <ProductImage {...picture} alt="" eager waiting={!useTurn()} />;
}
