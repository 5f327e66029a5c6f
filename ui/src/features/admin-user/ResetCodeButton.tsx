// Makes a one-time code for a user that has forgotten the password, after its consequences were read, and shows it once.
import { Button, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AdminUser } from "@/ipc/generated/operations";
import { ShownOnce } from "@/shared/components/ShownOnce";
import { useLang } from "@/shared/hooks/useLang";
import { formatDateTime } from "@/shared/text/format";
import { useResetCode } from "./useResetCode";

export function ResetCodeButton({ user }: { user: Pick<AdminUser, "id" | "name" | "email"> }) {
  const { t } = useTranslation(["adminCustomers", "common"]);
  const lang = useLang();
  const { made, pending, make, forget } = useResetCode();
  return (
    <>
      <Button variant="default" loading={pending} onClick={() => void make(user)}>
        {t("resetCode.action")}
      </Button>
      <Modal opened={made !== undefined} onClose={forget} title={t("resetCode.madeTitle", { name: user.name })} closeButtonProps={{ "aria-label": t("common:close") }}>
        {made !== undefined && (
          <Stack gap="sm">
            <ShownOnce secret={made.code} text={t("resetCode.once")} />
            <Text size="sm">{t("resetCode.how", { email: user.email })}</Text>
            <Text size="sm" c="dimmed">
              {t("resetCode.until", { at: formatDateTime(made.expiresAt, lang) })}
            </Text>
          </Stack>
        )}
      </Modal>
    </>
  );
}
