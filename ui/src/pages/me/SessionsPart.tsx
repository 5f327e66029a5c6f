// Where the account is signed in. Any session but this window's can be ended.
import { Badge, Button, Group, Text } from "@mantine/core";
import { MonitorSmartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { deviceName } from "@/features/user/deviceName";
import { useSessions } from "@/features/user/queries";
import type { Session } from "@/ipc/generated/operations";
import { AgeText } from "@/shared/components/DateText";
import { PageHeading } from "@/shared/components/PageHeading";
import { RowsSkeleton } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatDateTime } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import classes from "./me.module.css";

/** What the desktop app calls itself; a browser introduces itself. */
const OWN_WINDOW = "window";

export function SessionsPart() {
  const { t } = useTranslation("me");
  const sessions = useSessions();
  return (
    <>
      <PageHeading title={t("nav.sessions")} />
      <Text c="dimmed" mb="xl">
        {t("sessions.text")}
      </Text>
      <QueryView query={sessions} skeleton={<RowsSkeleton rows={4} />}>
        {({ items }) => (
          <>
            <ul className={classes.cards}>
              {items.map((session) => (
                <li key={session.id} className={classes.card}>
                  <SessionLine session={session} />
                </li>
              ))}
            </ul>
            {items.every(({ current }) => current) && (
              <Text c="dimmed" mt="md">
                {t("sessions.onlyThis")}
              </Text>
            )}
          </>
        )}
      </QueryView>
    </>
  );
}

function SessionLine({ session }: { session: Session }) {
  const { t } = useTranslation("me");
  const lang = useLang();
  const device = session.device === OWN_WINDOW ? t("sessions.ownWindow") : deviceName(session.device);
  const end = useOperation("end_session", {
    onSuccess: () => toastSuccess(t("sessions.ended", { device })),
  });
  return (
    <Group justify="space-between" gap="md">
      <Group gap="md" wrap="nowrap">
        <MonitorSmartphone size={26} strokeWidth={1.5} aria-hidden />
        <div>
          <Group gap="xs">
            <Text fw={600}>{device}</Text>
            {session.current && (
              <Badge variant="light" tt="none" c="var(--accent-text-strong)">
                {t("sessions.current")}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {t("sessions.lastSeen")} <AgeText at={session.lastSeenAt} /> · {t("sessions.since", { date: formatDateTime(session.createdAt, lang) })}
          </Text>
        </div>
      </Group>
      {!session.current && (
        <Button variant="default" size="sm" loading={end.pending} aria-label={t("sessions.endNamed", { device })} onClick={() => void end.run({ id: session.id })}>
          {t("sessions.end")}
        </Button>
      )}
    </Group>
  );
}
