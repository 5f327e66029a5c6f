// Actions on an address that need no form.
import { useTranslation } from "react-i18next";
import { useSaveAddress } from "@/features/user/useSaveAddress";
import type { Address } from "@/ipc/generated/operations";
import { useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";

export function useAddressChanges() {
  const { t } = useTranslation(["me", "common"]);
  const save = useSaveAddress({ onSaved: () => toastSuccess(t("addresses.saved")) });
  const operation = useOperation("remove_address");

  const remove = async (address: Address) => {
    if ((await operation.run({ id: address.id })).kind !== "ok") return;
    // The same address comes back as a new one: nothing refers to the old id.
    const { label, isDefault, shippingAddress } = address;
    const putBack = () => void save.run({ label, isDefault, shippingAddress });
    toastSuccess(t("addresses.removed", { label }), { label: t("common:undo"), run: putBack });
  };

  return {
    makeDefault: (address: Address) => void save.run({ ...address, isDefault: true }),
    remove: (address: Address) => void remove(address),
    pending: save.pending || operation.pending,
  };
}
