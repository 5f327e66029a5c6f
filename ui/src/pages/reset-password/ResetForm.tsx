// E-mail, code and new password. A refusal does not say which of them is wrong, as the shop does not.
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Stack, TextInput } from "@mantine/core";
import { useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { NewPasswordInput } from "@/features/user/NewPasswordInput";
import { SignInWait } from "@/features/user/SignInWait";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { email, newPassword, text } from "@/shared/forms/rules";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useOperation } from "@/shared/hooks/useOperation";
import { useWait } from "@/shared/hooks/useWait";

const reset = z.object({ email, code: text(40), newPassword });

export function ResetForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("auth");
  const fieldText = useFieldText();
  const form = useForm({ resolver: zodResolver(reset), defaultValues: { email: "", code: "", newPassword: "" } });
  const { register, formState, control } = form;
  const { errors } = formState;
  const typed = useWatch({ control, name: "newPassword" });
  const operation = useOperation("reset_password", {
    onSuccess: onDone,
    onError: (error) => {
      showRefusedFields(error, form);
      return true;
    },
  });
  const seconds = useWait(operation.error);
  const words = { UNAUTHORIZED: t("reset.wrong"), TOO_MANY_REQUESTS: t(seconds > 0 ? "reset.tooMany" : "reset.again") };
  const code = operation.error?.code;
  const own = code === "UNAUTHORIZED" || code === "TOO_MANY_REQUESTS" ? words[code] : undefined;
  return (
    <Form onSubmit={(event) => void form.handleSubmit((entered) => operation.run(entered))(event)}>
      <Stack gap="md">
        <FormError error={Object.keys(errors).length > 0 ? null : operation.error} words={own} />
        <TextInput size="md" type="email" autoComplete="username" label={t("field.email")} error={fieldText(errors.email)} {...register("email")} />
        <TextInput
          size="md"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          label={t("reset.code")}
          description={t("reset.codeHint")}
          error={fieldText(errors.code)}
          {...register("code")}
        />
        <NewPasswordInput typed={typed} label={t("reset.newPassword")} error={fieldText(errors.newPassword)} {...register("newPassword")} />
        <Button type="submit" size="md" mt="xs" loading={operation.pending}>
          {t("reset.submit")}
        </Button>
        {seconds > 0 && <SignInWait seconds={seconds} />}
      </Stack>
    </Form>
  );
}
