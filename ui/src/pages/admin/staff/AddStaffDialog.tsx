// The form of a new admin: name, e-mail, first password and role.
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Group, Modal, NativeSelect, Stack, TextInput } from "@mantine/core";
import { type UseFormReturn, useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { NewPasswordInput } from "@/features/user/NewPasswordInput";
import type { ShopError } from "@/ipc/errors";
import { adminRoles } from "@/ipc/generated/operations";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { email, newPassword, text } from "@/shared/forms/rules";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useOperation } from "@/shared/hooks/useOperation";
import { useRequestKey } from "@/shared/hooks/useRequestKey";
import { toastSuccess } from "@/shared/toast";

const newStaff = z.object({ name: text(100), email, password: newPassword, role: z.enum(adminRoles) });
type NewStaff = z.infer<typeof newStaff>;

interface AddStaffDialogProps {
  opened: boolean;
  onClose: () => void;
}

export function AddStaffDialog({ opened, onClose }: AddStaffDialogProps) {
  const { t } = useTranslation(["adminStaff", "common"]);
  return (
    <Modal opened={opened} onClose={onClose} title={t("add.title")} closeButtonProps={{ "aria-label": t("common:close") }}>
      {/* Inside, so that each opening begins with an empty form. */}
      <AddForm onClose={onClose} />
    </Modal>
  );
}

function AddForm({ onClose }: Pick<AddStaffDialogProps, "onClose">) {
  const { t } = useTranslation(["adminStaff", "admin", "common"]);
  const fieldText = useFieldText();
  const form = useForm<NewStaff>({ resolver: zodResolver(newStaff), defaultValues: { name: "", email: "", password: "", role: "CLERK" } });
  const { run, pending, error } = useAdding(form, onClose);
  const { register, formState, control } = form;
  const { errors } = formState;
  const [password, role] = useWatch({ control, name: ["password", "role"] });
  return (
    <Form onSubmit={(event) => void form.handleSubmit(run)(event)}>
      <Stack gap="md">
        <FormError error={Object.keys(errors).length > 0 ? null : error} />
        <TextInput data-autofocus autoComplete="off" label={t("column.name")} error={fieldText(errors.name)} {...register("name")} />
        <TextInput type="email" autoComplete="off" label={t("column.email")} error={fieldText(errors.email)} {...register("email")} />
        <NewPasswordInput size="sm" typed={password} label={t("add.password")} description={t("add.passwordHint")} error={fieldText(errors.password)} {...register("password")} />
        <NativeSelect
          label={t("column.role")}
          description={t(`may.${role}`)}
          data={adminRoles.toReversed().map((each) => ({ value: each, label: t(`admin:role.${each}`) }))}
          {...register("role")}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={pending}>
            {t("add.confirm")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

/** Adds the admin once for one request, also when the answer is lost and the button is pressed again. */
function useAdding(form: UseFormReturn<NewStaff>, onDone: () => void) {
  const { t } = useTranslation("adminStaff");
  const { keyFor, failed } = useRequestKey();
  const operation = useOperation("create_staff", {
    onSuccess: ({ name }) => {
      toastSuccess(t("add.done", { name }));
      onDone();
    },
    onError: (error) => {
      failed(error);
      return showAtForm(error, form);
    },
  });
  const run = (request: NewStaff) => operation.run(request, { idempotencyKey: keyFor(request) });
  return { run, pending: operation.pending, error: operation.error };
}

function showAtForm(error: ShopError, form: UseFormReturn<NewStaff>): true {
  if (error.code === "EMAIL_TAKEN") form.setError("email", { message: "emailTaken" }, { shouldFocus: true });
  else showRefusedFields(error, form);
  return true;
}
