// The empty state of a filter without results, which differs from an empty shop.
import { Button } from "@mantine/core";
import { ListFilter } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "./EmptyState";

export function NothingMatches({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation("admin");
  const action = (
    <Button variant="default" onClick={onClear}>
      {t("none.action")}
    </Button>
  );
  return <EmptyState icon={ListFilter} title={t("none.title")} description={t("none.description")} action={action} />;
}
