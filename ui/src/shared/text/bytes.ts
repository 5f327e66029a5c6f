// Sizes in bytes as text: kilobytes, megabytes and gigabytes of 1,024 each, one digit after the point where it says something.
import { formatCount, type Lang } from "./format";

const KILOBYTE = 1_024;
const MEGABYTE = 1_024 * KILOBYTE;
const GIGABYTE = 1_024 * MEGABYTE;

/** "640KB", "512MB", "1.5GB". */
export function formatBytes(bytes: number, lang: Lang): string {
  if (bytes < MEGABYTE) return `${formatCount(Math.floor(bytes / KILOBYTE), lang)}KB`;
  if (bytes < GIGABYTE) return `${formatCount(Math.floor(bytes / MEGABYTE), lang)}MB`;
  // Rounded down: what is left is never made to look like more.
  return `${formatCount(Math.floor((bytes / GIGABYTE) * 10) / 10, lang)}GB`;
}
