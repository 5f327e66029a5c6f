// Which texts a customer is asked to agree to.
import { expect, it } from "vitest";
import { inForce } from "./documents";

const version = (number: number) => ({ version: number, since: "2026-03-10" });

it.each([
  [{}, []],
  [{ terms: version(2) }, [["TERMS", 2]]],
  [{ terms: version(2), privacy: version(1) }, [["TERMS", 2], ["PRIVACY", 1]]],
  [{ terms: null, privacy: version(1) }, [["PRIVACY", 1]]],
])("finds the versions in force in %j", (shop, expected) => {
  expect(inForce(shop).map(({ document, version }) => [document, version])).toEqual(expected);
});
