// Adds or changes an address. The address book shows it at once, so that an order placed next does not use the address
// that was chosen before.
import { useQueryClient } from "@tanstack/react-query";
import type { ShopError } from "@/ipc/errors";
import type { Address, AddressList } from "@/ipc/generated/operations";
import { type Operation, useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { withSaved } from "./addressBook";

interface SaveEffects {
  onSaved: (address: Address) => void;
  /** Answers true when the refusal is shown where it was typed. */
  onRefused?: (error: ShopError) => boolean;
}

export function useSaveAddress({ onSaved, onRefused }: SaveEffects): Operation<"save_address"> {
  const client = useQueryClient();
  return useOperation("save_address", {
    onSuccess: (saved) => {
      client.setQueryData<AddressList>(keys.addresses, (book) => (book === undefined ? book : { ...book, items: withSaved(book.items, saved) }));
      onSaved(saved);
    },
    onError: onRefused,
  });
}
