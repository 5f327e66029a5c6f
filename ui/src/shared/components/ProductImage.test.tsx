// Which files of a picture the browser may choose from.
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { ProductImage } from "./ProductImage";

const TWICE = `/images/${"a".repeat(32)}-${"b".repeat(32)}.jpg`;

it("names both widths and how wide it is shown", () => {
  render(<ProductImage src={TWICE} alt="찻잔" size={72} />);
  const image = screen.getByRole("img", { name: "찻잔" });
  expect(image).toHaveAttribute("srcset", `${TWICE}?w=480 480w, ${TWICE} 1280w`);
  expect(image).toHaveAttribute("sizes", "72px");
  expect(image).toHaveAttribute("src", TWICE);
});

it("goes by its container where it has no side of its own", () => {
  render(<ProductImage src={TWICE} alt="찻잔" sizes="50vw" />);
  expect(screen.getByRole("img", { name: "찻잔" })).toHaveAttribute("sizes", "50vw");
});

it("has one address where the shop has one file", () => {
  render(<ProductImage src="/images/jar-any-red-1f.svg" alt="항아리" />);
  expect(screen.getByRole("img", { name: "항아리" })).not.toHaveAttribute("srcset");
});
