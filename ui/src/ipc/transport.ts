// The seam between the UI and what carries its calls. There is one transport for each home of the UI.
import type { ShopEvent } from "./generated/operations";
import { host } from "./host";
import { httpTransport } from "./httpTransport";
import type { Result } from "./result";
import { windowTransport } from "./windowTransport";

export type Language = "ko" | "en";

export interface CallArguments {
  [name: string]: unknown;
  request: object;
  lang: Language;
  idempotencyKey?: string;
}

export interface Transport {
  /** Answers the operation's JSON. Never rejects. */
  call(operation: string, args: CallArguments): Promise<Result<unknown>>;
  /** As `call`, for an operation that reports its progress. */
  callWithProgress(operation: string, args: CallArguments, onProgress: (step: unknown) => void): Promise<Result<unknown>>;
  /** Tells the window that the page is loaded, and passes on its messages. */
  attachMenu(args: CallArguments, onCue: (cue: unknown) => void): Promise<unknown>;
  /** Passes every event on until the returned function is called. */
  subscribe(onEvent: (event: ShopEvent) => void): Promise<() => void>;
}

/** The transport of the place where the UI runs. */
export function chooseTransport(): Transport {
  return host() === "window" ? windowTransport : httpTransport;
}
