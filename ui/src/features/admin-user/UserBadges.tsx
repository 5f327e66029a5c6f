// Whether a person may come in, and whether it is an admin.
import { Badge, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AnyUser } from "@/ipc/generated/operations";

export function UserBadges({ user: { state, type } }: { user: Pick<AnyUser, "state" | "type"> }) {
  const { t } = useTranslation("adminCustomers");
  return (
    <Group gap={6} wrap="nowrap">
      <Badge variant="default" tt="none" radius="sm" c={state === "INACTIVE" ? "var(--mantine-color-error)" : "var(--mantine-color-text)"}>
        {t(`state.${state}`)}
      </Badge>
      {type === "ADMIN" && (
        <Badge variant="light" tt="none" radius="sm" c="var(--accent-text-strong)">
          {t("type.ADMIN")}
        </Badge>
      )}
    </Group>
  );
}
