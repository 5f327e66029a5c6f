// A text that customers agree to, with its version and the day from which it holds.
import { Text } from "@mantine/core";
import { FileText } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ShopDocument } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { formatDay } from "@/shared/text/day";
import classes from "./DocumentView.module.css";
import { useDocument } from "./documents";

export function DocumentView({ document }: { document: ShopDocument }) {
  const { t } = useTranslation("common");
  const lang = useLang();
  return (
    <div className={classes.page}>
      <PageHeading title={t(`document.${document}`)} />
      <QueryView query={useDocument(document)} isEmpty={(text) => text === null} empty={<EmptyState icon={FileText} title={t("document.emptyTitle")} description={t("document.emptyText")} />}>
        {(text) =>
          text !== null && (
            <article>
              <Text c="dimmed" size="sm" mb="lg">
                {t("document.since", { day: formatDay(text.since, lang), version: text.version })}
              </Text>
              <div className={classes.text}>{text.text}</div>
            </article>
          )
        }
      </QueryView>
    </div>
  );
}
