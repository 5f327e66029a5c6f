// Changing the password, which ends every other session of the account.
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { NewPasswordInput, PasswordField } from "@/features/user/NewPasswordInput";
import { PageHeading } from "@/shared/components/PageHeading";
import { Form } from "@/shared/forms/Form";
import { currentPassword, newPassword } from "@/shared/forms/rules";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";

const change = z
  .object({ currentPassword, newPassword, again: z.string() })
  .refine((typed) => typed.again === typed.newPassword, { path: ["again"], message: "passwordDiffers" });

export function PasswordPart({ email }: { email: string }) {
  const { t } = useTranslation("me");
  const fieldText = useFieldText();
  const form = useForm({ resolver: zodResolver(change), defaultValues: { currentPassword: "", newPassword: "", again: "" } });
  const { register, formState } = form;
  const { errors } = formState;
  const typed = useWatch({ control: form.control, name: "newPassword" });
  const operation = useOperation("change_password", {
    onSuccess: () => {
      form.reset();
      toastSuccess(t("password.done"));
    },
    onError: (error) => {
      // The session itself was let through: what is not known is the password that was typed.
      if (error.code !== "UNAUTHORIZED") return showRefusedFields(error, form);
      form.setError("currentPassword", { message: "wrongPassword" }, { shouldFocus: true });
      return true;
    },
  });
  const submit = form.handleSubmit((entered) => operation.run({ currentPassword: entered.currentPassword, newPassword: entered.newPassword }));
  return (
    <>
      <PageHeading title={t("nav.password")} />
      <Text c="dimmed" mb="xl">
        {t("password.text")}
      </Text>
      <Form onSubmit={(event) => void submit(event)}>
        <Stack gap="lg" maw="28rem">
          {/* Tells password keepers whose password this is. */}
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <PasswordField autoComplete="current-password" label={t("password.current")} error={fieldText(errors.currentPassword)} {...register("currentPassword")} />
          <NewPasswordInput typed={typed} label={t("password.next")} error={fieldText(errors.newPassword)} {...register("newPassword")} />
          <PasswordField autoComplete="new-password" label={t("password.again")} error={fieldText(errors.again)} {...register("again")} />
          <Group>
            <Button type="submit" size="md" loading={operation.pending}>
              {t("password.submit")}
            </Button>
          </Group>
        </Stack>
      </Form>
    </>
  );
}
