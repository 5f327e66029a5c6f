// Above the rows: how many there are, or how many are picked and what can be done with them; and which columns are in sight.
import { Button, Checkbox, Popover, Stack } from "@mantine/core";
import { Columns3 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import type { ColumnChoice } from "./useColumnChoice";
import type { Selection } from "./useSelection";
import classes from "./DataTable.module.css";

/** The shop counts this far and no further. */
const COUNTED_TO = 10_000;

interface TableBarProps<Row> {
  count?: number;
  summary?: ReactNode;
  /** Absent where no columns can be chosen. */
  choice?: ColumnChoice<Row>;
  picked: number;
  /** How many rows the filter finds, where all that are loaded are picked and there are more. */
  whole?: string;
  selection?: Selection;
  bulk?: ReactNode;
}

export function TableBar<Row>({ count, summary, choice, picked, whole, selection, bulk }: TableBarProps<Row>) {
  const { t } = useTranslation("admin");
  const lang = useLang();
  const words = count !== undefined && t(count >= COUNTED_TO ? "table.countOrMore" : "table.count", { shown: formatCount(count, lang), count });
  return (
    <div className={classes.bar}>
      {picked > 0 ? (
        <div className={classes.bulk}>
          <strong className="tabular" role="status">
            {whole !== undefined && selection?.isWhole === true ? t("table.selectedWhole", { shown: whole }) : t("table.selected", { count: picked })}
          </strong>
          {whole !== undefined && selection?.isWhole === false && (
            <Button size="compact-sm" variant="light" onClick={selection.pickWhole}>
              {t("table.selectWhole", { shown: whole })}
            </Button>
          )}
          {bulk}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={selection?.clear}>
            {t("table.clearSelection")}
          </Button>
        </div>
      ) : (
        <span className={`tabular ${classes.count}`} role="status">
          {summary ?? words}
        </span>
      )}
      {choice !== undefined && <Columns choice={choice} />}
    </div>
  );
}

function Columns<Row>({ choice }: { choice: ColumnChoice<Row> }) {
  const { t } = useTranslation("admin");
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<Columns3 size={16} aria-hidden />}>
          {t("table.columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("table.columns")}>
        <Stack gap="xs">
          {choice.choosable.map(({ id, title }) => (
            <Checkbox key={id} size="sm" label={title} checked={choice.isShown(id)} onChange={() => choice.toggle(id)} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
