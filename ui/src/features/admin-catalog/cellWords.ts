// The names of the columns of a product table and their values, as the pages write them. The shop sends both as codes.
import { useTranslation } from "react-i18next";
import texts from "@/locales/ko/adminProducts.json";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatDateTime, formatWon } from "@/shared/text/format";

type Column = keyof typeof texts.csv.map.column;
type State = keyof typeof texts.state;

function isColumn(column: string): column is Column {
  return column in texts.csv.map.column;
}

function isState(value: string): value is State {
  return value !== "label" && value in texts.state;
}

interface CellWords {
  nameOf: (column: string) => string;
  valueOf: (column: string, value: string) => string;
}

export function useCellWords(): CellWords {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  return {
    nameOf: (column) => (isColumn(column) ? t(`csv.map.column.${column}`) : column),
    valueOf: (column, value) => {
      switch (column) {
        case "price":
          return formatWon(Number(value), lang);
        case "stock":
        case "limitedQuantity":
          return formatCount(Number(value), lang);
        case "saleRate":
          return `${value}%`;
        case "saleBeginsAt":
        case "saleEndsAt":
          return formatDateTime(value, lang);
        case "state":
          return isState(value) ? t(`state.${value}`) : value;
        default:
          return value;
      }
    },
  };
}
