// Each user of the demo is described by what it is.
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Persona } from "@/ipc/generated/operations";
import { PersonaCards } from "./PersonaCards";

const persona = (email: string, name: string, type: Persona["type"]): Persona => ({ email, name, type, password: "pw", availablePoint: 1_000 });

it("tells the owner, the staff and a customer apart", () => {
  const personas = [persona("customer1@demo.jangteo", "김하나", "CUSTOMER"), persona("admin@demo.jangteo", "장터지기", "ADMIN"), persona("clerk@demo.jangteo", "한나래", "ADMIN")];
  render(
    <MantineProvider env="test">
      <PersonaCards personas={personas} onPick={() => undefined} pending={false} />
    </MantineProvider>,
  );
  const cards = screen.getAllByRole("button").map(({ textContent }) => textContent);
  expect(cards).toEqual(["김김하나1,000P", "장장터지기관리자가게 운영자", "한한나래관리자가게 직원"]);
});
