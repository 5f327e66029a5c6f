// Of files dropped on a place one is taken, and the others are reported.
import { MantineProvider } from "@mantine/core";
import { notifications, notificationsStore } from "@mantine/notifications";
import { fireEvent, render } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { CsvDrop } from "./CsvDrop";

const [first, second, third] = ["a.csv", "b.csv", "c.csv"].map((name) => new File(["id"], name)) as [File, File, File];
const said = () => notificationsStore.getState().notifications.map(({ title, message }) => [title, message]);

afterEach(() => notifications.clean());

function drop(files: readonly File[], pending = false) {
  const taken = vi.fn();
  const { container } = render(
    <MantineProvider env="test">
      <CsvDrop onFile={taken} pending={pending} />
    </MantineProvider>,
  );
  const place = container.querySelector("[data-takes-files]");
  if (place === null) throw new Error("the place has no mark by which the window finds it");
  fireEvent.drop(place, { dataTransfer: { files } });
  return taken;
}

it("takes a file without a word", () => {
  expect(drop([first])).toHaveBeenCalledExactlyOnceWith(first);
  expect(said()).toEqual([]);
});

it("takes the first of several and says so", () => {
  expect(drop([first, second, third])).toHaveBeenCalledExactlyOnceWith(first);
  expect(said()).toEqual([["파일은 한 번에 하나만 등록할 수 있습니다", "a.csv 파일만 사용합니다. 나머지 2개는 사용하지 않습니다"]]);
});

it("says what to do instead where there was no file in it", () => {
  expect(drop([])).not.toHaveBeenCalled();
  expect(said()).toEqual([["파일을 읽지 못했습니다", "버튼을 눌러 같은 파일을 선택해 주세요."]]);
});

it("takes nothing while it works on the one before", () => {
  expect(drop([first], true)).not.toHaveBeenCalled();
});
