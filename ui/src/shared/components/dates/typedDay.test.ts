// A day is taken in the forms in which both languages write it, and only whole.
import { expect, it } from "vitest";
import { formatDay } from "@/shared/text/day";
import { typedDay } from "./typedDay";

it.each(["2026-03-05", "2026.3.5", "2026. 3. 5.", "20260305", "2026/03/05", "Mar 5, 2026", "March 5 2026", "3/5/2026", formatDay("2026-03-05", "ko"), formatDay("2026-03-05", "en")])(
  "%s is a day",
  (typed) => expect(typedDay(typed)).toBe("2026-03-05"),
);

it.each(["", "2026", "2026-03", "2026-02-30", "Mar 5", "Mar 5, 202", "3/5/26", "어제"])("%s is none yet", (typed) => expect(typedDay(typed)).toBeNull());
