// A product's picture on a quiet tile of fixed proportions, so that nothing jumps while it loads.
import { ShoppingBag } from "lucide-react";
import { useState } from "react";
import { imageSource, imageSourceSet } from "@/ipc/images";
import classes from "./ProductImage.module.css";

interface ProductImageProps {
  /** Path as the shop gives it. */
  src?: string | null;
  /** Empty where the product's name is beside it. */
  alt: string;
  /** Side in pixels; fills its container when left out. */
  size?: number;
  /** How wide the container is, as the attribute `sizes` has it; for pictures without a side. */
  sizes?: string;
  /** Dims the picture of what cannot be bought. */
  muted?: boolean;
  /** Pictures in the first screen should not wait to be scrolled to. */
  eager?: boolean;
  /** Leaves the tile empty for now. */
  waiting?: boolean;
}

export function ProductImage({ src, alt, size, sizes = "320px", muted = false, eager = false, waiting = false }: ProductImageProps) {
  const [failedSrc, setFailedSrc] = useState<string>();
  const missing = !src || failedSrc === src;
  return (
    <div className={classes.tile} data-muted={muted || undefined} aria-busy={waiting || undefined} style={size === undefined ? undefined : { width: size }}>
      {waiting ? undefined : missing ? (
        <ShoppingBag className={classes.missing} aria-hidden strokeWidth={1.25} />
      ) : (
        <img
          className={classes.picture}
          // Before the address itself, so that the browser does not begin with the large file.
          sizes={size === undefined ? sizes : `${size}px`}
          srcSet={imageSourceSet(src)}
          src={imageSource(src)}
          alt={alt}
          loading={eager ? "eager" : "lazy"}
          decoding="async"
          draggable={false}
          onError={() => setFailedSrc(src)}
        />
      )}
    </div>
  );
}
