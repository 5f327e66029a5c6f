// Text as HTML, and the way back for HTML that is nothing but paragraphs: a description without headings, lists or emphasis
// stays plain text in the shop.

/** A paragraph for each line. */
export function htmlOf(text: string): string {
  return text === "" ? "" : `<p>${escaped(text).replaceAll("\n", "</p><p>")}</p>`;
}

/** Whether the HTML has nothing but paragraphs and line breaks. */
export function isPlain(html: string): boolean {
  return !/<(?!\/?p>|br>)/.test(html);
}

/** The lines of HTML, without its marks. */
export function textOf(html: string): string {
  const lines = html.replaceAll("<br>", "\n").replace(/<\/(?:p|h2|h3)>(?=<\/?[^>])/g, "\n").replaceAll("<li>", "• ");
  const holder = new DOMParser().parseFromString(lines, "text/html");
  return (holder.body.textContent ?? "").trim();
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
