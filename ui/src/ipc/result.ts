// The result of a call: an answer, or why there is none. `kind` tells them apart.
import { type ShopError, toShopError } from "./errors";

export interface Ok<T> {
  readonly kind: "ok";
  readonly value: T;
}

export type Result<T> = Ok<T> | ShopError;

export function ok<T>(value: T): Ok<T> {
  return { kind: "ok", value };
}

/** Takes up a promise that rejects, as those of the platform do. */
export async function settle<T>(work: Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work);
  } catch (thrown) {
    return toShopError(thrown);
  }
}

/** The answer; throws the error, as the query cache expects. */
export function unwrap<T>(result: Result<T>): T {
  if (result.kind !== "ok") throw result;
  return result.value;
}
