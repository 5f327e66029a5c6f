// One user: activity, latest orders and points, notes, and the actions of an admin.
import { Button, Group, SimpleGrid, Skeleton, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { AdjustPointsDialog } from "@/features/admin-user/AdjustPointsDialog";
import { NoteForm } from "@/features/admin-note/NoteForm";
import { Notes } from "@/features/admin-note/Notes";
import { PointRows } from "@/features/admin-user/PointRows";
import { PointsAt } from "@/features/admin-user/PointsAt";
import { ResetCodeButton } from "@/features/admin-user/ResetCodeButton";
import { useUserDetail } from "@/features/admin-user/queries";
import { useBlocking } from "@/features/admin-user/useBlocking";
import { UserBadges } from "@/features/admin-user/UserBadges";
import { useMay, useSession } from "@/features/user/session";
import type { UserDetail } from "@/ipc/generated/operations";
import { BackLink } from "@/shared/components/BackLink";
import { DateText } from "@/shared/components/DateText";
import { Facts } from "@/shared/components/Facts";
import { PageHeading } from "@/shared/components/PageHeading";
import { Delayed, PanelShapes } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { Consents } from "./Consents";
import { LatestOrders } from "./LatestOrders";
import { Totals, TOTALS_COLUMNS } from "./Totals";
import classes from "./customer.module.css";

export default function AdminCustomerPage() {
  const { t } = useTranslation("adminCustomers");
  const detail = useUserDetail(Number(useParams().id));
  const may = useMay();
  return (
    <>
      {may("list_users") && <BackLink to="/admin/customers" label={t("back")} />}
      <PageHeading
        title={detail.data?.user.name ?? t("one")}
        beside={detail.data && <UserBadges user={detail.data.user} />}
        aside={detail.data && <Acts detail={detail.data} />}
      />
      <QueryView query={detail} skeleton={<Shapes />}>
        {(data) => <CustomerView detail={data} />}
      </QueryView>
    </>
  );
}

function Shapes() {
  return (
    <Delayed>
      <Stack gap="md">
        <SimpleGrid cols={TOTALS_COLUMNS} spacing="md">
          {Array.from({ length: TOTALS_COLUMNS.md }, (_, tile) => (
            <Skeleton key={tile} height="6.7rem" radius="md" />
          ))}
        </SimpleGrid>
        <div className={classes.columns}>
          <PanelShapes heights={[32]} />
          <PanelShapes heights={[12.9, 13]} />
        </div>
        <PanelShapes heights={[30]} />
      </Stack>
    </Delayed>
  );
}

function Acts({ detail }: { detail: UserDetail }) {
  const { t } = useTranslation("adminCustomers");
  const [adjusting, setAdjusting] = useState(false);
  const { block, unblock, pending } = useBlocking();
  const { customer: self } = useSession();
  const may = useMay();
  const { user } = detail;
  // The access of another admin is for owners.
  const mayChange = may(user.type === "ADMIN" ? "set_staff_role" : "set_user_state");
  return (
    <Group gap="xs">
      {mayChange && user.state === "NORMAL" && !user.guest && <ResetCodeButton user={user} />}
      {mayChange && user.state === "INACTIVE" && (
        <Button variant="default" loading={pending} onClick={() => void unblock(detail)}>
          {t("unblock.action")}
        </Button>
      )}
      {/* An admin cannot block their own account by mistake; another admin can. */}
      {mayChange && user.state === "NORMAL" && user.id !== self?.id && (
        <Button variant="default" loading={pending} onClick={() => void block(detail)}>
          {t("block.action")}
        </Button>
      )}
      {may("adjust_points") && user.state !== "DELETED" && <Button onClick={() => setAdjusting(true)}>{t("adjust.action")}</Button>}
      <AdjustPointsDialog user={user} opened={adjusting} onClose={() => setAdjusting(false)} />
    </Group>
  );
}

function CustomerView({ detail: { user, totals, transactions, consents } }: { detail: UserDetail }) {
  const { t } = useTranslation(["adminCustomers", "adminNotes", "adminAsOf"]);
  const may = useMay();
  const facts = [
    { label: t("column.email"), value: user.email },
    { label: t("column.phone"), value: user.phone ?? "–" },
    { label: t("column.createdAt"), value: <DateText at={user.createdAt} /> },
    { label: t("sessions"), value: totals.sessions },
  ];
  return (
    <Stack gap="md">
      <Totals user={user} totals={totals} />
      <div className={classes.columns}>
        <TitledPanel title={t("orders.title")}>
          <LatestOrders userId={user.id} />
        </TitledPanel>
        <Stack gap="md">
          <TitledPanel title={t("profile")}>
            <Facts facts={facts} />
          </TitledPanel>
          {consents.length > 0 && (
            <TitledPanel title={t("consents.title")}>
              <Consents consents={consents} />
            </TitledPanel>
          )}
          <TitledPanel title={t("adminNotes:title")} hint={t("adminNotes:hint")}>
            <Stack gap="md">
              {user.state !== "DELETED" && <NoteForm target="user" id={user.id} />}
              <Notes target="user" id={user.id} />
            </Stack>
          </TitledPanel>
        </Stack>
      </div>
      <TitledPanel title={t("points.title")}>
        <PointRows transactions={transactions} />
      </TitledPanel>
      {may("get_points_at") && (
        <TitledPanel title={t("adminAsOf:points")} hint={t("adminAsOf:hint")}>
          <PointsAt key={user.id} userId={user.id} />
        </TitledPanel>
      )}
    </Stack>
  );
}
