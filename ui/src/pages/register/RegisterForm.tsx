// The form of a new account. An email that is taken is reported at its field.
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Stack, TextInput } from "@mantine/core";
import { type UseFormReturn, useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { NewPasswordInput } from "@/features/user/NewPasswordInput";
import { useLogin } from "@/features/user/session";
import type { ShopError } from "@/ipc/errors";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { email, newPassword, optionalPhone, text } from "@/shared/forms/rules";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";

const account = z.object({ email, password: newPassword, name: text(100), phone: optionalPhone });
type Account = z.infer<typeof account>;

export function RegisterForm() {
  const { t } = useTranslation("auth");
  const fieldText = useFieldText();
  const form = useForm<Account>({
    resolver: zodResolver(account),
    defaultValues: { email: "", password: "", name: "", phone: "" },
  });
  const { submit, pending, error } = useRegistration(form);
  const { register, formState } = form;
  const { errors } = formState;
  const password = useWatch({ control: form.control, name: "password" });
  const atField = Object.keys(errors).length > 0;
  return (
    <Form onSubmit={(event) => void form.handleSubmit(submit)(event)}>
      <Stack gap="md">
        <FormError error={atField ? null : error} />
        <TextInput size="md" type="email" autoComplete="username" label={t("field.email")} error={fieldText(errors.email)} {...register("email")} />
        <NewPasswordInput typed={password} label={t("field.password")} error={fieldText(errors.password)} {...register("password")} />
        <TextInput size="md" autoComplete="name" label={t("field.name")} error={fieldText(errors.name)} {...register("name")} />
        <TextInput
          size="md"
          type="tel"
          autoComplete="tel"
          label={t("field.optional", { label: t("field.phone") })}
          description={t("field.phoneHint")}
          error={fieldText(errors.phone)}
          {...register("phone")}
        />
        <Button type="submit" size="md" mt="xs" loading={pending}>
          {t("register.submit")}
        </Button>
      </Stack>
    </Form>
  );
}

/** Makes the account and signs in with it; the page moves on by itself after the sign-in. */
function useRegistration(form: UseFormReturn<Account>) {
  const { t } = useTranslation("auth");
  const login = useLogin();
  const creation = useOperation("register", { onError: (error) => showAtForm(error, form) });
  const submit = async ({ phone, ...account }: Account) => {
    const user = await creation.run(phone === "" ? account : { ...account, phone });
    if (user.kind !== "ok") return;
    toastSuccess(t("register.welcome", { name: user.value.name }));
    await login.run({ email: account.email, password: account.password });
  };
  return { submit, pending: creation.pending || login.pending, error: creation.error ?? login.error };
}

function showAtForm(error: ShopError, form: UseFormReturn<Account>): true {
  if (error.code === "EMAIL_TAKEN") form.setError("email", { message: "emailTaken" }, { shouldFocus: true });
  else showRefusedFields(error, form);
  return true;
}
