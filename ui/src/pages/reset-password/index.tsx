// A forgotten password: a new one with the one-time code that the shop gives.
import { Anchor, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { AuthFrame } from "@/features/user/AuthFrame";
import { PageHeading } from "@/shared/components/PageHeading";
import { toastSuccess } from "@/shared/toast";
import { ResetForm } from "./ResetForm";

export default function ResetPasswordPage() {
  const { t } = useTranslation("auth");
  const navigate = useNavigate();
  const onDone = () => {
    toastSuccess(t("reset.done"));
    void navigate("/sign-in");
  };
  return (
    <AuthFrame>
      <PageHeading title={t("reset.title")} />
      <Text c="dimmed" mb="xl">
        {t("reset.text")}
      </Text>
      <ResetForm onDone={onDone} />
      <Group gap="xs" justify="center" mt="xl">
        <Anchor component={Link} to="/sign-in" size="sm" fw={600}>
          {t("reset.back")}
        </Anchor>
      </Group>
    </AuthFrame>
  );
}
