// Text size: every measure is in rem, so the root's font size scales the whole page.
import { useLocalStorage } from "@mantine/hooks";
import { useEffect } from "react";

const PERCENT = { small: "87.5%", normal: "100%", large: "112.5%", huge: "125%" } as const;

export type TextSize = keyof typeof PERCENT;
export const TEXT_SIZES: readonly TextSize[] = ["small", "normal", "large", "huge"];

export function useTextSize(): [TextSize, (size: TextSize) => void] {
  const [stored, setStored] = useLocalStorage<TextSize>({
    key: "jangteo.textSize",
    defaultValue: "normal",
    getInitialValueInEffect: false,
  });
  const size = stored in PERCENT ? stored : "normal";
  useEffect(() => {
    document.documentElement.style.fontSize = PERCENT[size];
  }, [size]);
  return [size, setStored];
}
