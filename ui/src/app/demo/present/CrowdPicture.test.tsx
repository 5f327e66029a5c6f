// The circles of the crowd are drawn when their figures change, not with each moment of the presentation.
import { render } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { CrowdPicture } from "./CrowdPicture";

let drawn = 0;
vi.mock("./useGuardRuns", () => ({
  CROWD: {
    get stock() {
      drawn += 1;
      return 100;
    },
  },
}));

it("is drawn once for the same figures", () => {
  const { rerender } = render(<CrowdPicture granted={3} oversold={0} />);
  expect(document.querySelectorAll("circle[data-state=granted]")).toHaveLength(3);
  const before = drawn;
  rerender(<CrowdPicture granted={3} oversold={0} />);
  expect(drawn).toBe(before);
  rerender(<CrowdPicture granted={4} oversold={0} />);
  expect(document.querySelectorAll("circle[data-state=granted]")).toHaveLength(4);
});
