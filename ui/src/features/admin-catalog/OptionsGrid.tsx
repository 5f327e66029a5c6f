// Options as a grid: a row for each, a column for each of its values. Enter goes to the next row and adds one after the last;
// the arrows move between cells. On a narrow page a row is a block with its labels.
import { ActionIcon, NativeSelect, NumberInput, Text, TextInput, VisuallyHidden } from "@mantine/core";
import { Trash2, Undo2 } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ProductOptionState } from "@/ipc/generated/operations";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useLang } from "@/shared/hooks/useLang";
import { isComposing } from "@/shared/hooks/useShortcut";
import { formatCount } from "@/shared/text/format";
import { typedNumber } from "@/shared/text/wholeNumber";
import { cellAfter, type Place } from "./gridKeys";
import { CELLS, MOST_OPTIONS, type OptionCell, type OptionRow, type RowFaults } from "./optionRows";
import classes from "./OptionsGrid.module.css";

interface OptionsGridProps {
  rows: readonly OptionRow[];
  faults: RowFaults;
  onChange: (rows: OptionRow[]) => void;
  /** The row that an added one begins as. */
  blank: () => OptionRow;
  /** With the state of each option; a new product has only new ones. */
  withState: boolean;
  disabled?: boolean;
}

export function OptionsGrid({ rows, faults, onChange, blank, withState, disabled = false }: OptionsGridProps) {
  const { t } = useTranslation("adminProducts");
  const grid = useRef<HTMLTableElement>(null);
  const next = useRef<Place>(undefined);
  const focus = ({ row, cell }: Place) => grid.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${cell}"]`)?.focus();
  useEffect(() => {
    // The row of this place has come with this rendering.
    if (next.current !== undefined) focus(next.current);
    next.current = undefined;
  });
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const target = event.target as HTMLElement;
    const at = target.dataset["cell"]?.split(":");
    if (at === undefined || !(target instanceof HTMLInputElement)) return;
    const [row = 0, cell = 0] = at.map(Number);
    const place = cellAfter(event.code, { row, cell }, rows, target);
    if (place === undefined) return;
    event.preventDefault();
    if (place.row < rows.length) focus(place);
    else if (rows.length < MOST_OPTIONS) {
      next.current = place;
      onChange([...rows, blank()]);
    }
  };
  const change = (place: number, values: Partial<OptionRow>) => onChange(rows.map((row, other) => (other === place ? { ...row, ...values } : row)));
  const remove = (place: number) => {
    if (rows[place]?.id === undefined) onChange(rows.filter((_, other) => other !== place));
    else change(place, { state: rows[place].state === "DELETED" ? "NORMAL" : "DELETED" });
  };
  return (
    // The keys are those of the fields in it, which reach the table.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table ref={grid} className={classes.grid} aria-label={t("options.title")} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">{t("options.name")}</th>
          <th scope="col">{t("options.nameEn")}</th>
          <th scope="col" className={classes.number}>{t("options.price")}</th>
          <th scope="col" className={classes.number}>{t("options.stock")}</th>
          {withState && <th scope="col">{t("options.state")}</th>}
          <th scope="col"><VisuallyHidden>{t("options.removeColumn")}</VisuallyHidden></th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <Row key={row.id ?? `new ${place}`} row={row} place={place} fault={faults[place]} withState={withState} disabled={disabled} onChange={change} onRemove={remove} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  row: OptionRow;
  place: number;
  fault: RowFaults[number];
  withState: boolean;
  disabled: boolean;
  onChange: (place: number, values: Partial<OptionRow>) => void;
  onRemove: (place: number) => void;
}

function Row({ row, place, fault, withState, disabled, onChange, onRemove }: RowProps) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const fieldText = useFieldText();
  const gone = row.state === "DELETED";
  const named = { name: row.name.trim() || String(place + 1) };
  const cell = (name: OptionCell) => ({
    "aria-label": t(`options.${name}`),
    "data-cell": `${place}:${CELLS.indexOf(name)}`,
    error: fieldText(fault?.[name]),
    disabled: disabled || gone,
  });
  const number = (name: "price" | "stock") => (
    <NumberInput
      {...cell(name)}
      value={row[name]}
      onChange={(typed) => onChange(place, { [name]: typedNumber(typed) })}
      allowNegative={false}
      thousandSeparator=","
      hideControls
      withKeyboardEvents={false}
      inputMode="numeric"
      classNames={{ input: `tabular ${classes.number}` }}
    />
  );
  const code = (name: "sku" | "barcode") => (
    <TextInput {...cell(name)} mt={4} size="xs" placeholder={t(`options.${name}`)} value={row[name] ?? ""} onChange={(event) => onChange(place, { [name]: event.currentTarget.value })} />
  );
  return (
    <tr data-gone={gone || undefined}>
      <td data-label={t("options.name")}>
        <VisuallyHidden>{row.name}</VisuallyHidden>
        <TextInput {...cell("name")} value={row.name} onChange={(event) => onChange(place, { name: event.currentTarget.value })} />
        {code("sku")}
      </td>
      <td data-label={t("options.nameEn")}>
        <TextInput {...cell("nameEn")} placeholder={t("form.optional")} value={row.nameEn} onChange={(event) => onChange(place, { nameEn: event.currentTarget.value })} />
        {code("barcode")}
      </td>
      <td data-label={t("options.price")}>{number("price")}</td>
      <td data-label={t("options.stock")}>
        {row.id === undefined ? number("stock") : <Text size="sm" className={`tabular ${classes.count}`}>{formatCount(Number(row.stock), lang)}</Text>}
      </td>
      {withState && (
        <td data-label={t("options.state")} className={classes.state}>
          <StateCell row={row} disabled={disabled || gone} onChange={(state) => onChange(place, { state })} />
        </td>
      )}
      <td className={classes.act}>
        <ActionIcon size={36} disabled={disabled} aria-label={t(gone ? "options.keep" : "options.remove", named)} onClick={() => onRemove(place)}>
          {gone ? <Undo2 size={18} aria-hidden /> : <Trash2 size={18} aria-hidden />}
        </ActionIcon>
      </td>
    </tr>
  );
}

/** An added option is on sale; a removed one says so until the grid is saved. */
function StateCell({ row, disabled, onChange }: { row: OptionRow; disabled: boolean; onChange: (state: ProductOptionState) => void }) {
  const { t } = useTranslation("adminProducts");
  if (row.id === undefined || row.state === "DELETED") return <Text size="sm" className={classes.word}>{t(`options.stateOf.${row.state}`)}</Text>;
  return (
    <NativeSelect
      aria-label={t("options.state")}
      disabled={disabled}
      value={row.state}
      onChange={(event) => onChange(event.currentTarget.value === "DISCONTINUED" ? "DISCONTINUED" : "NORMAL")}
      data={(["NORMAL", "DISCONTINUED"] as const).map((state) => ({ value: state, label: t(`options.stateOf.${state}`) }))}
    />
  );
}
