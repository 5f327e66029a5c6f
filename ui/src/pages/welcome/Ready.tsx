// The demo shop is there: sign in as one of its users, or look at it as a visitor.
import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { PersonaCards } from "@/features/user/PersonaCards";
import { useLogin } from "@/features/user/session";
import { landingOf } from "@/features/user/useReturnPath";
import { useShop } from "@/features/shop/queries";
import type { Persona } from "@/ipc/generated/operations";
import { FormError } from "@/shared/forms/FormError";
import { StepHeading } from "./StepHeading";

export function Ready() {
  const { t } = useTranslation("welcome");
  const navigate = useNavigate();
  const login = useLogin();
  const personas = useShop().data?.personas ?? [];
  const enter = async ({ email, password }: Persona) => {
    const signedIn = await login.run({ email, password });
    if (signedIn.kind === "ok") void navigate(landingOf(signedIn.value), { replace: true });
  };
  return (
    <>
      <StepHeading title={t("ready.title")} text={t("ready.text")} />
      <FormError error={login.error} />
      <PersonaCards personas={personas} pending={login.pending} onPick={(persona) => void enter(persona)} />
      <Anchor component={Link} to="/" replace fw={600}>
        {t("ready.visitor")}
      </Anchor>
    </>
  );
}
