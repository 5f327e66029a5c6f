// Where the focus goes when the bar of picked rows has done its work.
import { MantineProvider } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { DataTable, type RowPage } from "./DataTable";
import { useSelection } from "./useSelection";

interface Row {
  id: number;
}

const ALL = "불러온 행 모두 선택";

/** What a query of one page answers, as far as the table asks. */
function listOf(items: readonly Row[]) {
  const list = { data: { pages: [{ items }] }, error: null, isPending: false, hasNextPage: false, isFetching: false };
  return list as unknown as UseInfiniteQueryResult<InfiniteData<RowPage<Row>>>;
}

/** `act` is the action of the bar: its arguments clear the selection and remove the selected rows. */
function Probe({ onAct }: { onAct: (clear: () => void, empty: () => void) => void }) {
  const selection = useSelection();
  const [rows, setRows] = useState<readonly Row[]>([{ id: 1 }, { id: 2 }]);
  const bulk = () => (
    <button type="button" onClick={() => onAct(selection.clear, () => setRows([]))}>
      send
    </button>
  );
  return (
    <main>
      <h1 tabIndex={-1}>orders</h1>
      <input aria-label="search" />
      <DataTable name="probe" label="probe" list={listOf(rows)} columns={[{ id: "id", title: "id", main: true, cell: ({ id }) => id }]} idOf={({ id }) => id} nameOf={String} selection={selection} bulk={bulk} empty="none" />
    </main>
  );
}

async function pickAndAct(onAct: (clear: () => void, empty: () => void) => void) {
  const user = userEvent.setup();
  render(
    <MantineProvider env="test">
      <MemoryRouter>
        <Probe onAct={onAct} />
      </MemoryRouter>
    </MantineProvider>,
  );
  await user.click(screen.getByRole("checkbox", { name: ALL }));
  await user.click(screen.getByRole("button", { name: "send" }));
}

it("gives the focus to the box that picks all rows", async () => {
  await pickAndAct((clear) => clear());
  expect(screen.queryByRole("button", { name: "send" })).toBeNull();
  expect(screen.getByRole("checkbox", { name: ALL })).toHaveFocus();
});

it("gives it to the heading where no rows are left", async () => {
  await pickAndAct((clear, empty) => {
    clear();
    empty();
  });
  expect(screen.getByRole("heading", { name: "orders" })).toHaveFocus();
});

it("leaves it where the user has moved it meanwhile", async () => {
  await pickAndAct((clear) => {
    screen.getByLabelText("search").focus();
    clear();
  });
  expect(screen.getByLabelText("search")).toHaveFocus();
});

it("waits for a dialog that is still on its way out", async () => {
  const dialog = document.createElement("div");
  dialog.role = "dialog";
  dialog.innerHTML = "<button>yes</button>";
  await pickAndAct((clear) => {
    document.body.append(dialog);
    dialog.querySelector("button")?.focus();
    clear();
  });
  expect(dialog.querySelector("button")).toHaveFocus();
  act(() => dialog.remove());
  await waitFor(() => expect(screen.getByRole("checkbox", { name: ALL })).toHaveFocus());
});
