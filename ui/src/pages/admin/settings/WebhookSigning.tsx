// The key that signs events: when it was made, a new one, and the key itself while it is shown.
import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Settings } from "@/ipc/generated/operations";
import { confirm } from "@/shared/components/ConfirmDialog";
import { DateText } from "@/shared/components/DateText";
import { ShownOnce } from "@/shared/components/ShownOnce";
import { useOperation } from "@/shared/hooks/useOperation";
import classes from "./settings.module.css";

interface WebhookSigningProps {
  settings: Settings;
  /** The key that saving the address has made just now. */
  first: string | undefined;
}

export function WebhookSigning({ settings, first }: WebhookSigningProps) {
  const { t } = useTranslation("adminSettings");
  const [made, setMade] = useState<string>();
  const making = useOperation("make_webhook_secret", { onSuccess: ({ secret }) => setMade(secret) });
  const { webhookSecretMadeAt: madeAt, webhookSince: since } = settings;
  const shown = made ?? first;
  const replace = async () => {
    const changes = [t("webhookSecret.overlap"), t("webhookSecret.replace")];
    if (await confirm({ title: t("webhookSecret.title"), changes, confirmLabel: t("webhookSecret.make") })) await making.run({});
  };
  return (
    <div className={`${classes.row} ${classes.tall}`}>
      <Text component="h3" className={classes.label}>
        {t("webhookSecret.label")}
      </Text>
      <Text className={classes.hint} c="dimmed" mt={6}>
        {t("webhookSecret.hint")}
      </Text>
      <Stack gap="xs" className={classes.field}>
        {madeAt == null ? (
          <Text size="sm">{t("webhookSecret.none")}</Text>
        ) : (
          <Group gap="xs">
            <Text size="sm">
              {t("webhookSecret.madeAt")} <DateText at={madeAt} withTime />
            </Text>
            <Button size="compact-sm" variant="default" loading={making.pending} onClick={() => void replace()}>
              {t("webhookSecret.make")}
            </Button>
          </Group>
        )}
        {since != null && (
          <Text size="sm" c="dimmed">
            {t("webhookSecret.since")} <DateText at={since} withTime />
          </Text>
        )}
        {shown !== undefined && <ShownOnce secret={shown} text={t("webhookSecret.once")} />}
      </Stack>
    </div>
  );
}
