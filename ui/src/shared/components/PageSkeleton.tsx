// The shape of a page while it loads. It takes its room from the beginning, so that nothing below jumps, and is seen after 100 ms.
import { SimpleGrid, Skeleton, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDelayed } from "@/shared/hooks/useDelayed";
import { audience } from "@/shared/text/audience";
import { Panel } from "./Panel";

/** Shows `children` (skeletons) once 100 ms have passed, and announces to screen readers that it loads. Until then their space is empty. */
export function Delayed({ children }: { children: ReactNode }) {
  const { t } = useTranslation("common");
  if (!useDelayed()) {
    return (
      <div style={{ visibility: "hidden" }} aria-hidden>
        {children}
      </div>
    );
  }
  return (
    <div role="status" aria-label={t("loading", { context: audience() })}>
      {children}
    </div>
  );
}

/** A heading and rows: lists, tables, forms. */
export function PageSkeleton({ rows = 5 }: { rows?: number }) {
  return (
    <Delayed>
      <Stack gap="md" py="lg">
        <Skeleton height={32} width={220} />
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} height={72} />
        ))}
      </Stack>
    </Delayed>
  );
}

/** What a panel has beside its lines, and what a line takes; in rem, as what they stand for is text. */
const FRAME = 4;
const LINE = 2.25;

/** The panels of a page, one below the other; `className` is the column of the page that they will stand in. */
export function PanelShapes({ heights, className }: { heights: readonly number[]; className?: string }) {
  return (
    <div className={className}>
      {heights.map((height, panel) => (
        <Panel key={panel} p="md" h={`${height}rem`}>
          <Skeleton height="1.25rem" width="7rem" mb="md" />
          {Array.from({ length: Math.max(Math.floor((height - FRAME) / LINE), 0) }, (_, line) => (
            <Skeleton key={line} height={`${LINE / 2}rem`} mb={`${LINE / 2}rem`} />
          ))}
        </Panel>
      ))}
    </div>
  );
}

/** The rows of a table within a panel. */
export function RowsSkeleton({ rows }: { rows: number }) {
  return (
    <Delayed>
      <Stack gap="md">
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} height="1.8rem" />
        ))}
      </Stack>
    </Delayed>
  );
}

interface CardsSkeletonProps {
  count: number;
  cols?: Record<string, number>;
  /** Whether the cards have a line below the price. */
  remark?: boolean;
}

/** Product cards, as high as those with a name of one line. */
export function CardsSkeleton({ count, cols = { base: 2, sm: 3, md: 4 }, remark = false }: CardsSkeletonProps) {
  return (
    <Delayed>
      <SimpleGrid cols={cols} spacing={20} verticalSpacing={36}>
        {Array.from({ length: count }, (_, card) => (
          <Stack key={card} gap={12}>
            <Skeleton style={{ aspectRatio: "1" }} height="auto" />
            <Skeleton height={remark ? "4.75rem" : "3.25rem"} width="85%" />
          </Stack>
        ))}
      </SimpleGrid>
    </Delayed>
  );
}
