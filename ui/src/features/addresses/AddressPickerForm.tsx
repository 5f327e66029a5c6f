// A new address, in place. It goes into the address book, so that the next order finds it there.
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Checkbox, Group, TextInput } from "@mantine/core";
import { useForm, type UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { ShopError } from "@/ipc/errors";
import type { Address } from "@/ipc/generated/operations";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import classes from "./AddressPicker.module.css";

export interface AddressOwner {
  name: string;
  phone?: string | null;
}

/** Limits as the shop has them; the shop checks again. */
const schema = z.object({
  label: z.string().trim().min(1).max(30),
  recipientName: z.string().trim().min(1).max(100),
  phone: z.string().trim().regex(/^\+?[\d -]{8,20}$/),
  zipCode: z.string().trim().regex(/^\d{5}$/),
  address: z.string().trim().min(1).max(200),
  detailAddress: z.string().trim().max(200),
  isDefault: z.boolean(),
});
type Fields = z.infer<typeof schema>;
const NAMES = schema.keyof().options;

interface AddressPickerFormProps {
  owner: AddressOwner;
  /** The first address of the book is the default one. */
  first: boolean;
  onSaved: (address: Address) => void;
  /** Left out where there is nothing to go back to. */
  onCancel?: () => void;
}

export function AddressPickerForm({ owner, first, onSaved, onCancel }: AddressPickerFormProps) {
  const { t } = useTranslation(["checkout", "common"]);
  const form = useForm<Fields>({
    resolver: zodResolver(schema),
    defaultValues: {
      label: t("address.home"), recipientName: owner.name, phone: owner.phone ?? "", zipCode: "", address: "", detailAddress: "", isDefault: first,
    },
  });
  const { key, renew } = useIdempotencyKey();
  const save = useOperation("save_address", {
    forgets: [keys.addresses],
    onSuccess: onSaved,
    onError: (error) => {
      renew();
      return showAtFields(form, error);
    },
  });
  const submit = form.handleSubmit(async ({ label, isDefault, detailAddress, ...place }) => {
    const shippingAddress = { ...place, detailAddress: detailAddress === "" ? null : detailAddress };
    await save.run({ label, isDefault, shippingAddress }, { idempotencyKey: key });
  });

  return (
    <form onSubmit={(event) => void submit(event)} className={classes.form} noValidate>
      <Field form={form} name="label" className={classes.third} />
      <Field form={form} name="recipientName" className={classes.third} autoComplete="name" />
      <Field form={form} name="phone" className={classes.third} autoComplete="tel" inputMode="tel" />
      <Field form={form} name="zipCode" className={classes.third} autoComplete="postal-code" inputMode="numeric" />
      <Field form={form} name="address" className={classes.rest} autoComplete="street-address" />
      <Field form={form} name="detailAddress" className={classes.whole} />
      <Group justify="space-between" className={classes.whole}>
        <Checkbox label={t("address.makeDefault")} {...form.register("isDefault")} />
        <Group gap="xs">
          {onCancel !== undefined && (
            <Button variant="default" onClick={onCancel}>
              {t("common:cancel")}
            </Button>
          )}
          <Button type="submit" loading={save.pending}>
            {t("address.save")}
          </Button>
        </Group>
      </Group>
    </form>
  );
}

interface FieldProps {
  form: UseFormReturn<Fields>;
  name: Exclude<keyof Fields, "isDefault">;
  className: string | undefined;
  autoComplete?: string;
  inputMode?: "tel" | "numeric";
}

function Field({ form, name, ...input }: FieldProps) {
  const { t } = useTranslation("checkout");
  const failed = form.formState.errors[name] !== undefined;
  return (
    <TextInput
      {...input}
      {...form.register(name)}
      label={t(`address.field.${name}`)}
      placeholder={name === "detailAddress" ? t("address.optional") : undefined}
      error={failed ? t(`address.wrong.${name}`) : undefined}
    />
  );
}

/** Marks the fields that the shop named; answers whether there were any. */
function showAtFields(form: UseFormReturn<Fields>, error: ShopError): boolean {
  const { fields } = error.details;
  if (error.code !== "INVALID_INPUT" || !Array.isArray(fields)) return false;
  const named = NAMES.filter((name) => fields.some((entry) => String((entry as { field?: unknown }).field).split(".").at(-1) === name));
  for (const name of named) form.setError(name, { type: "shop" });
  return named.length > 0;
}
