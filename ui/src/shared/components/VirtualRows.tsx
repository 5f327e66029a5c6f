// A long list of rows of differing heights, of which only those near the window are drawn. J and K walk it, Enter opens
// what a row discloses.
import { useMergedRef } from "@mantine/hooks";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import { type ListRowProps, useListKeys } from "@/shared/hooks/useListKeys";
import { useOffsetTop } from "@/shared/hooks/useOffsetTop";
import classes from "./VirtualRows.module.css";

const OVERSCAN = 8;

interface VirtualRowsProps<Row> {
  rows: readonly Row[];
  keyOf: (row: Row) => number;
  /** What a row is about as high as, in pixels; it is measured when it is drawn. */
  height: number;
  /** One row; worth remembering, because it is asked for with every step of scrolling. */
  children: (row: Row) => ReactNode;
}

export function VirtualRows<Row>({ rows, keyOf, height, children }: VirtualRowsProps<Row>) {
  const list = useRef<HTMLUListElement>(null);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => height,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    overscan: OVERSCAN,
    scrollMargin: useOffsetTop(list),
  });
  const keysOf = useListKeys({ count: rows.length, onOpen: (index) => disclose(list.current, index) });
  const drawn = virtualizer.getVirtualItems();
  const above = (drawn[0]?.start ?? 0) - virtualizer.options.scrollMargin;
  const below = virtualizer.getTotalSize() + virtualizer.options.scrollMargin - (drawn.at(-1)?.end ?? 0);
  return (
    <ul ref={list} className={classes.rows} style={{ paddingTop: Math.max(0, above), paddingBottom: Math.max(0, below) }}>
      {drawn.map(({ index, key }) => {
        const row = rows[index];
        return (
          row !== undefined && (
            <Slot key={key} index={index} keys={keysOf(index)} measure={virtualizer.measureElement}>
              {children(row)}
            </Slot>
          )
        );
      })}
    </ul>
  );
}

interface SlotProps {
  index: number;
  keys: ListRowProps;
  measure: (element: HTMLElement | null) => void;
  children: ReactNode;
}

function Slot({ index, keys: { ref, ...keys }, measure, children }: SlotProps) {
  return (
    // The length of the list is unknown before its end, which is -1 in ARIA.
    <li {...keys} ref={useMergedRef(ref, measure)} data-index={index} tabIndex={-1} aria-posinset={index + 1} aria-setsize={-1} className={classes.row}>
      {children}
    </li>
  );
}

function disclose(list: HTMLElement | null, index: number): void {
  list?.querySelector<HTMLElement>(`[data-list-row="${index}"] summary`)?.click();
}
