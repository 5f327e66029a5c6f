// Small tables sort as users expect, and carry no formula into a spreadsheet.
import { expect, it } from "vitest";
import { type Column, sortRows, toClipboard, toCsv } from "./rows";

interface Row {
  name: string;
  sold: number;
}

const columns: Column<Row>[] = [
  { key: "name", label: "이름", value: ({ name }) => name },
  { key: "sold", label: "수량", value: ({ sold }) => sold },
];
const rows: Row[] = [
  { name: "찻잔", sold: 9 },
  { name: "=1+1", sold: 10 },
  { name: "가방", sold: 9 },
];

it("leaves the order alone until a heading is pressed", () => {
  expect(sortRows(rows, columns, null)).toBe(rows);
});

it("sorts figures as figures, and keeps equals as they came", () => {
  expect(sortRows(rows, columns, { key: "sold", down: true }).map(({ name }) => name)).toEqual(["=1+1", "찻잔", "가방"]);
});

it("sorts names as Korean does", () => {
  expect(sortRows(rows.slice(0, 1).concat(rows.slice(2)), columns, { key: "name", down: false }).map(({ name }) => name)).toEqual(["가방", "찻잔"]);
});

it("copies cells for a spreadsheet, none of them a formula", () => {
  expect(toClipboard(rows.slice(0, 2), columns)).toBe("이름\t수량\n찻잔\t9\n'=1+1\t10");
});

it("writes a file that spreadsheets read, none of its cells a formula", () => {
  const odd = [{ name: '그릇, "큰" 것', sold: 3 }, { name: "@name", sold: 1 }];
  expect(toCsv(odd, columns)).toBe('\uFEFF이름,수량\r\n"그릇, ""큰"" 것",3\r\n\'@name,1\r\n');
});
