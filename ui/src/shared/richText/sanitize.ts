// Sanitizes a description before it is shown: the shop has done so before it stored it, with the same list of tags.
import DOMPurify, { type Config } from "dompurify";

const RULES: Config = {
  ALLOWED_TAGS: ["p", "br", "strong", "em", "h2", "h3", "ul", "ol", "li", "a"],
  ALLOWED_ATTR: ["href"],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:)/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

export function sanitize(html: string): string {
  const clean = DOMPurify.sanitize(html, { ...RULES, RETURN_DOM_FRAGMENT: true });
  for (const link of clean.querySelectorAll("a")) {
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "nofollow noopener");
  }
  const holder = document.createElement("div");
  holder.append(clean);
  return holder.innerHTML;
}
