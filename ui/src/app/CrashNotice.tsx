// The bar above every page of the window after a crash: what happened, the report, its folder. It stays until it is dismissed.
import { Button, CopyButton, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { FileWarning } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCrash, useCrashActs } from "@/features/desktop/queries";
import { useSession } from "@/features/user/session";
import { useLang } from "@/shared/hooks/useLang";
import { formatDateTime } from "@/shared/text/format";
import classes from "./CrashNotice.module.css";
import { Notice } from "./Notice";

export function CrashNotice() {
  const { t } = useTranslation("shell");
  const lang = useLang();
  const crash = useCrash();
  const { show, dismiss } = useCrashActs();
  const [opened, { open, close }] = useDisclosure(false);
  const context = useSession().customer?.type === "ADMIN" ? "admin" : undefined;
  if (crash === undefined) return <Notice />;
  const { report, folder } = crash;
  const title = t(`crash.title.${report.kind}`, { context });
  return (
    <>
      <Notice calm icon={FileWarning} title={title} text={t("crash.text", { context, at: formatDateTime(report.at, lang) })}>
        <Group gap="xs">
          <Button variant="white" color="dark" size="compact-md" onClick={open}>
            {t("crash.view")}
          </Button>
          <Button variant="white" color="dark" size="compact-md" loading={show.pending} onClick={() => void show.run({})}>
            {t("crash.folder")}
          </Button>
          <Button variant="outline" color="gray.0" size="compact-md" loading={dismiss.pending} onClick={() => void dismiss.run({})}>
            {t("crash.dismiss")}
          </Button>
        </Group>
      </Notice>
      <Modal opened={opened} onClose={close} title={t("crash.report")} size="xl" closeButtonProps={{ "aria-label": t("crash.close") }}>
        <Stack gap="md">
          <Text size="sm">{t("crash.local", { context, folder })}</Text>
          <Textarea readOnly rows={16} label={report.name} value={report.text} classNames={{ input: classes.report }} />
          <Group justify="flex-end">
            <CopyButton value={report.text}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? t("crash.copied") : t("crash.copy")}
                </Button>
              )}
            </CopyButton>
            <Button onClick={close}>{t("crash.close")}</Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
