// The state of a product in a word and a colour; never in the colour alone.
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ProductState } from "@/ipc/generated/operations";
import classes from "./admin-catalog.module.css";

export function ProductStateBadge({ state }: { state: ProductState }) {
  const { t } = useTranslation("adminProducts");
  return (
    <Badge variant="default" tt="none" fw={500} className={classes.state} data-state={state} leftSection={<span className={classes.dot} aria-hidden />}>
      {t(`state.${state}`)}
    </Badge>
  );
}
