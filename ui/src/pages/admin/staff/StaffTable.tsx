// The admins in rows: each role can be changed where it stands, and each account removed or restored.
import { Button, NativeSelect, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { StaffActs } from "@/features/admin-user/staff";
import { ResetCodeButton } from "@/features/admin-user/ResetCodeButton";
import { useSession } from "@/features/user/session";
import { adminRoles, type Staff } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { StateTag } from "@/shared/components/StateTag";
import classes from "./staff.module.css";

interface StaffTableProps {
  staff: readonly Staff[];
  acts: StaffActs;
}

export function StaffTable({ staff, acts }: StaffTableProps) {
  const { t } = useTranslation("adminStaff");
  return (
    <div className={classes.scroll}>
      <Table verticalSpacing="sm" className={classes.table} aria-label={t("list")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("column.name")}</Table.Th>
            <Table.Th>{t("column.role")}</Table.Th>
            <Table.Th visibleFrom="sm">{t("column.state")}</Table.Th>
            <Table.Th visibleFrom="md">{t("column.createdAt")}</Table.Th>
            <Table.Th ta="right">{t("column.acts")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {staff.map((one) => (
            <Row key={one.id} one={one} acts={acts} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ one, acts }: { one: Staff; acts: StaffActs }) {
  const { t } = useTranslation(["adminStaff", "adminCustomers"]);
  const isRemoved = one.state === "INACTIVE";
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600}>{one.name}</Text>
        <Text size="sm" c="dimmed" className={classes.email}>
          {one.email}
        </Text>
      </Table.Td>
      <Table.Td>
        <RoleSelect one={one} acts={acts} />
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <StateTag tone={isRemoved ? "bad" : "good"}>{t(`adminCustomers:state.${one.state}`)}</StateTag>
      </Table.Td>
      <Table.Td visibleFrom="md">
        <DateText at={one.createdAt} />
      </Table.Td>
      <Table.Td>
        <div className={classes.acts}>
          {isRemoved ? (
            <Button variant="default" disabled={acts.pending} onClick={() => void acts.restore(one)}>
              {t("restore.action")}
            </Button>
          ) : (
            <Present one={one} acts={acts} />
          )}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

/** The acts on an account that may sign in. An owner cannot remove their own account by mistake; another owner can. */
function Present({ one, acts }: { one: Staff; acts: StaffActs }) {
  const { t } = useTranslation("adminStaff");
  const { customer: self } = useSession();
  if (one.id === self?.id) return null;
  return (
    <>
      <ResetCodeButton user={one} />
      <Button variant="default" disabled={acts.pending} aria-label={t("remove.named", { name: one.name })} onClick={() => void acts.remove(one)}>
        {t("remove.action")}
      </Button>
    </>
  );
}

function RoleSelect({ one, acts }: { one: Staff; acts: StaffActs }) {
  const { t } = useTranslation(["adminStaff", "admin"]);
  const options = adminRoles.toReversed().map((role) => ({ value: role, label: t(`admin:role.${role}`) }));
  return (
    <NativeSelect
      aria-label={t("role.of", { name: one.name })}
      value={one.role}
      data={options}
      disabled={acts.pending}
      onChange={({ currentTarget: { value } }) => {
        const role = adminRoles.find((each) => each === value);
        if (role !== undefined && role !== one.role) void acts.setRole(one, role);
      }}
    />
  );
}
