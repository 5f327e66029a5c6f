// The sentences that customers most often ask of a delivery.
export const MEMO_PRESETS = ["door", "guard", "call", "parcelBox"] as const;
