// The state of a product.
import { useTranslation } from "react-i18next";
import type { ProductState } from "@/ipc/generated/operations";
import { StateTag, type Tone } from "@/shared/components/StateTag";

const TONES: Partial<Record<ProductState, Tone>> = { NORMAL: "good", OUT_OF_STOCK: "scarce", DELETED: "bad" };

export function ProductStateBadge({ state }: { state: ProductState }) {
  const { t } = useTranslation("adminProducts");
  return <StateTag tone={TONES[state]}>{t(`state.${state}`)}</StateTag>;
}
