// The bell above every admin page: how much is new, and behind it all that needs attention. What was looked at is no
// longer new once the list is closed.
import { ActionIcon, Anchor, Group, Indicator, Popover, Skeleton, Stack, Text } from "@mantine/core";
import { Bell } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Delayed } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { AlertList } from "./AlertList";
import { useAlerts, useMarkSeen } from "./queries";
import { useNewAlerts } from "./useNewAlerts";
import classes from "./alerts.module.css";

export function AlertBell() {
  const { t } = useTranslation("adminAlerts");
  const [opened, setOpened] = useState(false);
  const alerts = useAlerts();
  const seen = useMarkSeen();
  const count = alerts.data?.newCount ?? 0;
  const turn = (open: boolean) => {
    setOpened(open);
    if (!open && alerts.data !== undefined && count > 0) void seen.run({ until: alerts.data.asOf });
  };
  const close = () => turn(false);
  useNewAlerts(alerts.data, opened);
  return (
    <Popover opened={opened} onChange={turn} position="bottom-end" width="min(380px, calc(100vw - 16px))" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size={42} aria-label={count > 0 ? t("bellNew", { count }) : t("bell")} onClick={() => turn(!opened)}>
          <Indicator label={count} disabled={count === 0} size={18} offset={2} classNames={{ indicator: classes.count }}>
            <Bell size={22} aria-hidden />
          </Indicator>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("bell")} p={0}>
        <Group justify="space-between" className={classes.head}>
          <Text fw={700}>{t("bell")}</Text>
          <Anchor component={Link} to="/admin/settings" size="sm" onClick={close}>
            {t("settings")}
          </Anchor>
        </Group>
        <div className={classes.body}>
          <QueryView query={alerts} skeleton={<Shapes />}>
            {(data) => <AlertList alerts={data} onLeave={close} />}
          </QueryView>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Shapes() {
  return (
    <Delayed>
      <Stack gap="xs" p="md">
        <Skeleton height={44} />
        <Skeleton height={44} />
      </Stack>
    </Delayed>
  );
}
