// What a page is for, always in reach of the thumb: a bar at the lower edge of narrow windows. It is the last child of its
// page. Where there is room the same stands in the page itself, marked with `visibleFrom`.
import { Box, type MantineBreakpoint } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./StickyBar.module.css";

interface StickyBarProps {
  /** From this width on there is no bar. */
  until: MantineBreakpoint;
  children: ReactNode;
}

export function StickyBar({ until, children }: StickyBarProps) {
  return (
    <Box hiddenFrom={until} className={classes.bar} data-sticky-bar>
      {children}
    </Box>
  );
}
