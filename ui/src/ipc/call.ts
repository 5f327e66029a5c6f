// The typed door to the shop: every operation of the generated list, and nothing else.
import { toShopError } from "./errors";
import type { Operations, ShopEvent } from "./generated/operations";
import { chooseTransport, type Language } from "./transport";

export type OperationName = keyof Operations;
export type RequestOf<K extends OperationName> = Operations[K]["request"];
export type ResponseOf<K extends OperationName> = Operations[K]["response"];

export interface CallOptions {
  /** Makes a repeated call harmless: the same key and request give the first answer again. */
  idempotencyKey?: string;
}

let language: Language = "ko";

/** Sets the language in which the shop words its messages from now on. */
export function setCallLanguage(next: Language): void {
  language = next;
}

/** The language in which the shop is asked. */
export function callLanguage(): Language {
  return language;
}

/** Runs an operation. Rejects with a ShopError, and with nothing else. */
export async function call<K extends OperationName>(
  name: K,
  request: RequestOf<K>,
  options: CallOptions = {},
): Promise<ResponseOf<K>> {
  try {
    const answer = await chooseTransport().call(name, { request, lang: language, ...options });
    return answer as ResponseOf<K>;
  } catch (thrown) {
    throw toShopError(thrown);
  }
}

/** Listens to the shop's events until the returned function is called. */
export function subscribe(onEvent: (event: ShopEvent) => void): Promise<() => void> {
  return chooseTransport().subscribe(onEvent);
}
