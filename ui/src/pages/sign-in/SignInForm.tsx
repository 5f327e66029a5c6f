// E-mail and password. A refusal is said in the form, and what was typed stays.
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { PasswordField } from "@/features/user/NewPasswordInput";
import type { useLogin } from "@/features/user/session";
import { hasCode } from "@/ipc/errors";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { currentPassword, email } from "@/shared/forms/rules";
import { useFieldText } from "@/shared/forms/useFieldText";

const credentials = z.object({ email, password: currentPassword });

export function SignInForm({ login }: { login: ReturnType<typeof useLogin> }) {
  const { t } = useTranslation("auth");
  const fieldText = useFieldText();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(credentials),
    defaultValues: { email: "", password: "" },
  });
  const { errors } = formState;
  const wrong = hasCode(login.error, "UNAUTHORIZED") ? t("signIn.wrong") : undefined;
  return (
    <Form onSubmit={(event) => void handleSubmit((typed) => login.run(typed))(event)}>
      <Stack gap="md">
        <FormError error={login.error} words={wrong} />
        <TextInput size="md" type="email" autoComplete="username" label={t("field.email")} error={fieldText(errors.email)} {...register("email")} />
        <PasswordField autoComplete="current-password" label={t("field.password")} error={fieldText(errors.password)} {...register("password")} />
        <Button type="submit" size="md" mt="xs" loading={login.pending}>
          {t("signIn.submit")}
        </Button>
      </Stack>
    </Form>
  );
}
