// Email and password. A refusal is reported in the form, and the typed values stay.
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Stack, TextInput } from "@mantine/core";
import type { TFunction } from "i18next";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { PasswordField } from "@/features/user/NewPasswordInput";
import type { useLogin } from "@/features/user/session";
import { SignInWait } from "@/features/user/SignInWait";
import type { ShopError } from "@/ipc/errors";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { currentPassword, email } from "@/shared/forms/rules";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useWait } from "@/shared/hooks/useWait";

const credentials = z.object({ email, password: currentPassword });

export function SignInForm({ login }: { login: ReturnType<typeof useLogin> }) {
  const { t } = useTranslation("auth");
  const fieldText = useFieldText();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(credentials),
    defaultValues: { email: "", password: "" },
  });
  const { errors } = formState;
  const seconds = useWait(login.error);
  const waiting = seconds > 0;
  return (
    <Form onSubmit={(event) => void handleSubmit((typed) => login.run(typed))(event)}>
      <Stack gap="md">
        <FormError error={login.error} words={words(login.error, waiting, t)} />
        <TextInput size="md" type="email" autoComplete="username" label={t("field.email")} error={fieldText(errors.email)} {...register("email")} />
        <PasswordField autoComplete="current-password" label={t("field.password")} error={fieldText(errors.password)} {...register("password")} />
        <Button type="submit" size="md" mt="xs" loading={login.pending}>
          {t("signIn.submit")}
        </Button>
        {waiting && <SignInWait seconds={seconds} />}
      </Stack>
    </Form>
  );
}

/** A better text than the shop's, which says that a sign-in is needed. */
function words(error: ShopError | null, waiting: boolean, t: TFunction<"auth">): string | undefined {
  if (error?.code === "UNAUTHORIZED") return t("signIn.wrong");
  if (error?.code === "TOO_MANY_REQUESTS") return t(waiting ? "signIn.tooMany" : "signIn.again");
  return undefined;
}
