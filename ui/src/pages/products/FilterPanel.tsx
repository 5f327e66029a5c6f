// The filters of the list: category, price, stock, sale. Beside the list where there is room, above it, folded, where not.
import { Button, Checkbox, Stack } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCategories } from "@/features/catalog/queries";
import { useCategoryName } from "@/features/catalog/useCategoryName";
import { NameText } from "@/shared/components/NameText";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { addressOf, type Filter, holdsWholeShop } from "./filter";
import { PriceFilter } from "./PriceFilter";
import classes from "./Products.module.css";

export interface FilterPartProps {
  filter: Filter;
  onChange: (filter: Filter) => void;
}

export function FilterPanel({ filter, onChange }: FilterPartProps) {
  const { t } = useTranslation("catalog");
  const roomy = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const [unfolded, { toggle }] = useDisclosure(false);
  const panel = useId();
  // Until the categories are known, the filters below them have no place.
  const waits = useCategories().isPending;
  const parts = (
    <Stack gap="xl" id={panel} style={waits ? { visibility: "hidden" } : undefined}>
      <Group title={t("filter.category")}>
        <Categories filter={filter} />
      </Group>
      <Group title={t("filter.price")}>
        <PriceFilter key={`${filter.minPrice}-${filter.maxPrice}`} filter={filter} onChange={onChange} />
      </Group>
      <Group title={t("filter.more")}>
        <Checkbox
          label={t("filter.inStock")}
          checked={filter.inStock}
          onChange={(event) => onChange({ ...filter, inStock: event.currentTarget.checked })}
        />
        <Checkbox
          label={t("filter.onSale")}
          checked={filter.onSale}
          onChange={(event) => onChange({ ...filter, onSale: event.currentTarget.checked })}
        />
      </Group>
    </Stack>
  );
  if (roomy) return <aside className={classes.panel} aria-label={t("filter.title")}>{parts}</aside>;
  return (
    <aside aria-label={t("filter.title")}>
      <Button
        variant="default"
        leftSection={<SlidersHorizontal size={18} aria-hidden />}
        aria-expanded={unfolded}
        aria-controls={panel}
        onClick={toggle}
        mb="md"
      >
        {t("filter.title")}
      </Button>
      <div hidden={!unfolded}>{parts}</div>
    </aside>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{title}</legend>
      <Stack gap="sm">{children}</Stack>
    </fieldset>
  );
}

/** Links, so that a category can be opened and copied, and the back button leaves it, as with any other address. */
function Categories({ filter }: { filter: Filter }) {
  const { t } = useTranslation("catalog");
  const lang = useLang();
  const categoryName = useCategoryName();
  const categories = useCategories().data?.items ?? [];
  // The counts are those of the whole shop: beside a narrower list they would be wrong.
  const counted = holdsWholeShop(filter);
  const link = (code: string | undefined, label: string, count?: number) => (
    <li key={label}>
      <Link
        to={addressOf({ ...filter, category: code })}
        className={classes.category}
        aria-current={filter.category === code ? "true" : undefined}
      >
        <NameText name={label} />
        {count !== undefined && <span className={classes.number}>{formatCount(count, lang)}</span>}
      </Link>
    </li>
  );
  return (
    <ul className={classes.categories}>
      {link(undefined, t("filter.allCategories"))}
      {categories.map(({ code, productCount }) => link(code, categoryName(code), counted ? productCount : undefined))}
    </ul>
  );
}
