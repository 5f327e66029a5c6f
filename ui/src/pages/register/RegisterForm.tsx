// The form of a new account. An email that is taken is reported at its field.
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Stack, TextInput } from "@mantine/core";
import { type UseFormReturn, useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { NewPasswordInput } from "@/features/user/NewPasswordInput";
import { useDocumentsInForce } from "@/features/shop/documents";
import { useLogin } from "@/features/user/session";
import type { ShopError } from "@/ipc/errors";
import type { GivenConsents } from "@/ipc/generated/operations";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { email, newPassword, optionalPhone, text } from "@/shared/forms/rules";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";
import { ConsentFields } from "./ConsentFields";

const account = z.object({ email, password: newPassword, name: text(100), phone: optionalPhone, TERMS: z.boolean(), PRIVACY: z.boolean(), MARKETING: z.boolean() });
export type Account = z.infer<typeof account>;

export function RegisterForm() {
  const { t } = useTranslation("auth");
  const fieldText = useFieldText();
  const form = useForm<Account>({
    resolver: zodResolver(account),
    defaultValues: { email: "", password: "", name: "", phone: "", TERMS: false, PRIVACY: false, MARKETING: false },
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
        <ConsentFields form={form} />
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
  const texts = useDocumentsInForce();
  const creation = useOperation("register", { onError: (error) => showAtForm(error, form) });
  /** Nothing is asked, and nothing sent, where the shop has no texts. */
  const consentsOf = (typed: Account): GivenConsents | undefined => {
    if (texts.length === 0) return undefined;
    const version = (document: "TERMS" | "PRIVACY") => texts.find((each) => each.document === document)?.version;
    return { terms: version("TERMS"), privacy: version("PRIVACY"), marketing: typed.MARKETING };
  };
  const submit = async (typed: Account) => {
    const { email, password, name, phone } = typed;
    const unread = texts.filter(({ document }) => !typed[document]);
    for (const { document } of unread) form.setError(document, { message: "consent" }, { shouldFocus: true });
    if (unread.length > 0) return;
    const consents = consentsOf(typed);
    const user = await creation.run({ email, password, name, ...(phone !== "" && { phone }), ...(consents && { consents }) });
    if (user.kind !== "ok") return;
    toastSuccess(t("register.welcome", { name: user.value.name }));
    await login.run({ email, password });
  };
  return { submit, pending: creation.pending || login.pending, error: creation.error ?? login.error };
}

function showAtForm(error: ShopError, form: UseFormReturn<Account>): true {
  if (error.code === "EMAIL_TAKEN") form.setError("email", { message: "emailTaken" }, { shouldFocus: true });
  else if (isOtherVersion(error)) {
    // The new text is read before it is agreed to.
    form.setValue("TERMS", false);
    form.setValue("PRIVACY", false);
    form.setError("TERMS", { message: "newVersion" });
  } else showRefusedFields(error, form);
  return true;
}

function isOtherVersion(error: ShopError): boolean {
  return error.code === "INVALID_INPUT" && error.details.fields.some(({ field }) => field.startsWith("consents"));
}
