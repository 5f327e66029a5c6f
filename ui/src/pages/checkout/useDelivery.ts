// How the order reaches its customer: by a carrier to the chosen address, or picked up at the shop by name and telephone number.
import { useState } from "react";
import { useShop } from "@/features/shop/queries";
import { useSession } from "@/features/user/session";
import type { Address, DeliveryMethod, QuoteOrder, ShippingAddress } from "@/ipc/generated/operations";

export type Delivery = ReturnType<typeof useDelivery>;

export function useDelivery(address: Address | undefined) {
  const shipping = useShop().data?.shipping;
  const { customer } = useSession();
  const [method, setMethod] = useState<DeliveryMethod>("DELIVERY");
  const [typedName, setName] = useState<string>();
  const [typedPhone, setPhone] = useState<string>();
  const name = typedName ?? customer?.name ?? "";
  const phone = typedPhone ?? customer?.phone ?? "";
  const isPickup = shipping?.pickup === true && method === "PICKUP";
  const picker: ShippingAddress | undefined =
    name.trim() === "" || phone.trim() === "" ? undefined : { recipientName: name, phone, zipCode: "", address: "" };
  return {
    shipping,
    method: isPickup ? ("PICKUP" as const) : ("DELIVERY" as const),
    setMethod,
    name,
    setName,
    phone,
    setPhone,
    /** Undefined while something of it is missing. */
    to: isPickup ? picker : address?.shippingAddress,
    quoted: quotedOf(isPickup, shipping?.surcharge.length ?? 0, address),
  };
}

/** A postcode matters only where the shop has a surcharge; a quote without it is asked for once. */
function quotedOf(isPickup: boolean, surcharges: number, address: Address | undefined): Pick<QuoteOrder, "deliveryMethod" | "zipCode"> {
  if (isPickup) return { deliveryMethod: "PICKUP" };
  return surcharges > 0 && address !== undefined ? { zipCode: address.shippingAddress.zipCode } : {};
}
