// The seam between the UI and what carries its calls: two functions. The window's is the only one today.
import { ShopError } from "./errors";
import type { ShopEvent } from "./generated/operations";
import { windowTransport } from "./windowTransport";

export type Language = "ko" | "en";

export interface CallArguments {
  [name: string]: unknown;
  request: object;
  lang: Language;
  idempotencyKey?: string;
}

export interface Transport {
  /** Answers the operation's JSON, or rejects with `{code, message, details?}`. */
  call(operation: string, args: CallArguments): Promise<unknown>;
  /** As `call`, for an operation that tells how far it has come while it runs. */
  callWithProgress(operation: string, args: CallArguments, onProgress: (step: unknown) => void): Promise<unknown>;
  /** Passes every event on until the returned function is called. */
  subscribe(onEvent: (event: ShopEvent) => void): Promise<() => void>;
}

/** The transport of the place where the UI runs. */
export function chooseTransport(): Transport {
  return "__TAURI_INTERNALS__" in window ? windowTransport : nowhere;
}

const nowhere: Transport = {
  call: () => Promise.reject(outsideTheWindow()),
  callWithProgress: () => Promise.reject(outsideTheWindow()),
  subscribe: () => Promise.reject(outsideTheWindow()),
};

function outsideTheWindow(): ShopError {
  return new ShopError("NO_TRANSPORT", "장터 창 밖에서는 가게에 연결할 수 없어요. (Open this page in the Jangteo window.)");
}
