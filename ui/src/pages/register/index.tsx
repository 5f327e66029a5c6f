// A new account. It is signed in as soon as it is created.
import { Anchor, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, Navigate } from "react-router";
import { AuthFrame } from "@/features/user/AuthFrame";
import { useSession } from "@/features/user/session";
import { PageHeading } from "@/shared/components/PageHeading";
import { useReturnPath } from "@/features/user/useReturnPath";
import { RegisterForm } from "./RegisterForm";

export default function RegisterPage() {
  const { t } = useTranslation("auth");
  const { customer } = useSession();
  const returnPath = useReturnPath();
  if (customer !== null) return <Navigate to={returnPath} replace />;
  return (
    <AuthFrame>
      <PageHeading title={t("register.title")} />
      <Text c="dimmed" mb="xl">
        {t("register.text")}
      </Text>
      <RegisterForm />
      <Group gap="xs" justify="center" mt="xl">
        <Text size="sm" c="dimmed">
          {t("register.haveAccount")}
        </Text>
        <Anchor component={Link} to="/sign-in" state={{ from: returnPath }} size="sm" fw={600}>
          {t("signIn.title")}
        </Anchor>
      </Group>
    </AuthFrame>
  );
}
