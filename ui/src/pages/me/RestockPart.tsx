// What the customer waits for, and what has come in since. Each can be withdrawn or removed.
import { Badge, Button, Group, Text } from "@mantine/core";
import { Bell } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useRestockChanges, useRestockNotices } from "@/features/restock/queries";
import type { RestockNotice } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { NameText } from "@/shared/components/NameText";
import { PageHeading } from "@/shared/components/PageHeading";
import { RowsSkeleton } from "@/shared/components/PageSkeleton";
import { ProductImage } from "@/shared/components/ProductImage";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { formatDateTime } from "@/shared/text/format";
import classes from "./me.module.css";

export function RestockPart() {
  const { t } = useTranslation(["restock", "me"]);
  const action = (
    <Button component={Link} to="/products" variant="default">
      {t("list.look")}
    </Button>
  );
  return (
    <>
      <PageHeading title={t("me:nav.restock")} />
      <Text c="dimmed" mb="xl">
        {t("list.text")}
      </Text>
      <QueryView
        query={useRestockNotices()}
        skeleton={<RowsSkeleton rows={4} />}
        isEmpty={(notices) => notices === null || notices.length === 0}
        empty={<EmptyState icon={Bell} title={t("list.emptyTitle")} description={t("list.emptyText")} action={action} />}
      >
        {(notices) => (
          <ul className={classes.cards}>
            {notices?.map((notice) => (
              <li key={notice.id} className={classes.card}>
                <Line notice={notice} />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </>
  );
}

function Line({ notice }: { notice: RestockNotice }) {
  const { t } = useTranslation(["restock", "me"]);
  const lang = useLang();
  const { pending, withdraw } = useRestockChanges();
  const isWaiting = notice.state === "WAITING";
  const at = formatDateTime(notice.notifiedAt ?? notice.createdAt, lang);
  return (
    <Group justify="space-between" gap="md">
      <Group gap="md" wrap="nowrap">
        <ProductImage src={notice.imageUrl} alt="" size={56} />
        <div>
          <Group gap="xs">
            <Text component={Link} to={`/products/${notice.productId}`} fw={600} c="var(--mantine-color-text)">
              <NameText name={notice.productName} nameEn={notice.productNameEn} />
            </Text>
            <Badge variant="light" tt="none" c={isWaiting ? undefined : "var(--accent-text-strong)"} color={isWaiting ? "gray" : undefined}>
              {t(`list.state.${notice.state}`)}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {notice.optionName !== undefined && <><NameText name={notice.optionName} nameEn={notice.optionNameEn} /> · </>}
            {t(isWaiting ? "list.askedAt" : "list.cameAt", { at })}
          </Text>
        </div>
      </Group>
      <Button variant="default" size="sm" loading={pending} onClick={() => void withdraw(notice.id)}>
        {t(isWaiting ? "list.withdraw" : "list.remove")}
      </Button>
    </Group>
  );
}
