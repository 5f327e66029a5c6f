// An empty list, by its reason: filters, a search without results, or a shop without products.
import { Button } from "@mantine/core";
import { PackageOpen, SearchX, SlidersHorizontal } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "@/shared/components/EmptyState";
import { addressOf, type Filter, isNarrowed, withoutFilters } from "./filter";

interface NothingFoundProps {
  filter: Filter;
  onRefresh: () => void;
}

export function NothingFound({ filter, onRefresh }: NothingFoundProps) {
  const { t } = useTranslation("catalog");
  if (isNarrowed(filter)) {
    return (
      <EmptyState
        icon={SlidersHorizontal}
        title={t("none.filteredTitle")}
        description={t("none.filteredText")}
        action={
          <Button component={Link} to={addressOf(withoutFilters(filter))}>
            {t("filter.clear")}
          </Button>
        }
      />
    );
  }
  if (filter.q !== "") {
    return (
      <EmptyState
        icon={SearchX}
        title={t("none.searchTitle", { q: filter.q })}
        description={t("none.searchText")}
        action={
          <Button component={Link} to="/products">
            {t("none.searchAction")}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={PackageOpen}
      title={t("none.shopTitle")}
      description={t("none.shopText")}
      action={<Button onClick={onRefresh}>{t("none.shopAction")}</Button>}
    />
  );
}
