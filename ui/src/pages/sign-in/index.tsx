// Signing in, by email and password or, in a demo shop, as one of its users. A signed-in user is sent to the page they
// asked for, which is also what happens after signing in.
import { Anchor, Group, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, Navigate } from "react-router";
import { AuthFrame } from "@/features/user/AuthFrame";
import { PersonaCards } from "@/features/user/PersonaCards";
import { useLogin, useSession } from "@/features/user/session";
import { useShop } from "@/features/shop/queries";
import { PageHeading } from "@/shared/components/PageHeading";
import { landingOf, useReturnPath } from "@/features/user/useReturnPath";
import { SignInForm } from "./SignInForm";

export default function SignInPage() {
  const { t } = useTranslation("auth");
  const { customer } = useSession();
  const returnPath = useReturnPath();
  const login = useLogin();
  const personas = useShop().data?.personas ?? [];

  if (customer !== null) return <Navigate to={landingOf(customer, returnPath)} replace />;
  const demoUsers = (
    <>
      <Title order={2} size="h3" mb={4}>
        {t("personas.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t("personas.text")}
      </Text>
      <PersonaCards personas={personas} pending={login.pending} onPick={({ email, password }) => void login.run({ email, password })} />
    </>
  );
  return (
    <AuthFrame beside={personas.length > 0 ? demoUsers : undefined}>
      <PageHeading title={t("signIn.title")} />
      <Text c="dimmed" mb="xl">
        {t("signIn.text")}
      </Text>
      <SignInForm login={login} />
      <Group justify="center" mt="md">
        <Anchor component={Link} to="/reset-password" size="sm">
          {t("signIn.forgotten")}
        </Anchor>
      </Group>
      <Group gap="xs" justify="center" mt="md">
        <Text size="sm" c="dimmed">
          {t("signIn.noAccount")}
        </Text>
        <Anchor component={Link} to="/register" state={{ from: returnPath }} size="sm" fw={600}>
          {t("register.title")}
        </Anchor>
      </Group>
    </AuthFrame>
  );
}
