// The words for an error: to shoppers the shop's own message where it sent one, to admins the panel's; ours by code otherwise.
import i18next from "i18next";
import type { ShopError } from "@/ipc/errors";
import errors from "@/locales/ko/errors.json";
import { manner } from "./manner";

type KnownCode = keyof typeof errors;

export function errorText({ code, message }: ShopError): string {
  const context = manner();
  // What the shop says it says to shoppers, so that the panel has its own words for all it knows.
  const shopSpeaks = message !== "" && code !== "INTERNAL_ERROR" && !(context === "admin" && isKnown(code));
  return shopSpeaks ? message : i18next.t(`errors:${isKnown(code) ? code : "INTERNAL_ERROR"}`, { context });
}

function isKnown(code: string): code is KnownCode {
  return code in errors;
}
