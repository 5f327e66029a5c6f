// The state of a return in one word.
import { useTranslation } from "react-i18next";
import type { ReturnState } from "@/ipc/generated/operations";
import { StateTag, type Tone } from "@/shared/components/StateTag";

const TONES = { REQUESTED: "wanted", APPROVED: "quiet", RECEIVED: "wanted", REFUNDED: "good", REJECTED: "bad" } as const satisfies Record<ReturnState, Tone>;

export function ReturnTag({ state }: { state: ReturnState }) {
  const { t } = useTranslation("adminReturns");
  return <StateTag tone={TONES[state]}>{t(`state.${state}`)}</StateTag>;
}
