// Which columns of a table are in sight: a choice of this user on this machine, hence in local storage.
import { useLocalStorage } from "@mantine/hooks";
import { useMemo } from "react";
import type { Column } from "./column";

export interface ColumnChoice<Row> {
  shown: readonly Column<Row>[];
  /** Those that can be hidden. */
  choosable: readonly Column<Row>[];
  isShown: (id: string) => boolean;
  toggle: (id: string) => void;
}

/** `name` distinguishes the tables. */
export function useColumnChoice<Row>(name: string, columns: readonly Column<Row>[]): ColumnChoice<Row> {
  const [choice, setChoice] = useLocalStorage<Record<string, boolean>>({
    key: `jangteo.columns.${name}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  // Only what was chosen is kept, so that a column that is new one day appears as its maker meant it.
  const isIn = ({ id, main, optional }: Column<Row>) => main === true || (choice[id] ?? optional !== true);
  const isShown = (id: string) => columns.some((column) => column.id === id && isIn(column));
  // The same columns as before, so that rows that are there are not drawn again.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const shown = useMemo(() => columns.filter(isIn), [columns, choice]);
  return {
    shown,
    choosable: columns.filter(({ main }) => main !== true),
    isShown,
    toggle: (id) => setChoice({ ...choice, [id]: !isShown(id) }),
  };
}
