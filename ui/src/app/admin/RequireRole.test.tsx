// A page says which role it needs; a role that is enough sees it.
import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { useRole } from "@/features/user/session";
import { adminRoles } from "@/ipc/generated/operations";
import { renderPage } from "@/shared/testing";
import { ADMIN_PAGES, offeredPages } from "./pages";
import { RequireRole } from "./RequireRole";

vi.mock("@/features/user/session", () => ({ useRole: vi.fn() }));

beforeEach(() => void vi.mocked(useRole).mockReturnValue("CLERK"));

it("tells a clerk that a page needs an owner", async () => {
  renderPage(<RequireRole least="OWNER" />);
  expect(await screen.findByText("대표 권한이 필요한 페이지입니다")).toBeVisible();
});

it("says nothing where the role is enough", () => {
  renderPage(<RequireRole least="CLERK" />);
  expect(screen.queryByText(/권한이 필요한/)).toBeNull();
});

it("offers each role its pages alone, and a greater role no fewer", () => {
  const offered = adminRoles.map((role) => offeredPages(role).map(({ label }) => label));
  expect(offered[0]).toEqual(["dashboard", "orders", "returns", "products"]);
  expect(offered[1]).not.toContain("settings");
  expect(offered[2]).toHaveLength(ADMIN_PAGES.filter(({ windowOnly }) => windowOnly !== true).length);
  for (const [place, labels] of offered.entries()) expect(offered[place + 1] ?? labels).toEqual(expect.arrayContaining(labels));
});
