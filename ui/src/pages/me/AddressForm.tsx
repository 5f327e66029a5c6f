// One address, new or changed.
import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Checkbox, Group, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Address, User } from "@/ipc/generated/operations";
import { Form } from "@/shared/forms/Form";
import { optionalText, phone, text, zipCode } from "@/shared/forms/rules";
import { showRefusedFields } from "@/shared/forms/serverFields";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { toastSuccess } from "@/shared/toast";

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
  address: Address | undefined;
  /** Most parcels go to oneself. */
  owner: User;
  /** The first address of the book is its default. */
  isFirst: boolean;
  onDone: () => void;
}

export function AddressForm({ address, owner, isFirst, onDone }: AddressFormProps) {
  const { t } = useTranslation(["me", "common"]);
  const fieldText = useFieldText();
  const form = useForm<Fields>({ resolver: zodResolver(fields), defaultValues: startingValues(address, owner, isFirst) });
  const { register, formState } = form;
  const { key, renew } = useIdempotencyKey();
  const save = useOperation("save_address", {
    forgets: [keys.addresses],
    onSuccess: () => {
      toastSuccess(t("addresses.saved"));
      onDone();
    },
    onError: (error) => {
      renew();
      return showRefusedFields(error, form);
    },
  });
  const submit = form.handleSubmit(({ label, isDefault, ...place }) =>
    save.run({ id: address?.id, label, isDefault, shippingAddress: place }, { idempotencyKey: key }),
  );
  const field = (name: Exclude<keyof Fields, "isDefault">, autoComplete?: string) => (
    <TextInput size="md" label={t(`addresses.form.${name}`)} autoComplete={autoComplete} error={fieldText(formState.errors[name])} {...register(name)} />
  );
  return (
    <Form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        {field("label")}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {field("recipientName", "name")}
          {field("phone", "tel")}
        </SimpleGrid>
        {field("zipCode", "postal-code")}
        {field("address", "street-address")}
        {field("detailAddress")}
        <Checkbox label={t("addresses.form.isDefault")} {...register("isDefault")} />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onDone}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={save.pending}>
            {t("common:save")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

function startingValues(address: Address | undefined, owner: User, isFirst: boolean): Fields {
  if (address === undefined) {
    return { label: "", recipientName: owner.name, phone: owner.phone ?? "", zipCode: "", address: "", detailAddress: "", isDefault: isFirst };
  }
  const { label, isDefault, shippingAddress } = address;
  return { label, isDefault, ...shippingAddress, detailAddress: shippingAddress.detailAddress ?? "" };
}
