// One address, new or changed. It goes into the address book, so that the next order finds it there.
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Checkbox, Group, TextInput, type TextInputProps } from "@mantine/core";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Address, User } from "@/ipc/generated/operations";
import { Form } from "@/shared/forms/Form";
import { optionalText, phone, text, zipCode } from "@/shared/forms/rules";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useSaveAddress } from "./useSaveAddress";
import classes from "./AddressForm.module.css";

const fields = z.object({
  label: text(30),
  recipientName: text(100),
  phone,
  zipCode,
  address: text(200),
  detailAddress: optionalText(200),
  isDefault: z.boolean(),
});
type Fields = z.infer<typeof fields>;

interface AddressFormProps {
  /** The one to change; a new one when absent. */
  address?: Address;
  /** Most parcels go to oneself. */
  owner: User;
  /** The first address of the book is its default. */
  isFirst: boolean;
  onSaved: (address: Address) => void;
  /** Left out where there is nothing to go back to. */
  onCancel?: () => void;
}

export function AddressForm({ address, owner, isFirst, onSaved, onCancel }: AddressFormProps) {
  const { t } = useTranslation(["me", "common"]);
  const fieldText = useFieldText();
  const home = t("addresses.form.home");
  const form = useForm<Fields>({ resolver: zodResolver(fields), defaultValues: address === undefined ? blank(owner, isFirst, isFirst ? home : "") : valuesOf(address) });
  const { register, formState } = form;
  const { key, renew } = useIdempotencyKey();
  const save = useSaveAddress({
    onSaved,
    onRefused: (error) => {
      renew();
      return showRefusedFields(error, form);
    },
  });
  const submit = form.handleSubmit(({ label, isDefault, ...place }) =>
    save.run({ id: address?.id, label, isDefault, shippingAddress: place }, { idempotencyKey: key }),
  );
  const field = (name: Exclude<keyof Fields, "isDefault">, input: TextInputProps) => (
    <TextInput label={t(`addresses.form.${name}`)} error={fieldText(formState.errors[name])} {...input} {...register(name)} />
  );
  return (
    <Form onSubmit={(event) => void submit(event)} className={classes.form}>
      {field("label", { className: classes.third })}
      {field("recipientName", { className: classes.third, autoComplete: "name" })}
      {field("phone", { className: classes.third, autoComplete: "tel", inputMode: "tel" })}
      {field("zipCode", { className: classes.third, autoComplete: "postal-code", inputMode: "numeric" })}
      {field("address", { className: classes.rest, autoComplete: "address-line1" })}
      {field("detailAddress", { className: classes.whole, autoComplete: "address-line2" })}
      <Group justify="space-between" className={classes.whole}>
        <Checkbox label={t("addresses.form.isDefault")} {...register("isDefault")} />
        <Group gap="xs">
          {onCancel !== undefined && (
            <Button variant="default" onClick={onCancel}>
              {t("common:cancel")}
            </Button>
          )}
          <Button type="submit" loading={save.pending}>
            {t("addresses.form.save")}
          </Button>
        </Group>
      </Group>
    </Form>
  );
}

function blank(owner: User, isFirst: boolean, label: string): Fields {
  return { label, recipientName: owner.name, phone: owner.phone ?? "", zipCode: "", address: "", detailAddress: "", isDefault: isFirst };
}

function valuesOf({ label, isDefault, shippingAddress }: Address): Fields {
  return { label, isDefault, ...shippingAddress, detailAddress: shippingAddress.detailAddress ?? "" };
}
