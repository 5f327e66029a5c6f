// A thing as of an instant, chosen by a slider: its value, what made it so, and whether the records agree with what is
// stored. One component for stock, points, coupons and orders.
import { Alert, Anchor, Skeleton, Stack, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AsOf } from "@/ipc/generated/operations";
import { Delayed } from "../PageSkeleton";
import { QueryView } from "../QueryView";
import { AsOfSlider } from "./AsOfSlider";
import classes from "./asOf.module.css";
import { Causes, type Noun } from "./Causes";
import type { Travel } from "./useTravel";

interface AsOfPanelProps<T extends AsOf> {
  noun: Noun;
  travel: Travel;
  query: Pick<UseQueryResult<T>, "data" | "error" | "refetch" | "dataUpdatedAt" | "isPlaceholderData">;
  /** The value at the instant of the answer. */
  children: (answer: T) => ReactNode;
}

export function AsOfPanel<T extends AsOf>({ noun, travel, query, children }: AsOfPanelProps<T>) {
  const { t } = useTranslation("adminAsOf");
  return (
    <div className={classes.panel}>
      <QueryView query={query} skeleton={<Shapes />}>
        {(answer) => (
          <Stack gap="sm">
            <AsOfSlider range={answer} travel={travel} waiting={query.isPlaceholderData} />
            <div aria-busy={query.isPlaceholderData} className={classes.answer}>
              <div role="status" className={classes.value} aria-label={t("value")}>
                {children(answer)}
              </div>
              <CheckNotice check={answer.check} />
              <Text size="sm" fw={600} mt="sm" mb={4}>
                {t("why")}
              </Text>
              <Causes noun={noun} answer={answer} />
            </div>
          </Stack>
        )}
      </QueryView>
    </div>
  );
}

function CheckNotice({ check }: { check: AsOf["check"] }) {
  const { t } = useTranslation("adminAsOf");
  if (check === "MATCHES") return null;
  if (check === "NOT_CHECKED") {
    return (
      <Text size="sm" c="dimmed">
        {t("notChecked")}
      </Text>
    );
  }
  return (
    <Alert color="red" icon={<TriangleAlert size={18} aria-hidden />} mt="xs">
      {t("differs")}{" "}
      <Anchor component={Link} to="/admin/proof" inherit underline="always">
        {t("toCheck")}
      </Anchor>
    </Alert>
  );
}

function Shapes() {
  return (
    <Delayed>
      <Stack gap="sm">
        <Skeleton height="4.5rem" radius="md" />
        <Skeleton height="2rem" width="12rem" radius="md" />
        <Skeleton height="8rem" radius="md" />
      </Stack>
    </Delayed>
  );
}
