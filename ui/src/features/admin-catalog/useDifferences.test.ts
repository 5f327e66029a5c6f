// Tests of the differences that a conflict shows.
import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { BLANK } from "./productFields";
import { useDifferences } from "./useDifferences";

const PLAIN = { ...BLANK, name: "녹차", descriptionHtml: "<p>첫물</p>" };

test.each([
  ["nothing", PLAIN, []],
  ["a name", { ...PLAIN, name: "홍차" }, [["녹차", "홍차"]]],
  ["another text, without its tags", { ...PLAIN, descriptionHtml: "<p><em>두물</em></p>" }, [["첫물", "두물"]]],
  ["formatting alone, with its tags", { ...PLAIN, descriptionHtml: "<p><em>첫물</em></p>" }, [["<p>첫물</p>", "<p><em>첫물</em></p>"]]],
])("shows %s", (_name, theirs, expected) => {
  const { result } = renderHook(() => useDifferences());
  const rows = result.current(PLAIN, theirs, (code) => code);
  expect(rows.map(({ mine, theirs: other }) => [mine, other])).toEqual(expected);
});
