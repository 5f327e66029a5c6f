// Checks of a picture before it is sent. The shop checks its bytes and ignores its name.

export const PICTURE_KINDS: readonly string[] = ["image/png", "image/jpeg", "image/webp"];
const MOST_BYTES = 5 * 1024 * 1024;

/** A key of the texts that say what is wrong. */
export type PictureFault = "kind" | "size" | "unreadable";

export function pictureFault({ type, size }: Pick<File, "type" | "size">): PictureFault | undefined {
  if (!PICTURE_KINDS.includes(type)) return "kind";
  return size > MOST_BYTES ? "size" : undefined;
}
