// The staff of the shop: the accounts that open the panel, with their roles. For owners.
import { Alert, Button, Group, List, Stack, Text } from "@mantine/core";
import { TriangleAlert, UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStaff, useStaffActs } from "@/features/admin-user/staff";
import { adminRoles } from "@/ipc/generated/operations";
import { PageHeading } from "@/shared/components/PageHeading";
import { RowsSkeleton } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { AddStaffDialog } from "./AddStaffDialog";
import { StaffTable } from "./StaffTable";

export default function StaffPage() {
  const { t } = useTranslation("adminStaff");
  const staff = useStaff();
  const acts = useStaffActs();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button leftSection={<UserPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t("add.action")}
    </Button>
  );
  return (
    <>
      <PageHeading title={t("title")} aside={add} />
      <Stack gap="md">
        {acts.isLastOwner && (
          <Alert role="alert" variant="light" color="red" icon={<TriangleAlert size={18} aria-hidden />} title={t("last.title")}>
            {t("last.text")}
          </Alert>
        )}
        <TitledPanel title={t("list")}>
          <QueryView query={staff} skeleton={<RowsSkeleton rows={4} />}>
            {({ items }) => <StaffTable staff={items} acts={acts} />}
          </QueryView>
        </TitledPanel>
        {/* Below a list whose height is not known before it comes. */}
        {staff.data !== undefined && (
          <TitledPanel title={t("roles")} hint={t("rolesHint")}>
            <Roles />
          </TitledPanel>
        )}
      </Stack>
      <AddStaffDialog opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

/** What each role may do, the greatest first. */
function Roles() {
  const { t } = useTranslation(["adminStaff", "admin"]);
  return (
    <List listStyleType="none" spacing="xs">
      {adminRoles.toReversed().map((role) => (
        <List.Item key={role}>
          <Group gap="xs">
            <Text span fw={600} size="sm">
              {t(`admin:role.${role}`)}
            </Text>
            <Text span size="sm" c="dimmed">
              {t(`may.${role}`)}
            </Text>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}
