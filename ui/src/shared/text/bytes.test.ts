// Free space is written in a fitting unit, and never rounded up.
import { expect, it } from "vitest";
import { formatBytes } from "./bytes";

it.each([
  [0, "0KB"],
  [1_048_575, "1,023KB"],
  [536_870_912, "512MB"],
  [1_073_741_823, "1,023MB"],
  [1_073_741_824, "1GB"],
  [1_664_299_827, "1.5GB"],
  [1_099_511_627_776, "1,024GB"],
])("writes %i bytes as %s", (bytes, text) => {
  expect(formatBytes(bytes, "ko")).toBe(text);
});
