// Tickets side by side, and their outline while they load.
import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { Delayed } from "@/shared/components/PageSkeleton";
import classes from "./coupons.module.css";

export function CouponGrid({ children }: { children: ReactNode }) {
  return <ul className={classes.grid}>{children}</ul>;
}

export function CouponsSkeleton() {
  return (
    <Delayed>
      <div className={classes.grid}>
        {[0, 1, 2, 3].map((ticket) => (
          <Skeleton key={ticket} height={216} radius="lg" />
        ))}
      </div>
    </Delayed>
  );
}
