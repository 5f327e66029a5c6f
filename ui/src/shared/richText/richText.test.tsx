// What a description may hold on a page, and how plain text becomes HTML and comes back.
import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { htmlOf, isPlain, textOf } from "./plainText";
import { RichText } from "./RichText";
import { sanitize } from "./sanitize";

const link = (href: string) => `<a${href === "" ? "" : ` href="${href}"`} target="_blank" rel="nofollow noopener">x</a>`;

it.each([
  ["<p>x</p><script>alert(1)</script>", "<p>x</p>"],
  ['<p onclick="alert(1)" style="color:red" class="a" id="b" data-x="1" aria-label="y">x</p>', "<p>x</p>"],
  ["<p>x<img src=x onerror=alert(1)></p>", "<p>x</p>"],
  ["<svg onload=alert(1)></svg><p>x</p>", "<p>x</p>"],
  ["<style>p{display:none}</style><p>x</p>", "<p>x</p>"],
  ['<iframe src="https://a.example"></iframe><p>x</p>', "<p>x</p>"],
  ["<h2>a</h2><h3>b</h3><ul><li><p>c</p></li></ul><ol><li>d</li></ol><p><strong>e</strong> <em>f</em><br>g</p>", undefined],
  ['<a href="javascript:alert(1)">x</a>', link("")],
  ['<a href="data:text/html,x">x</a>', link("")],
  ['<a href="/orders" target="_top">x</a>', link("")],
  ['<a href="https://a.example/?b=c">x</a>', link("https://a.example/?b=c")],
  ['<a href="mailto:a@b.example">x</a>', link("mailto:a@b.example")],
])("lets through only the tags of the list: %s", (given, shown) => {
  expect(sanitize(given)).toBe(shown ?? given);
});

it("sanitizes what it shows", () => {
  const { container } = render(<RichText html="<h2>보관</h2><img src=x onerror=alert(1)>" />);
  expect(container.querySelector("h2")).toHaveTextContent("보관");
  expect(container.querySelector("img")).toBeNull();
});

it.each(["", "한 줄", "두\n줄", "빈\n\n줄", "a <b> & c", "  들여 쓴 줄\n끝"])("brings text back: %j", (text) => {
  const html = htmlOf(text);
  expect(isPlain(html)).toBe(true);
  expect(textOf(html)).toBe(text.trim());
});

it.each([
  ["<p>a</p>", true],
  ["<p>a<br>b</p><p></p>", true],
  ["<p>&lt;b&gt;</p>", true],
  ["<p><strong>a</strong></p>", false],
  ["<h2>a</h2>", false],
  ["<ul><li><p>a</p></li></ul>", false],
])("knows plain paragraphs: %s", (html, plain) => {
  expect(isPlain(html)).toBe(plain);
});

it("names the lines of a rich description", () => {
  expect(textOf("<h2>보관</h2><ul><li><p>귤</p></li><li><p>배</p></li></ul><p>끝</p>")).toBe("보관\n• 귤\n• 배\n끝");
});
