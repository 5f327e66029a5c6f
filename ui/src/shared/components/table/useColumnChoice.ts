// Which columns of a table are in sight: a choice of this person at this machine, hence in local storage.
import { useLocalStorage } from "@mantine/hooks";
import type { Column } from "./column";

export interface ColumnChoice<Row> {
  shown: readonly Column<Row>[];
  /** Those that can be hidden. */
  choosable: readonly Column<Row>[];
  isShown: (id: string) => boolean;
  toggle: (id: string) => void;
}

/** `name` tells the tables apart. */
export function useColumnChoice<Row>(name: string, columns: readonly Column<Row>[]): ColumnChoice<Row> {
  const [choice, setChoice] = useLocalStorage<Record<string, boolean>>({
    key: `jangteo.columns.${name}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  // Only what was chosen is kept, so that a column that is new one day appears as its maker meant it.
  const isShown = (id: string) => {
    const column = columns.find((candidate) => candidate.id === id);
    return column !== undefined && (column.main === true || (choice[id] ?? column.optional !== true));
  };
  return {
    shown: columns.filter(({ id }) => isShown(id)),
    choosable: columns.filter(({ main }) => main !== true),
    isShown,
    toggle: (id) => setChoice({ ...choice, [id]: !isShown(id) }),
  };
}
