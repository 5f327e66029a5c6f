// Typed calls to the shop: every operation of the generated list, and nothing else.
import type { Operations, ShopEvent } from "./generated/operations";
import { type Result, unwrap } from "./result";
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

export function callLanguage(): Language {
  return language;
}

/** Runs an operation. Never rejects. */
export async function call<K extends OperationName>(
  name: K,
  request: RequestOf<K>,
  options: CallOptions = {},
): Promise<Result<ResponseOf<K>>> {
  return (await chooseTransport().call(name, { request, lang: language, ...options })) as Result<ResponseOf<K>>;
}

/** As `call`, for the query cache: rejects with a ShopError, and with nothing else. */
export async function read<K extends OperationName>(name: K, request: RequestOf<K>): Promise<ResponseOf<K>> {
  return unwrap(await call(name, request));
}

/** Listens to the shop's events until the returned function is called. */
export function subscribe(onEvent: (event: ShopEvent) => void): Promise<() => void> {
  return chooseTransport().subscribe(onEvent);
}
