// The state of a product in a word and a colour; never in the colour alone.
import { useTranslation } from "react-i18next";
import type { ProductState } from "@/ipc/generated/operations";
import classes from "./admin-catalog.module.css";

export function ProductStateBadge({ state }: { state: ProductState }) {
  const { t } = useTranslation("adminProducts");
  return (
    <span className={classes.state} data-state={state}>
      <span className={classes.dot} aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}
