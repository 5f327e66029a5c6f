// The shape of the product page while it loads.
import { Skeleton, Stack } from "@mantine/core";
import { Delayed } from "@/shared/components/PageSkeleton";
import classes from "./Product.module.css";

export function ProductSkeleton() {
  return (
    <Delayed>
      <div className={classes.top}>
        <Skeleton style={{ aspectRatio: "1" }} height="auto" radius="lg" />
        <Stack gap="lg">
          <Skeleton height={20} width={90} />
          <Skeleton height={36} width="80%" />
          <Skeleton height={30} width="45%" />
          <Skeleton height={52} mt="xl" />
        </Stack>
      </div>
    </Delayed>
  );
}
