// The words for an error: the shop's own message where it sent one, ours by code otherwise.
import i18next from "i18next";
import type { ShopError } from "@/ipc/errors";
import errors from "@/locales/ko/errors.json";

type KnownCode = keyof typeof errors;

export function errorText(error: ShopError): string {
  if (error.message !== "" && error.code !== "INTERNAL_ERROR") return error.message;
  return i18next.t(`errors:${isKnown(error.code) ? error.code : "INTERNAL_ERROR"}`);
}

function isKnown(code: string): code is KnownCode {
  return code in errors;
}
